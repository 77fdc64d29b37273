import { addDays, type Day, makeDay, splitDay } from '../calendar/county-time.ts';
import { findPoints, N, normalise, type Point } from '../calendar/moments.ts';
import { readNumber } from '../text/number.ts';
import { verbose } from '../text/verbose.ts';
import type { Recurrence } from './plan.ts';
import { FULL_YEAR, LONGEST_RHYTHM, ONGOING, type Repeat, readRepeat } from './rhythm.ts';

/** When a task falls due, as far as its text says. */
export type When = {
  startOn: Day | null;
  dueOn: Day | null;
  recurrence: Recurrence | null;
  /** The one month of the plan's year it belongs to. */
  month: number | null;
};

/** What a cell or field for a deadline says; undefined where nothing in it is understood. */
export function readDeadline(text: string, year: number): When | undefined {
  const plain = normalise(text);
  if (plain === '') return undefined;
  if (FULL_YEAR.test(plain)) return ongoing(year);
  const repeated = readRepeat(plain);
  const points = findPoints(
    repeated ? plain.replace(repeated.words, (w) => ' '.repeat(w.length)) : plain,
    year,
  );
  if (repeated) return repeating(repeated, points, plain, year);
  if (points.length > 0) return fromPoints(points, plain, year);
  const bare = /^(\d{1,2})[./](\d{1,2})(?:日?(?:之?前|以前)?)$/.exec(plain);
  if (bare && isDay(Number(bare[1]), Number(bare[2])))
    return single(makeDay(year, Number(bare[1]), Number(bare[2])), year);
  if (/^\d{5}$/.test(plain)) return serialDay(Number(plain), year);
  const span = /^(\d{1,2})[./](\d{1,2})-(\d{1,2})[./](\d{1,2})$/.exec(plain)?.slice(1).map(Number);
  const [m1 = 0, d1 = 0, m2 = 0, d2 = 0] = span ?? [];
  if (isDay(m1, d1) && isDay(m2, d2))
    return { ...single(makeDay(year, m2, d2), year), startOn: makeDay(year, m1, d1) };
  return ONGOING.test(plain) ? ongoing(year) : undefined;
}

/** The month, or the span, that a month or quarter cell names. A month alone sets no due day of its own. */
export function readPeriod(text: string, year: number): When | undefined {
  const plain = normalise(text);
  const month = /^(?:20\d\d年)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:月(?:份|度)?)?$/.exec(plain);
  const n = readNumber(month?.[1] ?? '');
  if (n !== undefined && n >= 1 && n <= 12)
    return { startOn: null, dueOn: null, recurrence: null, month: n };
  const dated = /^(20\d\d)[-./年](\d{1,2})(?:月|[-./]\d{1,2}日?)?$/.exec(plain);
  if (dated && Number(dated[1]) === year && Number(dated[2]) <= 12)
    return { startOn: null, dueOn: null, recurrence: null, month: Number(dated[2]) };
  return readDeadline(text, year);
}

/** Months or quarters side by side with one heading beside them, whatever it says: 行动 | 一季度 | 二季度 | 三季度. */
export function headsPeriods(cells: string[]): boolean {
  const periods = cells.filter(isPeriod).length;
  return periods >= 3 && cells.length - periods === 1;
}

/** 3月底前, 9月末目标, 6月30日前: beside others of its kind it heads what is to be reached by then. */
export function headsMilestone(text: string): boolean {
  return (
    isPeriod(text) ||
    verbose`
      ^(?:20\d\d年)?(?:截?至)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月
      (?:底|末|(?:28|29|30|31)日)(?:前|之前)?(?:的?(?:目标|计划|进度|节点|任务|要求))?$
    `.test(normalise(text))
  );
}

