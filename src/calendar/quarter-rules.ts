import { readNumber } from '../text/number.ts';
import { splitDay } from './county-time.ts';
import { type PeriodRule, range } from './period.ts';
import {
  dueBy,
  months,
  QUARTER,
  quartersAround,
  rule,
  SINCE,
  spokenYear,
  TO,
  YEAR,
} from './period-parts.ts';

/** Quarters and halves. */
export const QUARTER_RULES: PeriodRule[] = [
  rule(
    `${YEAR}(?:第(?<q>${QUARTER})个?|(?<k>${QUARTER}))季(?:度|(?![豆花酒节]))(?:末|底)?`,
    '去年四季度',
    (g, today) => {
      const q = readNumber(g.q ?? g.k ?? '') ?? 0;
      return months(g, today, q * 3 - 2, q * 3);
    },
  ),
  rule(`从?自?${YEAR}第?(?<q>${QUARTER})个?季度初?${SINCE}`, '二季度以来', (g, today) => {
    const year = spokenYear(g, today);
    const now = splitDay(today);
    const first = (readNumber(g.q ?? '') ?? 0) * 3 - 2;
    return months(g, today, first, year && year < now.year ? 12 : Math.max(now.month, first));
  }),
  rule(`${YEAR}(?<![第前后头近])(?<n>[两二三23])个季度`, '三个季度', (g, today) =>
    months(g, today, 1, (readNumber(g.n ?? '') ?? 0) * 3),
  ),
  rule(`${YEAR}(?<![a-z])(?:Q(?<q>[1-4])|(?<k>(?<!\\d)[1-4])Q)(?![a-z\\d])`, 'Q3', (g, today) => {
    const q = Number(g.q ?? g.k);
    return months(g, today, q * 3 - 2, q * 3);
  }),
  rule(`${YEAR}(?:最后一?个?|末)季度?`, '最后一个季度', (g, today) => months(g, today, 10, 12)),
  rule(`${YEAR}(?:首季度?|头一?个季度)`, '首季', (g, today) => months(g, today, 1, 3)),
  rule(`${YEAR}[前头](?<n>[两二三23])个?季度?`, '前三季度', (g, today) =>
    months(g, today, 1, (readNumber(g.n ?? '') ?? 0) * 3),
  ),
  rule(`${YEAR}后(?<n>[两二三23])个?季度?`, '后两个季度', (g, today) =>
    months(g, today, 13 - (readNumber(g.n ?? '') ?? 0) * 3, 12),
  ),
  rule(
    `${YEAR}第?(?<q>${QUARTER})(?:个?季度?)?(?:${TO})第?(?<k>${QUARTER})个?季度?`,
    '一到三季度',
    (g, today) =>
      months(g, today, (readNumber(g.q ?? '') ?? 0) * 3 - 2, (readNumber(g.k ?? '') ?? 0) * 3),
  ),
  rule(`${YEAR}(?<q>${QUARTER})[、,和跟与及]?(?<k>${QUARTER})季度`, '三、四季度', (g, today) => {
    const q = readNumber(g.q ?? '') ?? 0;
    const k = readNumber(g.k ?? '') ?? 0;
    const parts = [q, k].map((n) => range(n * 3 - 2, n * 3));
    return q < k ? { year: spokenYear(g, today), months: parts.flat(), parts } : undefined;
  }),
  rule(
    `(?:截[至止]到?|[到至])${YEAR}第?(?<q>${QUARTER})个?季度(?:末|底|为止)*`,
    '截至三季度末',
    (g, today) => months(g, today, 1, (readNumber(g.q ?? '') ?? 0) * 3),
  ),
  rule(
    '(?:本|这一?个?|当)季(?:度|(?![节]))(?:末|底)?(?<by>之前|以前|前)?',
    '这个季度',
    (g, today) => {
      const p = quartersAround(today, 0, 0);
      return g.by ? dueBy(today, p) : p;
    },
  ),
  rule('(?<!上)上一?个?季(?:度|(?![节]))', '上季度', (_, today) => quartersAround(today, -1, -1)),
  rule('(?:刚?过去|刚结束)的?这?一?个?季度', '过去的一个季度', (_, today) =>
    quartersAround(today, -1, -1),
  ),
  rule(`${YEAR}(?:四|4)个季度`, '四个季度', (g, today) => ({
    year: spokenYear(g, today),
    months: range(1, 12),
    parts: [1, 4, 7, 10].map((first) => range(first, first + 2)),
  })),
  rule('上上一?个?季度?', '上上季度', (_, today) => quartersAround(today, -2, -2)),
  rule('(?<![下一])下一?个?季(?:度|(?![节]))', '下季度', (_, today) => quartersAround(today, 1, 1)),
  rule('(?:最近|近|这)两个季度', '近两个季度', (_, today) => quartersAround(today, -1, 0)),
  rule(`${YEAR}[上前头]半年度?`, '上半年', (g, today) => months(g, today, 1, 6)),
  rule(`${YEAR}(?:(?<!一)下|后)半年度?`, '下半年', (g, today) => months(g, today, 7, 12)),
  rule(`从?自?${YEAR}(?<h>[上下])半年度?初?${SINCE}`, '下半年以来', (g, today) => {
    const year = spokenYear(g, today);
    const now = splitDay(today);
    const first = g.h === '上' ? 1 : 7;
    return months(g, today, first, year && year < now.year ? 12 : Math.max(now.month, first));
  }),
  rule(`${YEAR}年?中(?:期)?(?=进[度展]|总结|小结|汇报|考核|评估|完成)`, '年中总结', (g, today) =>
    months(g, today, 1, 6),
  ),
  rule(`${YEAR}(?<![a-z])H(?<h>[12])(?![a-z\\d])`, 'H1', (g, today) =>
    g.h === '1' ? months(g, today, 1, 6) : months(g, today, 7, 12),
  ),
  rule(
    '(?<![近去上前后头这两]|[上下前后这]个|(?<!一)下)半年度?(?=总体|整体|情况|进[度展]|完成|任务|工作|汇总|总结|报告|台账|报表|报(?!告)|来|的?盘点)',
    '半年总结',
    (g, today) => months(g, today, 1, 6),
  ),
];
