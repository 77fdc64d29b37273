import { readNumber } from '../text/number.ts';
import { addDays, type Day, makeDay, splitDay, weekday } from './county-time.ts';
import { FESTIVAL_NAMES, festivalDay, nextFestival } from './festivals.ts';
import {
  addMonths,
  dayExists,
  halfYearSpan,
  monthSpan,
  oneDay,
  type PartOfMonth,
  quarterSpan,
  type Span,
  weekSpan,
  yearSpan,
} from './span.ts';
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

const N = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const BEFORE = '(?:之前|以前|前)?';
const PART = '(上旬|中旬|下旬|月底|底|末|初|中)';
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
const YEAR = '(?:([去今本当明来后])年|(\\d{4})年)';
const WEEKDAYS = '一二三四五六日';

const num = (s: string | undefined) => (s === undefined ? undefined : readNumber(s));
const as = (precision: Precision, span: Span | undefined) => span && { ...span, precision };
const partOf = (word: string | undefined): PartOfMonth =>
  (word === undefined ? undefined : PARTS[word]) ?? 'whole';

function yearOf(word: string | undefined, digits: string | undefined, ref: Day) {
  if (digits !== undefined) return Number(digits);
  return word === undefined ? undefined : splitDay(ref).year + (YEARS[word] ?? 0);
}

/** The year of a month named alone: up to four months back counts as meant, earlier ones are next year's. */
function nearYear(month: number, ref: Day, lean: Lean): number {
  const now = splitDay(ref);
  const ahead = month - now.month;
  if (lean === 'back') return ahead > 0 ? now.year - 1 : now.year;
  return ahead < -4 ? now.year + 1 : now.year;
}

function dateOf(year: number, month: number, date: number | undefined): Span | undefined {
  return date !== undefined && dayExists(year, month, date)
    ? oneDay(makeDay(year, month, date))
    : undefined;
}

