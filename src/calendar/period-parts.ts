import { readNumber } from '../text/number.ts';
import { type Day, lastDayOfMonth, makeDay, splitDay } from './county-time.ts';
import { monthsAround, type PeriodRule, range, type SpokenPeriod } from './period.ts';

/** `2021年`, `21年`, `二〇二一年`, `去年`: in front of a month, a quarter or a half. */
export const YEAR =
  '(?:(?:(?<y>20\\d{2}|(?<!\\d)[12]\\d|二[〇零][〇零一二三四五六七八九]{2})(?:年度?|(?=[上下]半年|第?[一二三四]季))|(?<r>今年度?|本年度?|去年度?|(?<![赶马晚碰])上一?个?年度?|大?前年|明年|来年|(?<!一)下一?个?年度?))的?)?';

export const MONTH = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正]';
/** A month is not the end of another number, nor 第3 of a list, nor 3个月. */
export const ALONE = '(?<![\\d.第十一二三四五六七八九])';
/** A date (3月5日) is no month. */
export const NO_DAY = '(?!\\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])';
export const TO = '(?:到|至|[-–—―~]{1,2})';
export const COUNT = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';
export const QUARTER = '[1-4一二三四]';
export const NOW = '(?:现在|目前|今天|今日|今|本月底?|这个?月底?|当前|眼下|这会儿?)';

/** 以来, 起, 开始到现在, 至今: what began then goes on to today. */
export const SINCE = `(?:(?:(?:开始|以来|起)一?直?)?(?:${TO}${NOW}(?:为止)?|至今|迄今)|以来|起|开始)`;

export const rule = (pattern: string, example: string, read: PeriodRule['read']): PeriodRule => ({
  pattern: new RegExp(pattern, 'giu'),
  read,
  example,
});

export type Groups = Record<string, string | undefined>;

/** Years counted from the year of the question. */
const YEARS_AWAY: [RegExp, number][] = [
  [/^[今本]/, 0],
  [/^[去上]/, -1],
  [/^大前/, -3],
  [/^前/, -2],
  [/^[明来下]/, 1],
];

export function spokenYear({ y, r }: Groups, today: Day): number | undefined {
  if (y) {
    const n = readNumber(y) ?? 0;
    return n < 100 ? 2000 + n : n;
  }
  const away = r && YEARS_AWAY.find(([word]) => word.test(r));
  return away ? splitDay(today).year + away[1] : undefined;
}

export function monthNumber(text: string | undefined): number {
  if (text === '元' || text === '正') return 1;
  return readNumber(text ?? '') ?? 0;
}

export const isMonth = (n: number) => Number.isInteger(n) && n >= 1 && n <= 12;

export function months(
  g: Groups,
  today: Day,
  first: number,
  last: number,
): SpokenPeriod | undefined {
  if (!isMonth(first) || !isMonth(last) || last < first) return undefined;
  return { year: spokenYear(g, today), months: range(first, last) };
}

const quarterOf = (month: number) => Math.ceil(month / 3);

/** Whole quarters counted from the quarter of `today`. */
export function quartersAround(today: Day, from: number, to: number): SpokenPeriod {
  const month = splitDay(today).month;
  const start = (quarterOf(month) - 1) * 3 + 1 - month;
  return monthsAround(today, start + from * 3, start + to * 3 + 2);
}

export function untilNow(today: Day): SpokenPeriod {
  const { year, month } = splitDay(today);
  return { year, months: range(1, month) };
}

/** The months from January to the last one of `p`, in its year. */
export function fromJanuary(p: SpokenPeriod): SpokenPeriod {
  return { year: p.year, months: range(1, p.months.at(-1) ?? 12) };
}

/** From today to the end of a period that lies ahead; a period that is over is taken whole. */
export function dueBy(today: Day, p: SpokenPeriod): SpokenPeriod {
  const year = p.year ?? splitDay(today).year;
  const to = lastDayOfMonth(year, p.months.at(-1) ?? 12);
  return to < today ? fromJanuary({ ...p, year }) : { ...p, year, window: { from: today, to } };
}

/** 上旬 to the 10th, 中旬 to the 20th, 下旬 to the end; halves meet at the 15th. */
export function partOfMonth(p: SpokenPeriod, part: string | undefined, today: Day): SpokenPeriod {
  const month = p.months[0];
  if (!part || !month || p.months.length > 1) return p;
  const year = p.year ?? splitDay(today).year;
  const last = Number(lastDayOfMonth(year, month).slice(-2));
  const spans: Record<string, [number, number]> = {
    上旬: [1, 10],
    中旬: [11, 20],
    下旬: [21, last],
    上半月: [1, 15],
    下半月: [16, last],
  };
  const [from, to] = spans[part] ?? [1, last];
  return { ...p, year, window: { from: makeDay(year, month, from), to: makeDay(year, month, to) } };
}

export const PART = '(?:的?(?<part>[上中下]旬|[上下]半月))?';
