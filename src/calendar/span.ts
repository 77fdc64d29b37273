import {
  addDays,
  type Day,
  daysInMonth,
  lastDayOfMonth,
  makeDay,
  splitDay,
  weekday,
} from './county-time.ts';

/** A stretch of days, both ends included. */
export type Span = { start: Day; end: Day };

export type PartOfMonth = 'early' | 'middle' | 'late' | 'first' | 'mid' | 'end' | 'whole';

/** First and last day of the month for each part: 上旬, 中旬, 下旬, 月初, 月中, 月底, the month itself. */
const PARTS: Record<PartOfMonth, [number, number]> = {
  early: [1, 10],
  middle: [11, 20],
  late: [21, 31],
  first: [1, 5],
  mid: [11, 15],
  end: [26, 31],
  whole: [1, 31],
};

export function oneDay(day: Day): Span {
  return { start: day, end: day };
}

/** A month counted from January of `year`: 0 is December before, 13 January after. */
export function monthSpan(year: number, month: number, part: PartOfMonth = 'whole'): Span {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const [from, to] = PARTS[part];
  return { start: makeDay(y, m, from), end: makeDay(y, m, Math.min(to, daysInMonth(y, m))) };
}

/** Quarter 1–4 of a year; 0 and 5 lie in the neighbouring years. */
export function quarterSpan(year: number, quarter: number): Span {
  const first = monthSpan(year, quarter * 3 - 2);
  return { start: first.start, end: monthSpan(year, quarter * 3).end };
}

export function halfYearSpan(year: number, half: 1 | 2): Span {
  return half === 1
    ? { start: makeDay(year, 1, 1), end: lastDayOfMonth(year, 6) }
    : { start: makeDay(year, 7, 1), end: lastDayOfMonth(year, 12) };
}

export function yearSpan(year: number): Span {
  return { start: makeDay(year, 1, 1), end: makeDay(year, 12, 31) };
}

/** The week, Monday to Sunday, `weeks` after the one that holds `day`. */
export function weekSpan(day: Day, weeks: number): Span {
  const monday = addDays(day, 1 - weekday(day) + weeks * 7);
  return { start: monday, end: addDays(monday, 6) };
}

/** The day as many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = splitDay(day);
  const { start, end } = monthSpan(year, month + months);
  return addDays(start, Math.min(date, splitDay(end).date) - 1);
}

/** Whether the month has such a day. */
export function dayExists(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}
