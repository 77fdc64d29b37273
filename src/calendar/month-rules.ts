import { readNumber } from '../text/number.ts';
import { type Day, makeDay, splitDay } from './county-time.ts';
import { daysAsPeriod, type PeriodRule, range, type SpokenPeriod } from './period.ts';
import {
  ALONE,
  COUNT,
  dueBy,
  fromJanuary,
  type Groups,
  isMonth,
  MONTH,
  monthNumber,
  months,
  NO_DAY,
  PART,
  partOfMonth,
  rule,
  SINCE,
  spokenYear,
  TO,
  untilNow,
  YEAR,
} from './period-parts.ts';

/** Months by their numbers: 3月, 1到5月, 截至5月底. */
export const MONTH_RULES: PeriodRule[] = [
  rule(
    `${YEAR}${ALONE}(?<m>${MONTH})月${NO_DAY}(?:份|底|末|初)?${PART}`,
    '去年12月份',
    (g, today) => {
      const p = months(g, today, monthNumber(g.m), monthNumber(g.m));
      return p && partOfMonth(p, g.part, today);
    },
  ),
  rule(
    `从?自?${YEAR}${ALONE}(?<m>${MONTH})(?:月份?)?(?:初|底)?${TO}(?<n>${MONTH})月${NO_DAY}(?:份|底|末)?`,
    '1到5月',
    (g, today) => months(g, today, monthNumber(g.m), monthNumber(g.n)),
  ),
  rule(
    `${YEAR}${ALONE}(?<list>(?:(?:${MONTH})[、,和及跟与])+(?:${MONTH})(?:月份?|[这那]?[两二三]个?月))${NO_DAY}`,
    '1、3、5月',
    (g, today) => listed(g.list?.split(/[、,和及跟与]/) ?? [], g, today),
  ),
  rule(
    `${YEAR}${ALONE}(?<list>[一二三四五六七八九]{2,4})(?:月份?|[这那]?[两二三四]个月)${NO_DAY}`,
    '七八月份',
    (g, today) => consecutive([...(g.list ?? '')], g, today),
  ),
  rule(`从?自?${YEAR}${ALONE}(?<m>${MONTH})月份?(?:初|底)?${SINCE}`, '3月以来', (g, today) => {
    const year = spokenYear(g, today);
    const now = splitDay(today);
    return months(g, today, monthNumber(g.m), year && year < now.year ? 12 : now.month);
  }),
  rule(
    `截[至止]到?${YEAR}${ALONE}(?<m>${MONTH})月(?:份|底|末|\\d{1,2}[日号])?(?:为止)?`,
    '截至5月底',
    (g, today) => months(g, today, 1, monthNumber(g.m)),
  ),
  rule(`从?自?${YEAR}${ALONE}(?<m>${MONTH})月\\d{1,2}[日号]?${SINCE}`, '3月1日到现在', (g, today) =>
    months(g, today, monthNumber(g.m), splitDay(today).month),
  ),
  rule(`[到至]${YEAR}${ALONE}(?<m>${MONTH})月(?:(?:份|底|末)?为止|[底末])`, '到5月底', (g, today) =>
    months(g, today, 1, monthNumber(g.m)),
  ),
  rule(
    `${YEAR}${ALONE}(?<m>${MONTH})月(?:份|底)?及(?:其|之)?(?:以前|之前)`,
    '4月及以前',
    (g, today) => months(g, today, 1, monthNumber(g.m)),
  ),
  rule(`(?<!\\d)(?<y>20\\d{2})[./-](?<m>1[0-2]|0?[1-9])(?![\\d./%亿万-])`, '2022.4', (g, today) =>
    months(g, today, monthNumber(g.m), monthNumber(g.m)),
  ),
  rule(
    `(?:赶?在|到)?${YEAR}${ALONE}(?<m>${MONTH})月份?[底末]?(?:之前|以前|前)`,
    '10月底前',
    (g, today) => {
      const p = months(g, today, monthNumber(g.m), monthNumber(g.m));
      return p && dueBy(today, p);
    },
  ),
  rule(`${ALONE}(?<m>${MONTH})月(?<d>\\d{1,2})[日号](?:之前|以前|前)`, '6月20日前', (g, today) => {
    const { year } = splitDay(today);
    const to = makeDay(year, monthNumber(g.m), Number(g.d));
    return isMonth(monthNumber(g.m)) && to >= today ? daysAsPeriod(today, to) : undefined;
  }),
  rule(`${YEAR}[前头](?<n>${COUNT})个?月份?(?!底|末)`, '前5个月', (g, today) =>
    months(g, today, 1, readNumber(g.n ?? '') ?? 0),
  ),
  rule('前面?几个?月', '前几个月', (_, today) =>
    fromJanuary({ ...untilNow(today), months: [Math.max(1, splitDay(today).month - 1)] }),
  ),
  rule(`${YEAR}[最]?后(?<n>${COUNT})个月`, '后3个月', (g, today) =>
    months(g, today, 13 - (readNumber(g.n ?? '') ?? 0), 12),
  ),
  rule('(?:剩下?余?|余下|后面?)的?几个月', '剩下几个月', (_, today) => {
    const { year, month } = splitDay(today);
    return month < 12 ? { year, months: range(month + 1, 12) } : undefined;
  }),
];

/** 七八月 and 一二三月 run on; 一三月 is not said. */
function consecutive(parts: string[], g: Groups, today: Day): SpokenPeriod | undefined {
  const found = parts.map(monthNumber);
  const runs = found.every((m, i) => i === 0 || m === (found[i - 1] ?? 0) + 1);
  return runs ? listed(parts, g, today) : undefined;
}

function listed(parts: string[], g: Groups, today: Day): SpokenPeriod | undefined {
  const found = parts.map((p) => monthNumber(p.replace(/月份?$|[这那]?[两二三]个?月$/, '')));
  if (!found.every(isMonth)) return undefined;
  return {
    year: spokenYear(g, today),
    months: [...new Set(found)].sort((a, b) => a - b),
    parts: found.map((month) => [month]),
  };
}
