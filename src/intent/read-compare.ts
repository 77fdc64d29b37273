import type { Day } from '../calendar/county-time.ts';
import { splitDay } from '../calendar/county-time.ts';
import { type Period, periodBefore, range, yearBefore } from '../calendar/period.ts';
import type { CompareSide } from './intent.ts';
import type { Sentence } from './sentence.ts';

type Row = { pattern: RegExp; example: string };

const MARK = '[\uE001\uE002]';

/** Words that hold one thing against another. 比较慢, 比例 and 对比度 do not. */
const COMPARE: readonly Row[] = [
  {
    pattern:
      /对比|相比|比对|对照(?!检查)|环比|同比|比较(?:一?下|$|[,?]|分析)|(?:做个?|作个?|有个|来个)比较|比一?比|比一下|比起来/,
    example: '对比二季度和一季度',
  },
  {
    pattern: new RegExp(
      `比(?:起|着)?的?${MARK}|较(?:之)?${MARK}|${MARK}(?:的)?(?:和|跟|与|同|对|、)?${MARK}.{0,3}(?:比(?![例重赛方]|如(?!何))|差(?:多少|距|别|异))|(?:和|跟|与|同)${MARK}(?:相|做|一|来)*(?:比(?![例重赛方]|如(?!何))|差)`,
    ),
    example: '3月跟4月比',
  },
  {
    pattern: new RegExp(
      `${MARK}.{0,3}${MARK}.{0,6}(?:谁|哪个|哪边|哪家|哪一个|哪个月|哪个季度)(?:更|的|做|干|完成|推进|进度|表现|任务|牵头|配合|得|要|率|还)*(?:好|快|高|强|多|慢|差|低|少)`,
    ),
    example: '开发区和统计局谁做得好',
  },
  {
    pattern: new RegExp(
      `${MARK}.*(?:进步|退步|变化|提升了|提高了|提升(?:多少|没|吗)|提高(?:多少|没|吗)|下降(?:了|没|吗|多少)|改善|好转|(?:升|涨|降|高|低|快|慢)了(?:多少|没有|没|吗|还是|几)|升还是降)`,
    ),
    example: '这个月有没有进步',
  },
];

const EACH = /各(?:个|家)?(?:单位|部门|乡镇|局|家)|单位之间|大家/;

/** What a comparison holds against what, and the time of the question as a whole. */
export type Comparison = { sides: CompareSide[]; period?: Period };

const months = (p: Period): CompareSide => ({ year: p.year, months: p.months });

const before = (a: Period, b: Period) => b.year - a.year || (b.months[0] ?? 0) - (a.months[0] ?? 0);

const same = (a: Period, b: Period) => a.year === b.year && a.months.join() === b.months.join();

/** Reads a comparison; undefined where none is asked for. The later period comes first: it is the one in question. */
export function readComparison(sentence: Sentence, today: Day): Comparison | undefined {
  const { marked, units } = sentence;
  if (!COMPARE.some(({ pattern }) => pattern.test(marked))) return undefined;
  // 各单位比一比 asks for an order of all, not for two sides.
  const two = sentence.periods.length > 0 || new Set(units.map((u) => u.name)).size > 1;
  if (!two && EACH.test(marked)) return undefined;
  return compareNamed(sentence, today);
}

/** The sides that a sentence names, taken that it compares. */
export function compareNamed(sentence: Sentence, today: Day): Comparison {
  const { units } = sentence;
  const periods = sidesInTime(sentence, today);
  if (periods) {
    const all = [...new Set(periods.flatMap((p) => p.months))].sort((a, b) => a - b);
    const [first] = periods;
    return {
      sides: periods.map(months),
      period: { year: first?.year ?? splitDay(today).year, months: all },
    };
  }
  const names = [...new Set(units.map((u) => u.name))];
  const [period] = sentence.periods;
  return {
    sides: names.map((name) => ({ units: [name] })),
    ...(period && { period: { year: period.year, months: period.months } }),
  };
}

