import { type Day, splitDay } from '../calendar/county-time.ts';
import { hasOwnWords } from './general-words.ts';
import type { ProgressKind, ProgressQuery } from './intent.ts';
import { compareNamed, compareWithPrevious } from './read-compare.ts';
import { orderOf, type Slots } from './read-query.ts';
import { PERIOD, type Sentence, UNIT } from './sentence.ts';
import { shiftPeriod } from './shift-period.ts';

type Row = { pattern: RegExp; example: string };

/** Words that point back at the question before. Read on the marked text. */
const POINTS_BACK: readonly (Row & { toWhatFailed?: true })[] = [
  {
    pattern:
      /^(?:那|那么|那要|再|然后|接着|还有|换(?:成|个|到|作)?|改(?:成|看|为)?|只(?:看|要|查|列)?|光(?:看|要)?|单(?:看|独)?|其中|里面|这里面|当中|同样|一样|它|他们?|她|该单位|这些|上面|刚才)/,
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
];

/** Which ones are meant is a question of its own (有哪些困难); how many and whether measure what was just shown. */
const WHICH = /哪|(?<!为)[什啥]/;
/** Difficulties are never looked for in less than was named: silence would be taken for good news. */
const ANY = /有没有|有无|吗|多少|几[项个件]/;
const STILL_POINTS =
  /^(?:那|再(?!有)|然后|接着|换|改|只|光|单|其中|里面|这里面|当中|同样|一样|它|他们?|她|该|这些|上面|刚才)/;

/** Whether a question about a state can be asked of the whole county as it stands, and so is. */
function standsAlone({ marked }: Sentence, slots: Slots): boolean {
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

/** Whether the sentence leans on the question before it rather than stand alone. It must change something. */
export function pointsBack(
  { text, marked, units, periods }: Sentence,
  slots: Slots,
  previous: ProgressQuery,
  today: Day,
): boolean {
  if (slots.reports) return false;
  if (isOnlySlots(marked) || shiftPeriod(text, previous, today)) return true;
  if (previous.kind === 'task_detail' && slots.cues.task && slots.topic === undefined) return true;
  const named = units.length + periods.length + slots.strangers > 0;
  const changes =
    named ||
    slots.own ||
    slots.charged ||
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

/**
 * The question before with what the new words change. A new unit turns an overview into that unit's, a new state into
 * a list; whatever is not named stays.
 */
export function mergeWithPrevious(
  previous: ProgressQuery,
  next: ProgressQuery,
  slots: Slots,
  sentence: Sentence,
  today: Day,
): ProgressQuery {
  const comparison = slots.comparison
    ? compareWithPrevious(previous, sentence, slots.comparison)
    : comparesAgain(previous, sentence)
      ? compareNamed(sentence, today)
      : undefined;
  const shifted = comparison ? undefined : shiftPeriod(sentence.text, previous, today);
  const hasPeriod = sentence.periods.length > 0 || next.window !== undefined;
  const hasUnits = next.units.length > 0 || next.own === true || next.charged === true;
  const kind = mergedKind(previous, next, slots, sentence);
  // Who is slowest is asked of all.
  const byNumber = slots.taskNo !== undefined;
  const alone = standsAlone(sentence, slots) || byNumber;
  // The numbers of a list are its own, whatever its time; of a plan they are the month's.
  const ofList = byNumber && (previous.kind === 'list' || previous.kind === 'unit_detail');
  const hasOwnTime = hasPeriod || ofList || (byNumber && hasUnits);
  const ofAll = slots.wholeCounty || (kind === 'ranking' && previous.kind !== 'ranking') || alone;
  const namesItsOwn = slots.status !== null || ranksAnew(kind, slots);
  // 全县进度 after a list of what is overdue is the progress of everything.
  const measuresAll = slots.wholeCounty && slots.cues.summary;
  const query: ProgressQuery = {
    kind,
    year: shifted?.year ?? (hasOwnTime ? next.year : previous.year),
    months: shifted ? shifted.months : hasOwnTime ? next.months : previous.months,
    units: hasUnits || ofAll ? next.units : previous.units,
    role: next.role ?? (alone ? null : previous.role),
    status:
      kind === 'task_detail'
        ? null
        : (slots.status ?? (namesItsOwn || measuresAll ? null : previous.status)),
  };
  const topic =
    next.topic ??
    (!byNumber && (kind === 'task_detail' || kind === 'list') ? previous.topic : undefined);
  if (topic !== undefined && !(kind === 'list' && slots.status !== null)) query.topic = topic;
  const taskNo =
    next.taskNo ?? (kind === 'task_detail' && !next.topic ? previous.taskNo : undefined);
  if (taskNo !== undefined) query.taskNo = taskNo;
  if (next.nth) query.nth = true;
  if (kind === 'ranking') {
    query.order = slots.ranking
      ? orderOf(slots.ranking, query.status)
      : (next.order ?? previous.order ?? 'best');
    const limit = next.limit ?? (namesItsOwn ? undefined : previous.limit);
    if (limit) query.limit = limit;
    if (next.bound) query.bound = next.bound;
    if (next.never) query.never = true;
  }
  if (next.longest && kind === 'list') {
    query.longest = true;
    if (next.limit) query.limit = next.limit;
  }
  if (kind === 'compare') {
    const sides = comparison?.sides ?? previous.compare;
    if (sides) query.compare = sides;
    const compared = sides?.flatMap((s) => s.units ?? []) ?? [];
    if (compared.length > 0) query.units = compared;
    if (comparison?.period) {
      query.year = comparison.period.year;
      query.months = comparison.period.months;
    }
  }
  if (kind === 'export') query.format = next.format ?? previous.format ?? 'xlsx';
  const window = hasPeriod ? next.window : previous.window;
  if (window) query.window = window;
  if (next.open) query.open = true;
  if (next.own || (previous.own && !hasUnits && !ofAll)) query.own = true;
  if (next.charged || (previous.charged && !hasUnits && !ofAll)) query.charged = true;
  if (next.noSuchPeriod) query.noSuchPeriod = next.noSuchPeriod;
  if (next.wholeCounty) query.wholeCounty = true;
  if (next.unknownUnits) query.unknownUnits = next.unknownUnits;
  return query;
}

/** 谁最不配合, 完成率最高的单位: what is ranked is said, and the state of the question before is not it. */
function ranksAnew(kind: ProgressKind, { ranking, role }: Slots): boolean {
  return (
    kind === 'ranking' &&
    (ranking?.ofDone === true || ranking?.bound !== undefined || role !== null)
  );
}

/** 那6月和5月呢 after a comparison: two other sides. */
function comparesAgain(previous: ProgressQuery, { units, periods }: Sentence): boolean {
  return previous.kind === 'compare' && (periods.length === 2 || units.length === 2);
}

function mergedKind(
  previous: ProgressQuery,
  next: ProgressQuery,
  slots: Slots,
  sentence: Sentence,
): ProgressKind {
  if (slots.format) return 'export';
  if (slots.comparison || comparesAgain(previous, sentence)) return 'compare';
  if (slots.ranking) return 'ranking';
  if (slots.taskNo !== undefined) return 'task_detail';
  const named = next.units.length > 0 || next.months !== null;
  if (previous.kind === 'task_detail' && (slots.cues.oneTask || (slots.cues.task && !named)))
    return 'task_detail';
  if (slots.topic !== undefined && hasOwnWords(sentence.marked))
    return slots.cues.list ? 'list' : 'task_detail';
  if (slots.status !== null) {
    if (slots.cues.units) return 'ranking';
    if (slots.cues.howMuch) return 'summary';
    return previous.kind === 'ranking' && next.units.length === 0 ? 'ranking' : 'list';
  }
  if (slots.cues.list) return 'list';
  if (slots.cues.howMuch || slots.cues.howMany) return 'summary';
  if (slots.cues.summary) return next.units.length === 1 ? 'unit_detail' : 'summary';
  const oneUnit = next.units.length === 1 || next.own === true;
  if (oneUnit && (previous.kind === 'ranking' || previous.kind === 'task_detail'))
    return 'unit_detail';
  if (
    oneUnit &&
    previous.kind === 'summary' &&
    previous.units.length === 0 &&
    previous.status === null
  )
    return 'unit_detail';
  if (slots.wholeCounty && previous.kind === 'unit_detail') return 'summary';
  if (previous.kind === 'compare' && next.months !== null)
    return previous.units.length === 1 ? 'unit_detail' : 'summary';
  return previous.kind;
}
