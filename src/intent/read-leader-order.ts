import { readYearNumber, YEAR_BEFORE, YEAR_IN, type YearNumber } from '../calendar/year-number.ts';
import { asks } from '../text/asks.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import { fold } from './tidy.ts';

/** Which task on the card before the asker, or which words it has. */
export type Pointed = { no?: number; topic?: string };

/** What is said about 批示 and 关注; `text` is verbatim. Who may say it is decided where it is carried out. */
export type LeaderOrder =
  | { kind: 'instruct'; text: string; on: Pointed }
  | ({ kind: 'answer'; text: string } & YearNumber)
  | ({ kind: 'close' } & YearNumber)
  | { kind: 'list' }
  | { kind: 'attend'; on: boolean; what: Pointed }
  | { kind: 'attended' };

type Row = {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => LeaderOrder | undefined;
  example: string;
};

const N = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})';
const SAYS = '[:：,，\\s]';
const END = '[。.!！~\\s]*$';
const ITEM = '(?:项|条|件|个)(?:任务|工作|事项|事)?';

const pointed = (g: Record<string, string | undefined>): Pointed => {
  const no = g.no ? readNumber(g.no) : undefined;
  const topic = g.topic?.trim();
  return { ...(no === undefined ? {} : { no }), ...(topic ? { topic } : {}) };
};

function attend(on: boolean) {
  return (g: Record<string, string | undefined>): LeaderOrder | undefined =>
    asks(g.topic ?? '') ? undefined : { kind: 'attend', on, what: pointed(g) };
}

function numbered(
  make: (named: YearNumber, g: Record<string, string | undefined>) => LeaderOrder,
): Row['read'] {
  return (g) => {
    const named = readYearNumber(g);
    return named && make(named, g);
  };
}

const WHICH = `(?:第(?<no>${N})${ITEM}|(?:这|该|此|本)一?${ITEM}|(?<topic>[^:：,，。?？]{2,30}?)(?:这|那|该)一?${ITEM})`;

