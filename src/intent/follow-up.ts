import { type Day, splitDay } from '../calendar/county-time.ts';
import { verbose } from '../text/verbose.ts';
import type { ProgressQuery } from './intent.ts';
import { PERIOD, UNIT } from './marks.ts';
import type { Slots } from './read-query.ts';
import type { Sentence } from './sentence.ts';
import { shiftPeriod } from './shift-period.ts';

type Row = { pattern: RegExp; example: string };

/** 加上财政局: beside the units of the question before. */
export const ADDS = /^(?:那|再)*(?:加上|算上|连同|带上|加)\uE001/;

/** Words that point back at the question before. Read on the marked text. */
const POINTS_BACK: readonly (Row & { toWhatFailed?: true })[] = [
  {
    pattern: verbose`
      ^(?:
        那|那么|那要|再|然后|接着|还有|换(?:成|个|到|作)?|改(?:成|看|为)?|只(?:看|要|查|列)?
        |光(?:看|要)?|单(?:看|独)?|其中|里面|这里面|当中|同样|一样|它|他们?|她|该单位|这些
        |上面|刚才
      )
    `,
    example: '那开发区呢',
    toWhatFailed: true,
  },
  { pattern: /^(?:哪些|哪几[项个条]|有哪些)(?:是|属于|归)\uE001/, example: '哪些是开发区的' },
  { pattern: /(?:呢|呐)[?]?$/, example: '上个月呢', toWhatFailed: true },
  {
    // 导出3月任务台账 says itself what it wants.
    pattern:
      /^(?!.*\uE002.*(?:任务|台账|进[度展]|工作|事项))(?:也|都)?(?:发|传|导|给|做|要|来|打印|列|排|详细|具体|展开|细|分).{0,8}$/,
    example: '发我一份',
  },
  { pattern: /^(?:比|跟|和|与|同|较|环比|同比)/, example: '跟上个月比呢' },
  { pattern: /^\uE001+的?(?:[那这](?:边|块|里))?也/, example: '财政局也看看' },
  { pattern: ADDS, example: '加上财政局' },
];

/** Which ones are meant is a question of its own (有哪些困难); how many and whether measure what was just shown. */
const WHICH = /哪|(?<!为)[什啥]/;
/** Difficulties are never looked for in less than was named: silence would be taken for good news. */
const ANY = /有没有|有无|吗|多少|几[项个件]/;
export const STILL_POINTS =
  /^(?:那|再(?!有)|然后|接着|换|改|只|光|单|其中|里面|这里面|当中|同样|一样|它|他们?|她|该|这些|上面|刚才)/;

/** Whether a question about a state can be asked of the whole county as it stands, and so is. */
export function standsAlone({ marked }: Sentence, slots: Slots): boolean {
  if (slots.status === null || STILL_POINTS.test(marked)) return false;
  return WHICH.test(marked) || (slots.status === 'blocked' && ANY.test(marked));
}

/** The whole text is one or two slots and nothing else: 开发区, 上个月配合的. */
function isOnlySlots(marked: string): boolean {
  const rest = marked
    .replaceAll(UNIT, '')
    .replaceAll(PERIOD, '')
    .replace(/[的了,、?和与跟呢]|牵头|配合|主办|协办|负责|参与/g, '');
  return rest === '' && marked !== '';
}

/** 其他单位呢: everybody but those of the question before. */
export const OTHERS =
  /^(?:那|那么)?(?:其[他它余]|别|剩下|另外)的?(?:单位|部门|局|几家)?的?呢?[?]?$/;

/** 去掉开发区, 只看镇里的: who it is about and no more. */
function isScopeOnly({ marked, except, towns }: Sentence): boolean {
  return (except.length > 0 || towns !== undefined) && /^[的呢看只光要,?]*$/.test(marked);
}

/** Longest question, in characters, that without a unit or a time is taken to go on from the one before: 逾期的有哪些. */
const SHORT = 7;

/** A time that ended longer ago than this many months is not what a plain question is about. */
const LATELY = 2;

/** Whether a question about that time is still in people's minds when nobody says so: 上个月 asked in January is. */
function isOfNow({ year, months }: ProgressQuery, today: Day): boolean {
  const now = splitDay(today);
  const last = Math.max(...(months ?? [12]));
  return year >= now.year || (now.year - year) * 12 + now.month - last <= LATELY;
}

/** After one task was shown: 什么时候完成 and 12月能完成吗 are of it, 12月进度 is a question of its own. */
export function isOfShownTask({ marked, units, periods, strangers }: Sentence, { cues }: Slots) {
  const isNamed = units.length + periods.length + strangers.length > 0;
  return cues.oneTask || (cues.task && (!isNamed || /[能会]/.test(marked)));
}

/** Whether the sentence leans on the question before it rather than stand alone. It must change something. */
export function pointsBack(
  sentence: Sentence,
  slots: Slots,
  previous: ProgressQuery,
  today: Day,
): boolean {
  const { text, marked, units, periods, except, towns } = sentence;
  if (slots.reports || slots.ranking?.ofMonths) return false;
  if (OTHERS.test(marked) && previous.units.length > 0) return true;
  if (slots.ranking?.byUnit && units.length + periods.length === 0) return true;
  if (isScopeOnly(sentence) || isOnlySlots(marked) || shiftPeriod(text, previous, today))
    return true;
  const named = units.length + periods.length + slots.strangers > 0;
  if (previous.kind === 'task_detail' && isOfShownTask(sentence, slots) && !slots.topic)
    return true;
  const changes =
    named ||
    slots.own ||
    slots.charged ||
    except.length > 0 ||
    towns !== undefined ||
    slots.longest !== undefined ||
    slots.wholeCounty ||
    slots.role !== null ||
    slots.status !== null ||
    slots.ranking !== undefined ||
    slots.comparison !== undefined ||
    slots.format !== undefined ||
    slots.topic !== undefined ||
    slots.cues.list ||
    slots.cues.summary ||
    slots.cues.oneTask ||
    slots.cues.howMuch ||
    slots.cues.howMany;
  if (!changes) return false;
  const ranksAgain = previous.kind === 'ranking' && slots.ranking && periods.length === 0;
  // 全县完成率 says of whom and what: neither the unit nor the month before is meant.
  const isWhole = slots.wholeCounty && (slots.cues.summary || slots.cues.howMuch);
  const isPlain = !named && !isWhole && slots.topic === undefined && marked.length <= SHORT;
  if ((isPlain || ranksAgain) && isOfNow(previous, today) && !previous.unanswered) return true;
  // Of a plan that does not exist nothing is exported or listed: 导出表格 means what there is.
  const ways = previous.unanswered ? POINTS_BACK.filter((r) => r.toWhatFailed) : POINTS_BACK;
  return ways.some(({ pattern }) => pattern.test(marked));
}
