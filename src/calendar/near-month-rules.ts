import { readNumber } from '../text/number.ts';
import { monthsAround, type PeriodRule } from './period.ts';
import { COUNT, dueBy, PART, partOfMonth, rule } from './period-parts.ts';

/** Months counted from the month of the question: 上个月, 近三个月, 月底前. */
export const NEAR_RULES: PeriodRule[] = [
  rule(`(?:本|这一?个?|当)月(?:份|底|末|内)?${PART}`, '这个月', (g, today) =>
    partOfMonth(monthsAround(today, 0, 0), g.part, today),
  ),
  rule(`(?<![马晚网线以])上一?个?月(?:份|底|末)?${PART}`, '上个月', (g, today) =>
    partOfMonth(monthsAround(today, -1, -1), g.part, today),
  ),
  rule('(?<![月半])(?<part>[上中下]旬)', '下旬', (g, today) =>
    partOfMonth(monthsAround(today, 0, 0), g.part, today),
  ),
  rule(
    `(?:本|这一?个?|当)月(?:份)?(?:以来|至今|迄今|到(?:现在|目前|今[天日])(?:为止)?)`,
    '这个月到现在',
    (_, today) => monthsAround(today, 0, 0),
  ),
  rule('上上一?个?月份?', '上上个月', (_, today) => monthsAround(today, -2, -2)),
  rule(`(?:(?<!一)下一?个?|次)月(?:份|底|末)?${PART}`, '下个月', (g, today) =>
    partOfMonth(monthsAround(today, 1, 1), g.part, today),
  ),
  rule('下下一?个?月份?', '下下个月', (_, today) => monthsAround(today, 2, 2)),
  rule(
    '(?:赶?在|到)?(?:(?:本|这一?个?|当)|(?<![一二三四五六七八九十\\d上个]|(?<!一)下))月(?:底|末)(?:之前|以前|前)',
    '月底前',
    (_, today) => dueBy(today, monthsAround(today, 0, 0)),
  ),
  rule('(?:赶?在|到)?(?<!一)下一?个?月(?:底|末)(?:之前|以前|前)', '下月底前', (_, today) =>
    dueBy(today, monthsAround(today, 1, 1)),
  ),
  rule('(?<![一二三四五六七八九十\\d上个本这当]|(?<!一)下)月(?:底|末)', '月底', (_, today) =>
    monthsAround(today, 0, 0),
  ),
  rule(
    `(?:最近|近|过去|这)(?<n>${COUNT})个月|(?<k>${COUNT})个月(?:以来|来)`,
    '近三个月',
    (g, today) => {
      const n = readNumber(g.n ?? g.k ?? '') ?? 0;
      return n >= 1 && n <= 12 ? monthsAround(today, 1 - n, 0) : undefined;
    },
  ),
  rule(`(?<![以马])上(?<n>[两二三23])个月`, '上两个月', (g, today) =>
    monthsAround(today, -(readNumber(g.n ?? '') ?? 0), -1),
  ),
  rule('(?:最近|近|过去|这)几个月', '这几个月', (_, today) => monthsAround(today, -2, 0)),
  rule('(?:最近|近|过去|这)半年', '近半年', (_, today) => monthsAround(today, -5, 0)),
  rule('(?:最近|近|过去)一年', '近一年', (_, today) => monthsAround(today, -11, 0)),
  rule(`(?:未来|接下来|今后|往后|下面|下)的?(?<n>${COUNT})个月`, '接下来两个月', (g, today) => {
    const n = readNumber(g.n ?? '') ?? 0;
    return n >= 1 && n <= 12 ? monthsAround(today, 1, n) : undefined;
  }),
];
