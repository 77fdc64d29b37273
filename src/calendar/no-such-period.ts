import { readNumber } from '../text/number.ts';

type Row = { pattern: RegExp; last: number; example: string };

const NUMBER = '\\d{1,3}|[零〇]|十?[一二三四五六七八九十]{1,3}';

/** What looks like a period and is none. What follows tells a date, a duration or a name apart. */
const ROWS: readonly Row[] = [
  {
    pattern: new RegExp(
      `(?<![\\d.个第零〇一二三四五六七八九十])(?<n>${NUMBER})月(?:份|底|末|初)?(?!\\d|[日号球亮饼薪嫂])`,
      'gu',
    ),
    last: 12,
    example: '13月进度',
  },
  {
    pattern: /第?(?<n>\d{1,2}|[零〇一二三四五六七八九十])季度/gu,
    last: 4,
    example: '第五季度进展',
  },
];

/** The first expression of a folded text that names a month or a quarter which no year has; undefined without one. */
export function findNoSuchPeriod(text: string): string | undefined {
  for (const { pattern, last } of ROWS)
    for (const m of text.matchAll(pattern)) {
      const n = readNumber(m.groups?.n ?? '');
      if (n !== undefined && (n < 1 || n > last)) return m[0];
    }
  return undefined;
}
