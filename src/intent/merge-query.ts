import type { Day } from '../calendar/county-time.ts';
import { ADDS, isOfShownTask, OTHERS, STILL_POINTS, standsAlone } from './follow-up.ts';
import { hasOwnWords } from './general-words.ts';
import type { ProgressKind, ProgressQuery } from './intent.ts';
import { compareNamed, compareWithPrevious } from './read-compare.ts';
import { orderOf, type Slots } from './read-query.ts';
import type { Sentence } from './sentence.ts';
import { shiftPeriod } from './shift-period.ts';

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
  const namesItsOwn = slots.status !== null || ranksAnew(kind, slots, sentence);
  // 全县进度 after a list of what is overdue is the progress of everything.
  const measuresAll = slots.wholeCounty && slots.cues.summary;
  const query: ProgressQuery = {
    kind,
    year: shifted?.year ?? (hasOwnTime ? next.year : previous.year),
    months: shifted
      ? shifted.months
      : hasOwnTime || (previous.window && next.topic)
        ? next.months
        : previous.months,
    units: mergedUnits(previous, next, sentence, hasUnits || ofAll),
    role: next.role ?? (alone ? null : previous.role),
    status:
      kind === 'task_detail'
        ? null
        : (slots.status ?? (namesItsOwn || measuresAll ? null : previous.status)),
  };
  const topic =
    next.topic ??
    (!byNumber && !(hasPeriod && hasUnits) && (kind === 'task_detail' || kind === 'list')
      ? previous.topic
      : undefined);
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
  if (slots.longest && kind === 'list') {
    query.longest = true;
    if (slots.longest.limit) query.limit = slots.longest.limit;
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
  // 竹材项目咋样了 after 周五到期的: a task has its own day.
  const window = hasPeriod ? next.window : next.topic ? undefined : previous.window;
  if (window) query.window = window;
  if (next.open) query.open = true;
  if (next.own || (previous.own && !hasUnits && !ofAll)) query.own = true;
  if (next.charged || (previous.charged && !hasUnits && !ofAll)) query.charged = true;
  const others = OTHERS.test(sentence.marked) ? previous.units : [];
  const keepsScope = !hasUnits && !slots.wholeCounty && !alone;
  const except = [...((keepsScope && previous.except) || []), ...sentence.except, ...others];
  if (except.length > 0) query.except = [...new Set(except)];
  const towns = next.towns ?? (keepsScope ? previous.towns : undefined);
  if (towns) query.towns = towns;
  if (query.kind === 'unit_detail' && query.units.length !== 1 && !query.own)
    query.kind = query.status ? 'list' : 'summary';
  if (next.noSuchPeriod) query.noSuchPeriod = next.noSuchPeriod;
  if (next.wholeCounty) query.wholeCounty = true;
  if (next.unknownUnits) query.unknownUnits = next.unknownUnits;
  return query;
}

/** Whose the merged question is: named units, those before it, or both; without who is left out. */
function mergedUnits(
  previous: ProgressQuery,
  next: ProgressQuery,
  { marked, except, towns }: Sentence,
  isNamed: boolean,
): string[] {
  if (OTHERS.test(marked) || towns) return next.units;
  const units = ADDS.test(marked)
    ? [...new Set([...previous.units, ...next.units])]
    : isNamed
      ? next.units
      : previous.units;
  return units.filter((u) => !except.includes(u));
}

/** 谁最不配合, 谁最慢, 完成率最高的单位: what is ranked is said, and the state of the question before is not it. */
function ranksAnew(kind: ProgressKind, { ranking, role }: Slots, { marked }: Sentence): boolean {
  if (kind !== 'ranking' || ranking?.byUnit) return false;
  const ofPace = ranking?.ofPace === true && !POINTED.test(marked);
  return ofPace || ranking?.ofDone === true || ranking?.bound !== undefined || role !== null;
}

/** 那谁最慢, 谁最慢呢: in what was measured before. */
const POINTED = new RegExp(`${STILL_POINTS.source}|(?:呢|呐)[?]?$`);

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
  if (previous.kind === 'task_detail' && isOfShownTask(sentence, slots)) return 'task_detail';
  // 上个月呢 after 第1项: the number was of the list before, and that month has another.
  if (previous.kind === 'task_detail' && !previous.topic && next.months !== null && !slots.topic)
    return mergedUnits(previous, next, sentence, next.units.length > 0).length === 1
      ? 'unit_detail'
      : 'summary';
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