/** The first row that fits is taken; each is matched against the message as written. */
export const LEADER_RULES: readonly Row[] = [
  {
    pattern: new RegExp(
      `^(?:查看|看下|看看|看一下|我的?|打开|列出)*(?:领导)?批示(?:件|清单|台账|事项|列表|督办单)*(?:的)?(?:办理)?(?:情况|进展|进度|清单|结果|落实情况|落实得?怎么?样了?)?(?:办得|办理得|落实得|办)?(?:怎么样了?|如何了?|到哪一?步了?)?${END}`,
      'u',
    ),
    read: () => ({ kind: 'list' }),
    example: '批示件办理情况',
  },
  {
    pattern: new RegExp(
      `^(?:上次|上回|之前|前面|前几天|上周)?我(?:上次|上回|之前|前面|前几天|上周)?(?:批|交办|交代|布置|批示)(?:过)?的(?:那|这)?(?:几)?[件项个]?(?:事情?|批示|任务|工作|东西)?(?:都)?(?:现在)?(?:办|落实|进展|推进|完成)?(?:得|的)?(?:怎么样|如何|咋样|到哪一?步|没有?|情况)?(?:了)?(?:没有?|吗|呢)?[?？]?${END}`,
      'u',
    ),
    read: () => ({ kind: 'list' }),
    example: '上次我交代的事办了没',
  },
  {
    pattern: new RegExp(
      `^(?:还)?有?(?:哪些|什么|多少)(?:领导)?批示(?:件)?.{0,12}[?？]?${END}|^(?:领导)?批示(?:件)?.{0,8}(?:哪些|没有?办|没落实|超期|到期).{0,10}[?？]?${END}`,
      'u',
    ),
    read: () => ({ kind: 'list' }),
    example: '还有哪些批示没办',
  },
  {
    pattern: new RegExp(
      `^(?:把)?${YEAR_BEFORE}(?:(?:领导)?批示(?:件)?第?${YEAR_IN()}(?<no>${N})[号件]?|第?${YEAR_IN('yearIn2')}(?<no2>${N})[号件](?:领导)?批示件?)(?:已经?|可以?)?(?:办结|销号|办理完毕|了结|已阅办结)(?:了)?${END}`,
      'u',
    ),
    read: numbered((named) => ({ kind: 'close', ...named })),
    example: '批示3办结',
  },
  {
    pattern: new RegExp(
      `^${YEAR_BEFORE}(?:领导)?批示(?:件)?第?${YEAR_IN()}(?<no>${N})[号件]?(?:的)?(?:办理|落实)?(?:情况|进展|结果|答复|反馈)?(?:报告|如下|为|是)?${SAYS}+(?<text>[\\s\\S]+)$`,
      'u',
    ),
    read: numbered((named, g) => ({ kind: 'answer', ...named, text: g.text?.trim() ?? '' })),
    example: '批示3办理情况：已与企业对接',
  },
  {
    pattern: new RegExp(
      `^(?:对|就|关于|针对)?${WHICH}(?:的)?(?:批示|批示如下)${SAYS}+(?<text>[\\s\\S]+)$`,
      'u',
    ),
    read: (g) => ({ kind: 'instruct', text: g.text?.trim() ?? '', on: pointed(g) }),
    example: '第3项批示：抓紧办理',
  },
  {
    pattern: new RegExp(`^批示(?:一下)?${WHICH}${SAYS}+(?<text>[\\s\\S]+)$`, 'u'),
    read: (g) => ({ kind: 'instruct', text: g.text?.trim() ?? '', on: pointed(g) }),
    example: '批示第3项：抓紧办理',
  },
  {
    pattern: new RegExp(`^(?:我)?(?:的)?批示(?:一下|如下|意见)?${SAYS}+(?<text>[\\s\\S]+)$`, 'u'),
    read: (g) => ({ kind: 'instruct', text: g.text?.trim() ?? '', on: {} }),
    example: '批示：请科技经信局抓紧落实',
  },
  {
    pattern: new RegExp(
      `^(?:查看|看下|看看|列出)?我(?:的)?关注(?:的)?(?:任务|事项|工作|清单|项目|有哪些|了哪些)*[?？]?${END}`,
      'u',
    ),
    read: () => ({ kind: 'attended' }),
    example: '我关注的事项',
  },
  {
    pattern: new RegExp(
      `^(?:请)?(?:不再|不用|取消|停止)(?:对)?(?:${WHICH}|(?<topic2>[^:：,，。?？]{2,30}?))?(?:的)?(?:再)?关注(?:了)?${END}|^(?:请)?(?:不再|不用|取消|停止)(?:再)?关注(?:一下)?(?:第(?<no2>${N})${ITEM}|(?<topic3>[^:：,，。?？]{2,30}?)(?:(?:这|那|该)${ITEM})?)?(?:了)?${END}`,
      'u',
    ),
    read: (g) => attend(false)({ no: g.no ?? g.no2, topic: g.topic ?? g.topic2 ?? g.topic3 }),
    example: '取消关注第3项',
  },
  {
    pattern: new RegExp(
      `^(?:请|我要|我想|帮我)?(?:重点|特别|持续|继续)?(?:关注|盯紧|盯着|盯住|跟紧)(?:一下)?(?:第(?<no>${N})${ITEM}|(?<topic>[^:：,，。?？]{2,30}?)(?:(?:这|那|该)${ITEM})?)?${END}`,
      'u',
    ),
    read: attend(true),
    example: '关注第3项',
  },
  {
    pattern: new RegExp(
      `^(?:请)?(?:把|将)?${WHICH}(?:任务|工作)?(?:列为|列入|标为|设为|加入|加到|标记为)(?:我的)?(?:重点)?关注(?:事项|清单|里)?${END}`,
      'u',
    ),
    read: attend(true),
    example: '把第3项列为关注',
  },
];

/** What a message says about 批示 or 关注, or undefined. */
export function readLeaderOrder(message: string): LeaderOrder | undefined {
  const text = message
    .normalize('NFC')
    .replace(/^@\S+\s*/u, '')
    .trim();
  for (const { pattern, read } of LEADER_RULES) {
    const m = pattern.exec(text);
    const order = m && read(m.groups ?? {});
    if (order) return order;
  }
  return undefined;
}

/** Words by which a leader orders, when answering a card without the word 批示. */
const ORDERS = verbose`
  抓紧|尽快|加快|务必|必须|确保|落实|督促|催办
  |请.{0,12}(?:办|报|研究|协调|牵头|核实|跟进|解决|负责|对接|说明|安排|推进|配合|关注|处理)
  |(?:要|须|应)(?:求|加|抓|在|于|尽|按|落)|于.{1,8}前|同意|阅办|请.{2,12}阅|不能再|不得|限期
  |专题|让.{2,12}(?:抓|报|办|来)
`;

/** Whether what a leader writes under a card reads like an instruction: an order or a wish, no question. */
export function readsLikeOrder(message: string): boolean {
  const text = fold(message);
  return text.length >= 4 && !asks(text) && ORDERS.test(text);
}
