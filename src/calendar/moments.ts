import { readNumber } from '../text/number.ts';
import { addDays, type Day, daysInMonth, lastDayOfMonth, makeDay } from './county-time.ts';
import { FESTIVAL_NAMES, festivalDay } from './festivals.ts';

/** A moment or period in a text: first and last day, where it stands, whether words such as 前 make it a deadline. */
export type Point = {
  first: Day;
  last: Day;
  at: number;
  end: number;
  strong: boolean;
  words: string;
};

/** A day or month in figures or numerals. */
export const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

const YEAR = '(?:(?<year>(?:20)?\\d{2}|[二〇○零一三四五六七八九]{4}|[今本当明次下来翌])年度?)?';

const TAIL = '(?<tail>底前?|末前?|之?前|以前|之内|以内|内|止|初|中)?';

/** Shapes of a moment, each with an example; the first that fits at a place wins. */
const SHAPES: { pattern: string; example: string }[] = [
  {
    pattern: `${YEAR}(?<feast>${FESTIVAL_NAMES.join('|')})(?:节|假期|长假|小长假|假)*(?=(?:之?前|以前)(?!后))`,
    example: '春节前、国庆假期前',
  },
  {
    pattern: '(?<y>20\\d{2})(?<s>[-./])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})日?',
    example: '2022-06-30',
  },
  { pattern: `${YEAR}(?<m>${N})月份?(?<d>${N})[日号]`, example: '2022年6月30日、3月5号' },
  {
    pattern: `${YEAR}(?<m>${N})月份?的?(?<part>上旬|中旬|下旬|初|中|底|末)`,
    example: '3月底、5月中旬',
  },
  { pattern: `${YEAR}(?<m>${N})月份?(?!度)`, example: '10月、十月份' },
  { pattern: '(?<y>20\\d{2})[-./](?<m>0?[1-9]|1[0-2])(?!\\d)', example: '2022.06' },
  {
    pattern: `${YEAR}(?:第?(?<q>[一二三四1-4])个?季度?|[qQ](?<qn>[1-4]))(?![一-龥]*度)`,
    example: '一季度、Q3',
  },
  { pattern: `${YEAR}前(?<nq>[二三23])个?季度`, example: '前三季度' },
  { pattern: `${YEAR}(?<half>[上下])半年`, example: '上半年' },
  { pattern: `${YEAR}(?<mid>年中)`, example: '年中' },
  {
    pattern: `${YEAR}(?<whole>年底|年末|年内|年终|岁末|全年|本年度|当年|年前)`,
    example: '年底前、年内',
  },
  {
    pattern: '(?<only>20\\d{2})年度?(?<yt>底前?|末前?|内|之?前|以前)?',
    example: '到2023年、2023年底',
  },
];

const ANY = new RegExp(
  SHAPES.map(
    ({ pattern }, i) =>
      // Group names may not repeat in one expression: each shape gets its own.
      `(?<shape${i}>${pattern.replace(/\(\?<(\w+)>/g, `(?<$1${i}>`).replace(/\\k<(\w+)>/g, `\\k<$1${i}>`)})`,
  ).join('|'),
  'gu',
);

const AFTER = new RegExp(`^${TAIL}`, 'u');

/** The form in which times are read: NFKC, no blanks, `3、6月` as `3月、6月`, `3-6月` as `3月-6月`. */
export function normalise(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－~]+/g, '-');
  return (
    plain
      // 二、四季度
      .replace(/([一二三四1-4])(?=(?:[、,/和及与]第?[一二三四1-4])+季度)/gu, '$1季度')
      .replace(
        new RegExp(`(${N})(?=(?:[、,/和及与]${N})*[、,/和及与-]${N}月)`, 'gu'),
        (n, _g, at: number) => (/[月日.\d]$/.test(plain.slice(0, at)) ? n : `${n}月`),
      )
      .replace(new RegExp(`(?<![\\d年月])(${N})(?=[至到]${N}月)`, 'gu'), '$1月')
  );
}

/** All moments and periods in a normalised text; `year` holds until another is named. */
export function findPoints(plain: string, year: number): Point[] {
  const points: Point[] = [];
  let current = year;
  for (const found of plain.matchAll(ANY)) {
    const groups: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(found.groups ?? {}))
      if (value !== undefined) groups[name.replace(/\d+$/, '')] = value;
    const named = yearOf(groups.y ?? groups.year ?? groups.only, year);
    if (named !== undefined) current = named;
    const span = spanOf(groups, current);
    if (!span) continue;
    const end = found.index + found[0].length;
    const tail = AFTER.exec(plain.slice(end))?.groups?.tail ?? '';
    const strong =
      /前|内|止|底|末/.test(tail) ||
      /底|末|内|全年|当年|年终/.test(groups.part ?? groups.whole ?? groups.yt ?? '');
    points.push({ ...span, at: found.index, end: end + tail.length, strong, words: found[0] });
  }
  return points;
}

const RELATIVE: Record<string, number> = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 下: 1, 来: 1, 翌: 1 };

function yearOf(text: string | undefined, year: number): number | undefined {
  if (text === undefined) return undefined;
  const relative = RELATIVE[text];
  if (relative !== undefined) return year + relative;
  const n = readNumber(text.replace(/○/g, '〇'));
  return n === undefined ? undefined : n < 100 ? 2000 + n : n;
}

const PARTS: Record<string, [from: number, to: number]> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
};

function spanOf(
  g: Record<string, string | undefined>,
  year: number,
): { first: Day; last: Day } | undefined {
  const months = (from: number, to: number) => ({
    first: makeDay(year, from, 1),
    last: lastDayOfMonth(year, to),
  });
  if (g.m !== undefined) {
    const m = readNumber(g.m) ?? 0;
    if (m < 1 || m > 12) return undefined;
    if (g.d !== undefined) {
      const d = readNumber(g.d) ?? 0;
      if (d < 1 || d > 31) return undefined;
      const day = makeDay(year, m, Math.min(d, daysInMonth(year, m)));
      return { first: day, last: day };
    }
    const part = PARTS[g.part ?? ''];
    return part
      ? { first: makeDay(year, m, part[0]), last: makeDay(year, m, part[1]) }
      : months(m, m);
  }
  if (g.feast !== undefined) {
    // 元旦前 in a plan of 2026 is before the New Year that ends it.
    const feast = [year, year + 1].map((y) => festivalDay(g.feast ?? '', y));
    const eve = feast
      .flatMap((day) => (day ? addDays(day, -1) : []))
      .find((day) => day >= makeDay(year, 1, 1));
    return eve === undefined ? undefined : { first: eve, last: eve };
  }
  const quarter = readNumber(g.q ?? g.qn ?? '');
  if (quarter !== undefined) return months(quarter * 3 - 2, quarter * 3);
  const quarters = readNumber(g.nq ?? '');
  if (quarters !== undefined) return months(1, quarters * 3);
  if (g.half !== undefined) return g.half === '上' ? months(1, 6) : months(7, 12);
  if (g.mid !== undefined) return months(1, 6);
  if (g.whole !== undefined || g.only !== undefined) return months(1, 12);
  return undefined;
}
