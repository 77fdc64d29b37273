import { verbose } from '../text/verbose.ts';
import { addDays, splitDay } from './county-time.ts';
import {
  as,
  BEFORE,
  bareDate,
  bareP,
  type DateRule,
  dateOf,
  N,
  nearYear,
  num,
  partOf,
  YEAR,
  yearOf,
} from './date-words.ts';
import { yearSpan } from './span.ts';

/** Without a month or a year of their own: 25号, 月底, 明年. Tried last. */
export const BARE_DATE_RULES: DateRule[] = [
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
    pattern: new RegExp(
      verbose`
        (?<![\d.长速率降])(1[0-2]|[1-9])[./](3[01]|[12]\d|0?[1-9])
        (?:(?=[日号前之以])|(?<=[./]\d\d)(?=[完开办搞拟将能可会要报交上印召举]))[日号]?
        (?:之前|以前|前)?
      `,
      'gu',
    ),
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
