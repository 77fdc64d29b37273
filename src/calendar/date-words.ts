import { readNumber } from '../text/number.ts';
import { addDays, type Day, makeDay, splitDay } from './county-time.ts';
import { festivalDay } from './festivals.ts';
import { addMonths, dayExists, monthSpan, oneDay, type PartOfMonth, type Span } from './span.ts';
import { nextWorkingDay } from './working-days.ts';

export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Which way a phrase without a year or month looks: 25号 of a plan lies ahead, of a report behind. */
export type Lean = 'forward' | 'back';

export type DateRule = {
  pattern: RegExp;
  read: (m: RegExpExecArray, ref: Day, lean: Lean) => (Span & { precision: Precision }) | undefined;
  /** A phrase and what it means on Wednesday 16 March 2022. */
  example: [phrase: string, start: Day, end: Day];
};

export const N = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
export const BEFORE = '(?:之前|以前|前)?';
export const PART = '(上旬|中旬|下旬|月底|底|末|初|中)';
const PARTS: Record<string, PartOfMonth> = {
  上旬: 'early',
  中旬: 'middle',
  下旬: 'late',
  初: 'first',
  中: 'mid',
  底: 'end',
  末: 'end',
  月底: 'end',
};
const YEARS: Record<string, number> = { 去: -1, 今: 0, 本: 0, 当: 0, 明: 1, 来: 1, 后: 2 };
export const YEAR = '(?:([去今本当明来后])年|(\\d{4})年)';
export const WEEKDAYS = '一二三四五六日';

export const num = (s: string | undefined) => (s === undefined ? undefined : readNumber(s));
export const as = (precision: Precision, span: Span | undefined) => span && { ...span, precision };
export const partOf = (word: string | undefined): PartOfMonth =>
  (word === undefined ? undefined : PARTS[word]) ?? 'whole';

export function yearOf(word: string | undefined, digits: string | undefined, ref: Day) {
  if (digits !== undefined) return Number(digits);
  return word === undefined ? undefined : splitDay(ref).year + (YEARS[word] ?? 0);
}

/** The year of a month named alone: up to four months back counts as meant, earlier ones are next year's. */
export function nearYear(month: number, ref: Day, lean: Lean): number {
  const now = splitDay(ref);
  const ahead = month - now.month;
  if (lean === 'back') return ahead > 0 ? now.year - 1 : now.year;
  return ahead < -4 ? now.year + 1 : now.year;
}

export function dateOf(year: number, month: number, date: number | undefined): Span | undefined {
  return date !== undefined && dayExists(year, month, date)
    ? oneDay(makeDay(year, month, date))
    : undefined;
}

/** A day of the month named alone: this month's, or the nearest in the direction of `lean`. */
export function bareDate(date: number, ref: Day, lean: Lean): Span | undefined {
  const now = splitDay(ref);
  const shift = lean === 'forward' ? (date < now.date ? 1 : 0) : date > now.date ? -1 : 0;
  for (let i = 0; i < 3; i++) {
    const { start } = monthSpan(now.year, now.month + shift + (lean === 'forward' ? i : -i));
    const { year, month } = splitDay(start);
    if (dayExists(year, month, date)) return oneDay(makeDay(year, month, date));
  }
  return undefined;
}

/** 月底, 下旬: this month's unless it is over and the phrase looks ahead. */
export function bareP(part: PartOfMonth, ref: Day, lean: Lean): Span {
  const now = splitDay(ref);
  const here = monthSpan(now.year, now.month, part);
  if (lean === 'forward' && here.end < ref) return monthSpan(now.year, now.month + 1, part);
  if (lean === 'back' && here.start > ref) return monthSpan(now.year, now.month - 1, part);
  return here;
}

const MONTH_SHIFT: [RegExp, number][] = [
  [/^下下/, 2],
  [/^(?:下|次)/, 1],
  [/^上上/, -2],
  [/^上/, -1],
  [/./, 0],
];
export const monthShift = (word: string) => MONTH_SHIFT.find(([p]) => p.test(word))?.[1] ?? 0;

export const WEEK_SHIFT: Record<string, number> = {
  上上: -2,
  上: -1,
  上个: -1,
  下: 1,
  下个: 1,
  下下: 2,
};
export const DAY_SHIFT: Record<string, number> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};

function later(ref: Day, count: number, unit: string): Day {
  if (/工作日/.test(unit)) {
    let day = ref;
    for (let i = 0; i < Math.min(count, 60); i++) day = nextWorkingDay(addDays(day, 1));
    return day;
  }
  if (/周|星期|礼拜/.test(unit)) return addDays(ref, count * 7);
  if (/季/.test(unit)) return addMonths(ref, count * 3);
  if (/月/.test(unit)) return addMonths(ref, count);
  if (/年/.test(unit)) return addMonths(ref, count * 12);
  return addDays(ref, count);
}

const UNIT_PRECISION: [RegExp, Precision][] = [
  [/周|星期|礼拜/, 'week'],
  [/季/, 'quarter'],
  [/月/, 'month'],
  [/年/, 'year'],
  [/./, 'day'],
];
const precisionOf = (unit: string): Precision =>
  UNIT_PRECISION.find(([p]) => p.test(unit))?.[1] ?? 'day';

export const DURATION = `(${N.slice(1, -1)}|半|几|数)个?(半)?(工作日|天|日|周|星期|礼拜|月|季度|年)`;

export function duration(m: RegExpExecArray, ref: Day) {
  const unit = m[3] ?? '天';
  // 几天 is "a few": three is what people wait before they ask.
  const few = m[1] === '几' || m[1] === '数' ? 3 : undefined;
  if (m[1] === '半')
    return as(precisionOf(unit), {
      start: ref,
      end: /年/.test(unit) ? addMonths(ref, 6) : addDays(ref, /月/.test(unit) ? 15 : 1),
    });
  const count = few ?? num(m[1]);
  if (count === undefined || count > 99) return undefined;
  const whole = later(ref, count, unit);
  const end = m[2] && /月/.test(unit) ? addDays(whole, 15) : whole;
  return as(precisionOf(unit), { start: ref, end });
}

/** Before the festival is until its eve; after it, the fortnight that follows. */
export function aroundFestival(day: Day | undefined, word: string | undefined, ref: Day) {
  if (!day) return undefined;
  if (/前/.test(word ?? '')) return as('day', { start: ref, end: addDays(day, -1) });
  if (/后/.test(word ?? '')) return as('week', { start: day, end: addDays(day, 14) });
  return as('week', { start: day, end: addDays(day, 6) });
}

export function festivalAhead(name: string, ref: Day, lean: Lean): Day | undefined {
  const { year } = splitDay(ref);
  const here = festivalDay(name, year);
  if (lean === 'forward' && here !== undefined && here < ref) return festivalDay(name, year + 1);
  return here;
}