/** A day of the month named alone: this month's, or the nearest in the direction of `lean`. */
function bareDate(date: number, ref: Day, lean: Lean): Span | undefined {
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
function bareP(part: PartOfMonth, ref: Day, lean: Lean): Span {
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
const monthShift = (word: string) => MONTH_SHIFT.find(([p]) => p.test(word))?.[1] ?? 0;

const WEEK_SHIFT: Record<string, number> = { 上上: -2, 上: -1, 上个: -1, 下: 1, 下个: 1, 下下: 2 };
const DAY_SHIFT: Record<string, number> = {
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

const DURATION = `(${N.slice(1, -1)}|半|几|数)个?(半)?(工作日|天|日|周|星期|礼拜|月|季度|年)`;

function duration(m: RegExpExecArray, ref: Day) {
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
function aroundFestival(day: Day | undefined, word: string | undefined, ref: Day) {
  if (!day) return undefined;
  if (/前/.test(word ?? '')) return as('day', { start: ref, end: addDays(day, -1) });
  if (/后/.test(word ?? '')) return as('week', { start: day, end: addDays(day, 14) });
  return as('week', { start: day, end: addDays(day, 6) });
}

function festivalAhead(name: string, ref: Day, lean: Lean): Day | undefined {
  const { year } = splitDay(ref);
  const here = festivalDay(name, year);
  if (lean === 'forward' && here !== undefined && here < ref) return festivalDay(name, year + 1);
  return here;
}

/** Most specific first: a later rule never takes what an earlier one has read. */
export const DATE_RULES: DateRule[] = [
  {
    pattern: /(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?(?:之前|以前|前)?/gu,
    read: (m) => as('day', dateOf(Number(m[1]), Number(m[2]), Number(m[3]))),
    example: ['2022年3月25日前', '2022-03-25', '2022-03-25'],
  },
  {
    pattern: new RegExp(`${N}月份?${N}[日号]?[-~至到—]${N}[日号]${BEFORE}`, 'gu'),
    read: (m, ref, lean) => {
      const month = num(m[1]) ?? 0;
      const year = nearYear(month, ref, lean);
      const [a, b] = [dateOf(year, month, num(m[2])), dateOf(year, month, num(m[3]))];
      return a && b && as('day', { start: a.start, end: b.end });
    },
    example: ['4月5日至8日', '2022-04-05', '2022-04-08'],
  },
  {
    pattern: new RegExp(`${YEAR}?${N}月份?${N}(?:[日号]|(?![\\d万亿千百家个项%.]))${BEFORE}`, 'gu'),
    read: (m, ref, lean) => {
      const month = num(m[3]) ?? 0;
      return as(
        'day',
        dateOf(yearOf(m[1], m[2], ref) ?? nearYear(month, ref, lean), month, num(m[4])),
      );
    },
    example: ['四月十二号', '2022-04-12', '2022-04-12'],
  },
  {
    pattern: new RegExp(`${YEAR}?${N}月份?${PART}${BEFORE}`, 'gu'),
    read: (m, ref, lean) => {
      const month = num(m[3]) ?? 0;
      if (month < 1 || month > 12) return undefined;
      const year = yearOf(m[1], m[2], ref) ?? nearYear(month, ref, lean);
      return as('month', monthSpan(year, month, partOf(m[4])));
    },
    example: ['4月中旬前', '2022-04-11', '2022-04-20'],
  },
  {
    pattern: new RegExp(`${YEAR}?${N}月(?!${N}[日号])份?(前|之前|以前|内)?`, 'gu'),
    read: (m, ref, lean) => {
      const month = num(m[3]) ?? 0;
      if (month < 1 || month > 12) return undefined;
      const year = yearOf(m[1], m[2], ref) ?? nearYear(month, ref, lean);
      // 5月前 is before May begins, unlike 5月底前.
      return as('month', monthSpan(year, /前/.test(m[5] ?? '') ? month - 1 : month));
    },
    example: ['5月前', '2022-04-01', '2022-04-30'],
  },
  {
    pattern: new RegExp(
      `(下下个?|上上个?|下个|上个|这个|本|当|下|次|上)月(?:份|的)?(?:${N}[日号]|${PART})?内?${BEFORE}`,
      'gu',
    ),
    read: (m, ref) => {
      const now = splitDay(ref);
      const month = now.month + monthShift(m[1] ?? '');
      const whole = monthSpan(now.year, month);
      if (m[2] === undefined) return as('month', monthSpan(now.year, month, partOf(m[3])));
      const { year, month: real } = splitDay(whole.start);
      return as('day', dateOf(year, real, num(m[2])));
    },
    example: ['下个月10号', '2022-04-10', '2022-04-10'],
  },
  {
    pattern: new RegExp(`${DURATION}(?:以内|之内|内|以后|之后|后|左右)`, 'gu'),
    read: (m, ref) => duration(m, ref),
    example: ['两周内', '2022-03-16', '2022-03-30'],
  },
  {
    pattern: new RegExp(
      `(?<=延期|延长|延迟|延后|延缓|宽限|推迟|顺延|再给|还需要?|还要|再需|晚|缓|再用|大概|约|预计|需要?|过)${DURATION}(?![前号])`,
      'gu',
    ),
    read: (m, ref) => duration(m, ref),
    example: ['宽限三天', '2022-03-16', '2022-03-19'],
  },
  {
    pattern: new RegExp(
      `(?<![\\d一二两三四五六七八九十几半每])(上上个?|上个?|下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天1-6])(?![个项家])${BEFORE}`,
      'gu',
    ),
    read: (m, ref, lean) => {
      const at = WEEKDAYS.indexOf(m[2] === '天' ? '日' : (m[2] ?? ''));
      const index = at >= 0 ? at : Number(m[2]) - 1;
      const pick = (weeks: number) => oneDay(addDays(weekSpan(ref, weeks).start, index));
      const shift = WEEK_SHIFT[m[1] ?? ''];
      if (m[1] !== undefined) return as('day', pick(shift ?? 0));
      const passed = index + 1 < weekday(ref);
      return as('day', pick(lean === 'forward' && passed ? 1 : 0));
    },
    example: ['下周三', '2022-03-23', '2022-03-23'],
  },
  {
    pattern: new RegExp(
      `(上上个?|上个?|下下个?|下个?|这个?|本)(?:周|星期|礼拜)(末|内|初|中|底)?${BEFORE}`,
      'gu',
    ),
    read: (m, ref) => {
      const week = weekSpan(ref, WEEK_SHIFT[m[1] ?? ''] ?? 0);
      return as('week', m[2] === '末' ? { ...week, start: addDays(week.end, -1) } : week);
    },
    example: ['下周', '2022-03-21', '2022-03-27'],
  },
  {
    pattern: new RegExp(`(?<![一二两三四五六七八九十几每\\d])周(末|内)${BEFORE}`, 'gu'),
    read: (m, ref) => {
      const week = weekSpan(ref, 0);
      return as('week', m[1] === '末' ? { ...week, start: addDays(week.end, -1) } : week);
    },
    example: ['周末前', '2022-03-19', '2022-03-20'],
  },
  {
    pattern: new RegExp(
      `(大前|大后|(?<!以|之)[前后](?=天)|昨|今|明)(?:天|日|晚|早)(?:上午|下午|晚上|早上|中午)?(?:下班)?${BEFORE}`,
      'gu',
    ),
    read: (m, ref) => as('day', oneDay(addDays(ref, DAY_SHIFT[m[1] ?? ''] ?? 0))),
    example: ['后天', '2022-03-18', '2022-03-18'],
  },
  {
    pattern: /当天|今明两天|明后(?:两)?天|这两天|这几天|近两天|过两天|过几天|下班前/gu,
    read: (m, ref) => {
      const days = /当天|下班/.test(m[0]) ? 0 : /今明/.test(m[0]) ? 1 : /几/.test(m[0]) ? 3 : 2;
      return as(days > 1 ? 'week' : 'day', { start: ref, end: addDays(ref, days) });
    },
    example: ['这两天', '2022-03-16', '2022-03-18'],
  },
  {
    pattern: new RegExp(
      `${YEAR}?(?:第?([一二三四1-4])季度|[qQ]([1-4]))(?:季?[末底内]|结束)?${BEFORE}`,
      'gu',
    ),
    read: (m, ref, lean) => {
      const quarter = num(m[3] ?? m[4]) ?? 1;
      const year = yearOf(m[1], m[2], ref) ?? nearYear(quarter * 3, ref, lean);
      return as('quarter', quarterSpan(year, quarter));
    },
    example: ['二季度末', '2022-04-01', '2022-06-30'],
  },
  {
    pattern: new RegExp(
      `(下个?|上个?|本|这个)季度?(?:[末底内初])?${BEFORE}|季度?[末底]${BEFORE}`,
      'gu',
    ),
    read: (m, ref) => {
      const { year, month } = splitDay(ref);
      return as('quarter', quarterSpan(year, Math.ceil(month / 3) + monthShift(m[1] ?? '本')));
    },
    example: ['本季度末', '2022-01-01', '2022-03-31'],
  },
  {
    pattern: new RegExp(`${YEAR}?([上下])半年${BEFORE}`, 'gu'),
    read: (m, ref) => {
      const year = yearOf(m[1], m[2], ref) ?? splitDay(ref).year;
      return as('year', halfYearSpan(year, m[3] === '上' ? 1 : 2));
    },
    example: ['上半年', '2022-01-01', '2022-06-30'],
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}|(?<![\\d一二三四五六七八九十半全])年)(底|末|内|终|中|初)${BEFORE}`,
      'gu',
    ),
    read: (m, ref) => {
      const year = yearOf(m[1], m[2], ref) ?? splitDay(ref).year;
      const months: Record<string, number> = { 中: 6, 初: 1 };
      const month = months[m[3] ?? ''];
      return as('year', month === undefined ? yearSpan(year) : monthSpan(year, month));
    },
    example: ['年底前', '2022-01-01', '2022-12-31'],
  },
  {
    pattern: new RegExp(
      `(${FESTIVAL_NAMES.join('|')})(?:节|假期|长假|小长假|假)*(之?前|以前|之?后|以后|期间)`,
      'gu',
    ),
    read: (m, ref, lean) => aroundFestival(festivalAhead(m[1] ?? '', ref, lean), m[2], ref),
    example: ['国庆节前', '2022-03-16', '2022-09-30'],
  },
  {
    pattern: /(?<![\d一二两三四五六七八九十几半去今明本周])年(之?前|之?后)/gu,
    read: (m, ref) => {
      const { year, month } = splitDay(ref);
      const winter = month >= 11 || month <= 2;
      const feast = festivalAhead('春节', ref, 'forward');
      if (winter) return aroundFestival(feast, m[1], ref);
      return as('year', { start: ref, end: yearSpan(year).end });
    },
    example: ['年前', '2022-03-16', '2022-12-31'],
  },
  {
    pattern: /(?<![季调环枢细情使礼])(?:两|双)?节(之?前|之?后)/gu,
    read: (m, ref) => aroundFestival(nextFestival(ref), m[1], ref),
    example: ['节前', '2022-03-16', '2022-04-04'],
  },
  {
    pattern: new RegExp(`(?<![\\d.第])${N}[日号]?[-~至到—]${N}[日号]${BEFORE}`, 'gu'),
    read: (m, ref, lean) => {
      const [a, b] = [num(m[1]) ?? 0, num(m[2]) ?? 0];
      const end = bareDate(b, ref, lean);
      return end && a < b ? as('day', { start: addDays(end.end, a - b), end: end.end }) : undefined;
    },
    example: ['25-28号', '2022-03-25', '2022-03-28'],
  },
  {
    pattern: new RegExp(`(?<![\\d.第月])${N}[日号](?![楼线院文机厂店桥任事工])${BEFORE}`, 'gu'),
    read: (m, ref, lean) => as('day', bareDate(num(m[1]) ?? 0, ref, lean)),
    example: ['25号前', '2022-03-25', '2022-03-25'],
  },
  {
    pattern:
      /(?<![\d.])(1[0-2]|[1-9])[./](3[01]|[12]\d|0?[1-9])(?=[日号前之以])[日号]?(?:之前|以前|前)?/gu,
    read: (m, ref, lean) => {
      const month = Number(m[1]);
      return as('day', dateOf(nearYear(month, ref, lean), month, Number(m[2])));
    },
    example: ['4.15前', '2022-04-15', '2022-04-15'],
  },
  {
    pattern: new RegExp(
      `(?<![\\d个年半每累按当本这上下次岁])月(底|末|初|中|内)${BEFORE}|(?<!月)(上旬|中旬|下旬)${BEFORE}`,
      'gu',
    ),
    read: (m, ref, lean) => {
      const word = m[1] ?? m[2];
      return as(
        'month',
        word === '内' ? bareP('whole', ref, lean) : bareP(partOf(word), ref, lean),
      );
    },
    example: ['月底前', '2022-03-26', '2022-03-31'],
  },
  {
    pattern: new RegExp(`${YEAR}${BEFORE}`, 'gu'),
    read: (m, ref) => {
      const year = yearOf(m[1], m[2], ref) ?? splitDay(ref).year;
      return as('year', yearSpan(year));
    },
    example: ['明年', '2023-01-01', '2023-12-31'],
  },
];
