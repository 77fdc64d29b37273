import { splitDay } from './county-time.ts';
import {
  as,
  BEFORE,
  type DateRule,
  dateOf,
  monthShift,
  N,
  nearYear,
  num,
  PART,
  partOf,
  YEAR,
  yearOf,
} from './date-words.ts';
import { monthSpan } from './span.ts';

/** Days and months with their number: 3月25日, 4月中旬, 下个月10号. */
export const NAMED_DATE_RULES: DateRule[] = [
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
];
