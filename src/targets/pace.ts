import { type Amount, inBase, isSameKind, type SeriesValue, sumOfMonths } from './amount.ts';
import {
  compareDecimals,
  type Decimal,
  divideDecimals,
  readDecimal,
  showDecimal,
  timesInteger,
} from './decimal.ts';

/**
 * How much of a year's target is due by when: `half` percent by the end of June, evenly before and after. 50 is linear
 * (时间过半、任务过半), 60 is 任务过六.
 */
export type Curve = { half: number };

/** The share of the year that is due at the end of a month, in 1/600: 600 is all of it. */
export function dueShare(month: number, { half }: Curve): number {
  return month <= 6 ? half * month : 6 * half + (100 - half) * (month - 6);
}

export type PacedTarget = Amount & {
  measure: SeriesValue['measure'];
  bound: 'at-least' | 'at-most' | 'about';
  scope: SeriesValue['scope'];
  lag: number;
  curve: Curve;
};

/** Where a target stands by the newest month that was reported. Percents have one place after the point. */
export type Standing = {
  month: number;
  /** In the unit that was reported: as given, or summed from every month since January. */
  actual: Amount;
  summed: boolean;
  /** Of the year's target; null where a share of it means nothing (growth, ratio). */
  percent: string | null;
  /** What was due by that month, in percent of the year. */
  due: string | null;
  behind: boolean;
  /** 按目前进度推算: the year's figure, in the unit that was reported; null where none can be told. */
  forecast: Amount | null;
};

/**
 * Holds what was reported against the curve, in the month it was reported for: a lagging indicator is never held against
 * a month it cannot know. Growth rates and shares are held against the target as they are and never added. Pure.
 */
export function standingOf(target: PacedTarget, values: SeriesValue[]): Standing | undefined {
  const fitting = values.filter((v) => v.scope === target.scope && isSameKind(v.unit, target.unit));
  const current = newest(target, fitting);
  const goal = inBase(target);
  const actual = current && inBase(current.amount);
  if (!current || !goal || !actual) return undefined;
  const { month, amount, summed } = current;
  if (target.measure !== 'level') {
    const order = compareDecimals(actual, goal);
    const behind = target.bound === 'at-most' ? order > 0 : order < 0;
    return { month, actual: amount, summed, percent: null, due: null, behind, forecast: null };
  }
  const share = BigInt(Math.round(dueShare(month, target.curve)));
  const done = timesInteger(actual, 600n);
  const wanted = timesInteger(goal, share);
  return {
    month,
    actual: amount,
    summed,
    percent: percentOf(actual, goal),
    due: percentOf({ digits: share, scale: 0 }, { digits: 600n, scale: 0 }),
    behind:
      target.bound === 'at-most'
        ? compareDecimals(done, wanted) > 0
        : compareDecimals(done, wanted) < 0,
    forecast: month < 12 ? forecastOf(amount, share) : null,
  };
}

/** The newest cumulative figure; where the months were reported one by one, their sum from January on. */
function newest(
  target: PacedTarget,
  values: SeriesValue[],
): { month: number; amount: Amount; summed: boolean } | undefined {
  const cumulative = values
    .filter((v) => v.span === 'cumulative')
    .toSorted((a, b) => b.month - a.month)[0];
  const current = values.filter((v) => v.span === 'current').toSorted((a, b) => a.month - b.month);
  const run = current.findIndex((v, i) => v.month !== i + 1);
  const months = run < 0 ? current : current.slice(0, run);
  const sum = target.measure === 'level' ? sumOfMonths(months) : undefined;
  if (sum && months.length > (cumulative?.month ?? 0))
    return { month: months.length, amount: sum, summed: true };
  if (!cumulative) return undefined;
  const { value, unit, month } = cumulative;
  return { month, amount: { value, unit }, summed: false };
}

function percentOf(a: Decimal, b: Decimal): string | null {
  const share = divideDecimals(timesInteger(a, 100n), b, 1);
  return share ? showDecimal(share) : null;
}

function forecastOf({ value, unit }: Amount, share: bigint): Amount | null {
  const read = readDecimal(value);
  const whole = read && divideDecimals(timesInteger(read, 600n), { digits: share, scale: 0 }, 2);
  return whole ? { value: showDecimal(whole), unit } : null;
}

/** The newest month of which a figure can be known on a day of `month`, by the indicator's lag. */
export function knowableMonth(month: number, date: number, lag: number): number {
  return (date >= 20 ? month : month - 1) - lag;
}