/** Whether a whole text is nothing but a month, a quarter or another part of a year. */
export function isPeriod(text: string): boolean {
  const plain = normalise(text)
    // 第一季度（1—3月）
    .replace(/(?<=季度?|半年)[(（]\d{1,2}月?-\d{1,2}月份?[)）]$/, '')
    .replace(/[(（]共?\d{1,3}[项个条件][)）]$/, '')
    .replace(/(?:重点|主要)?(?:工作|任务|事项)(?:安排|任务|计划)?$/, '')
    .replace(/(?<=季度?|上半年|下半年|月份?)(?:工作|形象)?(?:目标|计划|安排|进度|节点|要求)$/, '')
    .replace(/^[(（【[]|[)）】\]]$/g, '');
  if (/^(?:20\d\d年)?(?:0?[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)月(?:份|度)?$/.test(plain))
    return true;
  return verbose`
    ^(?:20\d\d年)?(?:
      第?[一二三四1-4]季度?|[上下]半年|全年|[qQ][1-4]
      |(?:\d{1,2}|[一二三四五六七八九十]{1,2})月?[-~—–至到]
      (?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?
    )$
  `.test(plain);
}

/** 46203: a day as spreadsheets count it, from 30 December 1899, where its format was lost; only near the plan's year. */
function serialDay(serial: number, year: number): When | undefined {
  const day = addDays(makeDay(1899, 12, 30), serial);
  return Math.abs(splitDay(day).year - year) <= 1 ? single(day, year) : undefined;
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** What the moments of a field, or of a task's text, come to. */
export function fromPoints(
  points: Point[],
  plain: string,
  year: number,
  where: 'field' | 'text' = 'field',
): When {
  const last = points.reduce((a, b) => (b.last >= a.last ? b : a));
  const first = points[0];
  const next = points[1];
  // 3月至6月 is one span, from its first day.
  if (
    points.length === 2 &&
    first &&
    next &&
    /^(?:起|开始)?[-至到]/.test(plain.slice(first.end, next.at))
  )
    return {
      startOn: first.first,
      dueOn: next.last,
      recurrence: null,
      month: monthIn(next.last, year),
    };
  const months = [
    ...new Set(
      points.filter((p) => p.last.startsWith(`${year}-`)).map((p) => Number(p.last.slice(5, 7))),
    ),
  ];
  if (months.length > 1 && (where === 'field' || plain.length <= LONGEST_RHYTHM))
    return {
      startOn: null,
      dueOn: last.last,
      recurrence: { every: 'year', months: months.sort((a, b) => a - b) },
      month: null,
    };
  const begins =
    first && points.length === 1 && /^(?:起|开始|启动实施)/.test(plain.slice(first.end));
  if (begins)
    return { startOn: first.first, dueOn: makeDay(year, 12, 31), recurrence: null, month: null };
  return single(last.last, year);
}

function single(dueOn: Day, year: number): When {
  return { startOn: null, dueOn, recurrence: null, month: monthIn(dueOn, year) };
}

function monthIn(day: Day, year: number): number | null {
  return day.startsWith(`${year}-`) ? Number(day.slice(5, 7)) : null;
}

function ongoing(year: number): When {
  return {
    startOn: null,
    dueOn: makeDay(year, 12, 31),
    recurrence: { every: 'ongoing' },
    month: null,
  };
}

/** What a rhythm with the moments named beside it comes to. */
export function repeating(repeat: Repeat, points: Point[], plain: string, year: number): When {
  const after = plain.slice(plain.search(repeat.words)).replace(repeat.words, '');
  const day = readNumber(new RegExp(`^的?(${N})[日号]`, 'u').exec(after)?.[1] ?? '');
  const named = points
    .filter((p) => p.last.startsWith(`${year}-`))
    .map((p) => Number(p.last.slice(5, 7)));
  const yearly = repeat.every === 'year' && !repeat.months;
  const months = repeat.months ?? (named.length > 0 ? [...new Set(named)] : [12]);
  const last = points.at(-1);
  return {
    startOn: null,
    dueOn: yearly ? null : (last?.last ?? null),
    recurrence: { every: repeat.every, ...(day === undefined ? {} : { day }), months },
    month: null,
  };
}
