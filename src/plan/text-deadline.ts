import { type Day, daysInMonth, makeDay, splitDay } from '../calendar/county-time.ts';
import { findPoints, N, normalise, type Point } from '../calendar/moments.ts';
import { readNumber } from '../text/number.ts';
import { fromPoints, repeating, type When } from './deadline.ts';
import { LONGEST_RHYTHM, readRepeat } from './rhythm.ts';

/**
 * The deadline inside a task's own text. Only words that set one count (3月底前, 到2023年, a period at the start of a
 * clause); repetition (每月) counts in short texts, where it is the task, not in paragraphs, where it describes a way.
 */
export function findDeadline(content: string, year: number): When | undefined {
  const plain = normalise(content);
  const { points } = timesIn(plain, year);
  const repeated = plain.length <= LONGEST_RHYTHM ? readRepeat(plain) : undefined;
  if (repeated && (repeated.every !== 'year' || repeated.months))
    return repeating(repeated, points, plain, year);
  return points.length > 0 ? fromPoints(points, plain, year, 'text') : undefined;
}

/** 抓好重点项目，一季度新开工5个: a period that sets the deadline though only a later clause of the text names it. */
export function deadlineInPassing(content: string, year: number): string | undefined {
  const plain = normalise(content);
  const { points, isSet } = timesIn(plain, year);
  const first = isSet || readRepeat(plain) ? undefined : points[0];
  return first && /[,，。;；]/.test(plain.slice(0, first.at)) ? first.words : undefined;
}

/** The times that bound a text, and whether words set them as deadlines (底前, 到) or they only begin a clause. */
function timesIn(plain: string, year: number): { points: Point[]; isSet: boolean } {
  const all = findPoints(plain, year);
  const strong = all.filter(
    (p) => p.strong || /(?:到|至|截至|于|限|力争)$/.test(plain.slice(0, p.at)),
  );
  const first = all.findIndex(
    (p) =>
      /(?:^|[,，。;；、:：(])(?:力争|争取|确保|计划|预计|在)?$/.test(plain.slice(0, p.at)) &&
      !/^20\d\d年度?$/.test(p.words),
  );
  // 3月、9月各一场: moments in a row belong together.
  const clause = all.filter(
    (_, i) => i === first || (first >= 0 && i > first && followsOn(all, first, i, plain)),
  );
  const isSet = strong.length > 0;
  return { points: isSet ? strong : clause, isSet };
}

function followsOn(all: Point[], first: number, i: number, plain: string): boolean {
  return all
    .slice(first, i)
    .every((p, k) => /^[、,，和及]$/.test(plain.slice(p.end, all[first + k + 1]?.at)));
}

/** What the text of a task adds to the month or quarter whose row it stands in. */
export type Refinement = {
  when: When;
  /** A deadline that names another month than the row does: a person has to say which holds. */
  elsewhere?: string;
};

/** 25日前, 本月25日前: a day of the row's own month. */
const DAY_OF_ROW = new RegExp(`(?<![月\\d])(?:[本当]月)?(${N})[日号](?:之?前|以前)`, 'gu');

/**
 * Within a row's own month or quarter the text may set a nearer day (3月20日前报送), and within 全年 a rhythm
 * (每月10日前). Only deadlines in words (前, 内) count: other dates in a text are when something takes place.
 */
export function refineWithText(period: When, content: string, year: number): Refinement {
  const plain = normalise(content);
  if (period.recurrence) {
    const rhythm = plain.length <= LONGEST_RHYTHM ? readRepeat(plain) : undefined;
    return period.recurrence.every === 'ongoing' && rhythm && rhythm.every !== 'year'
      ? { when: repeating(rhythm, [], plain, year) }
      : { when: period };
  }
  const deadlines = findPoints(plain, year)
    .filter((p) => p.strong && namesMonth(p))
    .map((p) => inPlanYear(p, year));
  const within = (day: Day) =>
    period.month !== null && period.dueOn === null
      ? day.slice(0, 7) === makeDay(year, period.month, 1).slice(0, 7)
      : period.dueOn !== null && day <= period.dueOn && day >= (period.startOn ?? day);
  const days = [
    ...deadlines.filter((p) => within(p.last) && !isWholeMonth(p)).map((p) => p.last),
    ...(period.month === null ? [] : daysOfRow(plain, year, period.month)),
  ].sort();
  const nearest = days.at(-1);
  const elsewhere = nearest === undefined && deadlines.find((p) => !within(p.last));
  return {
    when: nearest === undefined ? period : { ...period, dueOn: nearest },
    ...(elsewhere ? { elsewhere: plain.slice(elsewhere.at, elsewhere.end) } : {}),
  };
}

function daysOfRow(plain: string, year: number, month: number): Day[] {
  return [...plain.matchAll(DAY_OF_ROW)].flatMap(([, text = '']) => {
    const day = readNumber(text) ?? 0;
    return day >= 1 && day <= daysInMonth(year, month) ? [makeDay(year, month, day)] : [];
  });
}

const namesMonth = ({ words }: Point) => /月|\d[-./]\d/.test(words);

/** 谋划2027年项目，11月底前上报: a month without a year of its own is one of the plan's year. */
function inPlanYear(point: Point, year: number): Point {
  if (/年|20\d\d/.test(point.words)) return point;
  const moved = (day: Day) => makeDay(year, splitDay(day).month, splitDay(day).date);
  return { ...point, first: moved(point.first), last: moved(point.last) };
}

/** 3月底前 in March says no more than the row does. */
const isWholeMonth = ({ first, last }: Point) =>
  first.endsWith('-01') &&
  splitDay(last).date === daysInMonth(splitDay(last).year, splitDay(last).month);
