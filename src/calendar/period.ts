import { type Day, lastDayOfMonth, makeDay, splitDay } from './county-time.ts';

/** The months that a question speaks of. */
export type Period = {
  year: number;
  /** 1–12, ascending; of `year`, except where `window` reaches into the year before or after. */
  months: number[];
  /** Days, both included, where the question is narrower or wider than whole months of one year. */
  window?: { from: Day; to: Day };
};

/** What one expression says. `year` as spoken; undefined is left to the question's day or to a neighbour. */
export type SpokenPeriod = Omit<Period, 'year'> & {
  year: number | undefined;
  /** The expression names a year and nothing smaller: 去年 can also mean "the same months of last year". */
  wholeYear?: true;
  /** Months of each where the expression lists several: 一二季度. */
  parts?: number[][];
};

/** Where a text names a period, and which. */
export type PeriodMention = { at: number; length: number; text: string } & Period & {
    yearSpoken: boolean;
    wholeYear?: true;
    parts?: number[][];
  };

/** One way to say a period; `read` gives undefined for what only looks like one (13月). */
export type PeriodRule = {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, today: Day) => SpokenPeriod | undefined;
  example: string;
};

/** Several periods as one: 一月和三月. The year is the latest; days hold only when there is a single expression. */
export function joinPeriods(periods: readonly Period[]): Period | undefined {
  const [only] = periods;
  if (!only) return undefined;
  if (periods.length === 1) {
    const { year, months, window } = only;
    return { year, months, ...(window && { window }) };
  }
  const months = [...new Set(periods.flatMap((p) => p.months))].sort((a, b) => a - b);
  return { year: Math.max(...periods.map((p) => p.year)), months };
}

/** The period of the same length just before: for 环比 and 比上期. A year goes with its year, a half with the half before. */
export function periodBefore({ year, months }: Period): Period {
  const first = months[0] ?? 1;
  const size = (months.at(-1) ?? 12) - first + 1;
  if (first === 1) {
    const length = 12 % size === 0 ? size : 12;
    return length === 12
      ? { year: year - 1, months }
      : { year: year - 1, months: range(13 - length, 12) };
  }
  const start = Math.max(1, first - size);
  return { year, months: range(start, first - 1) };
}

/** The same months of the year before: for 同比. */
export function yearBefore({ year, months }: Period): Period {
  return { year: year - 1, months };
}

/** Months from `first` to `last`, both included. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The months that days touch, within the year of `from`, and the days themselves. */
export function daysAsPeriod(from: Day, to: Day): SpokenPeriod {
  const a = splitDay(from);
  const b = splitDay(to);
  const last = b.year > a.year ? 12 : b.month;
  return { year: a.year, months: range(a.month, last), window: { from, to } };
}

/** Months counted from the month of `today`: -1 to -1 is last month. More than one year is told by days. */
export function monthsAround(today: Day, from: number, to: number): SpokenPeriod {
  const { year, month } = splitDay(today);
  const at = (offset: number) => {
    const n = year * 12 + (month - 1) + offset;
    return { year: Math.floor(n / 12), month: (n % 12) + 1 };
  };
  const a = at(from);
  const b = at(to);
  if (a.year === b.year) return { year: a.year, months: range(a.month, b.month) };
  const months = range(from, to).map((offset) => at(offset).month);
  return {
    year: b.year,
    months: [...new Set(months)].sort((x, y) => x - y),
    window: { from: makeDay(a.year, a.month, 1), to: lastDayOfMonth(b.year, b.month) },
  };
}
