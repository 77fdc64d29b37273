import { readNumber } from '../text/number.ts';
import { type Day, daysInMonth, splitDay } from './county-time.ts';
import { findNoSuchPeriod } from './no-such-period.ts';

const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
/** A month with a day, or a day alone where it can only be a deadline: 58号文 is a document. */
const DAYS: readonly { pattern: RegExp; example: string }[] = [
  {
    pattern: new RegExp(`(?<![\\d.])(?<month>${NUMBER})月份?的?(?<day>${NUMBER})[日号]`, 'gu'),
    example: '2月30号前',
  },
  {
    pattern: /(?<![\d.])(?<month>\d{1,2})[./-](?<day>\d{1,2})(?=[日号]?(?:之?前|以前))/gu,
    example: '6.31前',
  },
  {
    pattern: /(?<![\d.月第])(?<day>\d{2})[日号](?=之?前|以前)/gu,
    example: '35号前',
  },
];

/**
 * The first day or month of a folded text that no calendar has, as written: 2月30号, 9月31日, 13月. The 29th of February
 * is judged by the year of `ref`.
 */
export function findNoSuchDay(text: string, ref: Day): string | undefined {
  const { year } = splitDay(ref);
  for (const { pattern } of DAYS)
    for (const m of text.matchAll(pattern)) {
      const [month, day] = [m.groups?.month, m.groups?.day].map((n) => readNumber(n ?? ''));
      const last = month !== undefined && month <= 12 ? daysInMonth(year, month) : 31;
      const isNoMonth = month !== undefined && (month < 1 || month > 12);
      if (day !== undefined && (day < 1 || day > last || isNoMonth)) return m[0];
    }
  return findNoSuchPeriod(text);
}
