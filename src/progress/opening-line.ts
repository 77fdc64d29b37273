import { findTaskRefs, type TaskRef } from '../text/task-number.ts';
import { verbose } from '../text/verbose.ts';
import type { ReplyInput } from './reading.ts';
import { edited, type ReplyText } from './reply-text.ts';
import { findTopic, type TopicIndex } from './reply-topic.ts';

const START = '(?<=^|[\\n。;!:,]\\s*)';
const WORDS = '[^\\n。;!?:,]';
const REPORT = '汇报|报告|反馈|上报|报送|呈报|回复|说明|通报|总结|小结';
/** 月 and 项 stand in it, but no verb that could tell how something stands. */
const NO_VERB = '(?!.{0,30}(?:已|未|没|正在|还|尚|均|都|全部完))';

/** Ways to open a report, up to its colon or the end of its line. */
const OPENINGS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(
      `${START}(?:现|兹|特)(?:[将就把]|对)${WORDS}{0,40}?(?:${REPORT})${WORDS}{0,4}(?:[:,。;]|\\s*(?=\\n|$))`,
      'gu',
    ),
    example: '现将一季度工作汇报如下：',
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*|^${WORDS}{2,12}[,:。\\n]\\s*)${NO_VERB}${WORDS}{0,24}?(?:(?:情况|进展|进度|${REPORT})(?:情况)?(?:${REPORT})?(?:如下)?|如下)(?::|\\s*(?=\\n))`,
      'gu',
    ),
    example: '12月份工作完成情况：',
  },
];

/** Whose report it is names no task: 开发区 before 12月工作. */
const WRITER = verbose`
  (?<=[将就把对]|^)\p{Script=Han}{1,8}
  (?:局|委|办|中心|公司|集团|镇|乡|街道|区|院|站|所|股|科)(?=
    \d|[一二三四上下前全本当今截]|年|月|季|重点|承担|牵头|有关|相关|各项|工作|任务|进展|完成
    |推进|落实|情况
  )
`;
/** Its period: 12月 is no word of a task that is due on 12月15日. */
const PERIOD = /\d+(?:年度?|月份?|[日号])|[一二三四1-4]季度/gu;
/** The next words begin with a number: 1. （1） ① 一是. */
const NUMBERED = /^[\s(]*(?:第?[\d一二三四五六七八九十]{1,2}(?:项|条|是|[、.):,]))/u;

/** A message without the line that only opens its report (现将12月工作汇报如下：): it says nothing of any task. Pure. */
export function withoutOpening(
  reply: ReplyText,
  { month }: ReplyInput,
  index: TopicIndex,
): ReplyText {
  const lines = OPENINGS.flatMap(({ pattern }) => [...reply.text.matchAll(pattern)]);
  const isNumbered = (m: RegExpExecArray) => NUMBERED.test(reply.text.slice(m.index + m[0].length));
  const line = lines.find((m) => !namesTask(m[0], month, index, isNumbered(m)));
  if (line) return edited(reply, [{ at: line.index, length: line[0].length, text: '' }]);
  // 现将四季度管网改造进展汇报如下: the period it covers is no forecast.
  const [named] = lines;
  if (!named || findTaskRefs(named[0], 'explicit').some((r) => r.kind === 'other')) return reply;
  const periods = [...named[0].matchAll(PERIOD)];
  return edited(
    reply,
    periods.map((p) => ({ at: named.index + p.index, length: p[0].length, text: '' })),
  );
}

/** Whether the line tells which tasks, or which list, is spoken of: then it is heard. */
function namesTask(line: string, month: number, index: TopicIndex, numbered: boolean): boolean {
  const points = (ref: TaskRef) => {
    if (ref.kind === 'count') return false;
    if (ref.kind === 'other') return ref.month !== month;
    return !(numbered && (ref.kind === 'all' || ref.kind === 'these'));
  };
  return (
    findTaskRefs(line, 'explicit').some(points) ||
    findTopic(index, line.replace(WRITER, '').replace(PERIOD, ' ')).kind !== 'none'
  );
}