function sidesInTime({ marked, units, periods }: Sentence, today: Day): Period[] | undefined {
  const yoy = /同比|同期/.test(marked);
  const [first, second] = periods;
  const now = splitDay(today);
  const soFar = { year: now.year, months: range(1, now.month) };
  if (!first) {
    if (new Set(units.map((u) => u.name)).size > 1) return undefined;
    if (yoy) return [soFar, yearBefore(soFar)];
    const month = { year: now.year, months: [now.month] };
    return [month, periodBefore(month)];
  }
  if (!second) {
    if (first.parts) return first.parts.map((m) => ({ year: first.year, months: m })).sort(before);
    if (new Set(units.map((u) => u.name)).size > 1 && !yoy && !/环比/.test(marked))
      return undefined;
    return aloneInTime(first, { marked, yoy, today });
  }
  const [a, b] = [first, second];
  if (b.wholeYear && !a.wholeYear) return [a, { year: b.year, months: a.months }];
  if (a.wholeYear && !b.wholeYear) return [b, { year: a.year, months: b.months }];
  // On 5 July 6月比上月: both are June by the calendar, but the month before June is meant.
  if (same(a, b)) return [a, yoy ? yearBefore(a) : periodBefore(a)];
  if (a.wholeYear && b.wholeYear) {
    const [late, early] = [a, b].sort(before);
    if (late?.year === now.year && early)
      return [soFar, { year: early.year, months: soFar.months }];
  }
  return [...periods].sort(before);
}

/**
 * A comparison that leans on the question before: 跟上个月比呢, 比财政局呢. The question before is the side in question.
 */
export function compareWithPrevious(
  previous: { year: number; months: number[] | null; units: string[] },
  sentence: Sentence,
  comparison: Comparison,
): Comparison {
  const [base] = sentence.periods;
  const added = sentence.units.map((u) => u.name).filter((n) => !previous.units.includes(n));
  const both = added.length > 1 ? added : [...previous.units, ...added];
  if (!base && added.length > 0 && both.length > 1)
    return {
      sides: both.map((name) => ({ units: [name] })),
      ...(previous.months && { period: { year: previous.year, months: previous.months } }),
    };
  if (!previous.months || sentence.periods.length > 1) return comparison;
  const current = { year: previous.year, months: previous.months };
  const yoy = /同比|同期/.test(sentence.marked + (base?.text ?? ''));
  const other = !base
    ? yoy
      ? yearBefore(current)
      : periodBefore(current)
    : base.wholeYear
      ? // 去年同期 of a month of last year is a year before it, and not that month itself.
        base.year === current.year
        ? yearBefore(current)
        : { year: base.year, months: current.months }
      : same(current, base) || isStepBack(base.text, current.months)
        ? periodBefore(current)
        : base;
  const all = [...new Set([...current.months, ...other.months])].sort((a, b) => a - b);
  return { sides: [months(current), months(other)], period: { year: current.year, months: all } };
}

/** 上个月 beside October is September, whatever today's month: it is counted from the time in view. */
function isStepBack(text: string | undefined, months: number[]): boolean {
  const size = { 月: 1, 季: 3 }[
    /^(?:上|前)(?:一)?个?(月|季)度?(?:份)?$/.exec(text ?? '')?.[1] ?? ''
  ];
  return size === months.length;
}

/** One period only: it is the base (比上个月) or the one in question (上半年同比). */
function aloneInTime(
  only: Period & { wholeYear?: true },
  { marked, yoy, today }: { marked: string; yoy: boolean; today: Day },
): Period[] {
  const now = splitDay(today);
  const isBase = /(?:比|较|跟|和|与|同)(?:起|着)?的?\uE002/.test(marked);
  if (only.wholeYear && only.year < now.year) {
    const soFar = { year: now.year, months: range(1, now.month) };
    return [soFar, { year: only.year, months: soFar.months }];
  }
  if (!isBase) return [only, yoy ? yearBefore(only) : periodBefore(only)];
  const size = only.months.length;
  const start =
    size === 3 || size === 6 ? Math.floor((now.month - 1) / size) * size + 1 : now.month;
  const current = {
    year: now.year,
    months: range(start, start + (size === 3 || size === 6 ? size : 1) - 1),
  };
  return same(current, only) ? [only, periodBefore(only)] : [current, only].sort(before);
}
