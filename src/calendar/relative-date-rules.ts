import { addDays, splitDay, weekday } from './county-time.ts';
import {
  aroundFestival,
  as,
  BEFORE,
  DAY_SHIFT,
  type DateRule,
  DURATION,
  duration,
  festivalAhead,
  monthShift,
  nearYear,
  num,
  WEEK_SHIFT,
  WEEKDAYS,
  YEAR,
  yearOf,
} from './date-words.ts';
import { FESTIVAL_NAMES, nextFestival } from './festivals.ts';
import { halfYearSpan, monthSpan, oneDay, quarterSpan, weekSpan, yearSpan } from './span.ts';

/** Counted from the day of writing: 两周内, 下周三, 二季度末, 国庆节前. */
export const RELATIVE_DATE_RULES: DateRule[] = [
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
      `(?:(上上个?|上个?|下下个?|下个?|这个?|本)|(?<![\\d一二两三四五六七八九十几半每]|\\d[日号]))(?:周|星期|礼拜)([一二三四五六日天1-6])(?![个项家])${BEFORE}`,
      'gu',
    ),
    read: (m, ref, lean) => {
      const at = WEEKDAYS.indexOf(m[2] === '天' ? '日' : (m[2] ?? ''));
      const index = at >= 0 ? at : Number(m[2]) - 1;
      const pick = (weeks: number) => oneDay(addDays(weekSpan(ref, weeks).start, index));
      const shift = WEEK_SHIFT[m[1] ?? ''];
      if (m[1] !== undefined) return as('day', pick(shift ?? 0));
      const passed = index + 1 < weekday(ref);
      const ahead = index + 1 > weekday(ref);
      if (lean === 'forward') return as('day', pick(passed ? 1 : 0));
      // 周五开了, written on a Monday: the Friday before.
      return as('day', pick(ahead ? -1 : 0));
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
];
