import chineseDays from 'chinese-days';
import {
  addDays,
  type Day,
  daysInMonth,
  lastDayOfMonth,
  makeDay,
  splitDay,
  weekday,
} from './county-time.ts';
import { CLOSED_FESTIVALS, festivalDay, restDaysByLaw } from './festivals.ts';

/** Years whose official holidays and 调休 are published; outside them only weekends are known. */
export const HOLIDAYS_KNOWN = { from: 2004, until: 2026 };

/** Days the county (or a newer notice) settles itself: true works, false rests. Wins over the published table. */
export type OwnDays = ReadonlyMap<Day, boolean>;

const NONE: OwnDays = new Map();

/** Whether offices work that day: 调休 and official holidays where published, else Monday to Friday but for the days that are free by law. */
export function isWorkingDay(day: Day, own: OwnDays = NONE): boolean {
  const settled = own.get(day);
  if (settled !== undefined) return settled;
  const { year } = splitDay(day);
  // Beyond its data the library takes 1 January for a working day and says nothing.
  if (year > HOLIDAYS_KNOWN.until) return weekday(day) <= 5 && !restDaysByLaw(year).has(day);
  if (year < HOLIDAYS_KNOWN.from) return weekday(day) <= 5;
  return chineseDays.getDayDetail(day).work;
}

/** Whether the days of a year are settled: by the published table, or by own days in which no holiday is missing. */
export function isYearKnown(year: number, own: OwnDays = NONE): boolean {
  return missingFestivals(year, own).length === 0;
}

/** The festivals that close the offices and of which neither the published table nor the own days say anything. */
export function missingFestivals(year: number, own: OwnDays = NONE): string[] {
  if (year >= HOLIDAYS_KNOWN.from && year <= HOLIDAYS_KNOWN.until) return [];
  return CLOSED_FESTIVALS.filter((name) => own.get(festivalDay(name, year) ?? '') !== false);
}

/** The last year up to which every year is known. */
export function knownUntil(own: OwnDays = NONE): number {
  let year = HOLIDAYS_KNOWN.until;
  while (isYearKnown(year + 1, own)) year++;
  return year;
}

/** The first working day of a month: when its month card goes out. */
export function firstWorkingDay(year: number, month: number, own?: OwnDays): Day {
  return nextWorkingDay(makeDay(year, month, 1), own);
}

/** The last working day of a month: the default due day of its tasks (CONTRACT section 5). */
export function lastWorkingDay(year: number, month: number, own?: OwnDays): Day {
  const last = lastDayOfMonth(year, month);
  for (let back = 0; back < daysInMonth(year, month); back++) {
    const day = addDays(last, -back);
    if (isWorkingDay(day, own)) return day;
  }
  return last;
}

/** `day` itself when it works, else the next day that does. */
export function nextWorkingDay(day: Day, own?: OwnDays): Day {
  let d = day;
  // A run of rest days is never longer than a fortnight; the bound guards a broken own table.
  for (let i = 0; i < 60 && !isWorkingDay(d, own); i++) d = addDays(d, 1);
  return d;
}

/** The working day before `day`. */
export function previousWorkingDay(day: Day, own?: OwnDays): Day {
  let d = addDays(day, -1);
  for (let i = 0; i < 60 && !isWorkingDay(d, own); i++) d = addDays(d, -1);
  return d;
}

/** The n-th working day after a day: where a clock of working days runs out. */
export function workingDayAfter(day: Day, n: number, own?: OwnDays): Day {
  let at = day;
  for (let i = 0; i < n; i++) at = nextWorkingDay(addDays(at, 1), own);
  return at;
}
