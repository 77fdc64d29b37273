import { readNumber } from '../text/number.ts';
import { addDays, type Day, lastDayOfMonth, makeDay, splitDay, weekday } from './county-time.ts';
import { daysAsPeriod, monthsAround, type PeriodRule, range, type SpokenPeriod } from './period.ts';

/** `2021年`, `21年`, `二〇二一年`, `去年`: in front of a month, a quarter or a half. */
const YEAR =
  '(?:(?:(?<y>20\\d{2}|(?<!\\d)[12]\\d|二[〇零][〇零一二三四五六七八九]{2})年度?|(?<r>今年度?|本年度?|去年度?|(?<![赶马晚碰])上一?个?年度?|前年|明年|来年|(?<!一)下一?个?年度?))的?)?';

const MONTH = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正]';
/** A month is not the end of another number, nor 第3 of a list, nor 3个月. */
const ALONE = '(?<![\\d.第十一二三四五六七八九])';
/** A date (3月5日) is no month. */
const NO_DAY = '(?!\\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号])';
const TO = '(?:到|至|[-–—―~]{1,2})';
const COUNT = '\\d{1,2}|[一二两三四五六七八九十]{1,2}';
const QUARTER = '[1-4一二三四]';
const NOW = '(?:现在|目前|今天|今日|今|本月底?|这个?月底?|当前|眼下|这会儿?)';

const rule = (pattern: string, example: string, read: PeriodRule['read']): PeriodRule => ({
  pattern: new RegExp(pattern, 'giu'),
  read,
  example,
});

type Groups = Record<string, string | undefined>;

/** Years counted from the year of the question. */
const YEARS_AWAY: [RegExp, number][] = [
  [/^[今本]/, 0],
  [/^[去上]/, -1],
  [/^前/, -2],
  [/^[明来下]/, 1],
];

function spokenYear({ y, r }: Groups, today: Day): number | undefined {
  if (y) {
    const n = readNumber(y) ?? 0;
    return n < 100 ? 2000 + n : n;
  }
  const away = r && YEARS_AWAY.find(([word]) => word.test(r));
  return away ? splitDay(today).year + away[1] : undefined;
}

function monthNumber(text: string | undefined): number {
  if (text === '元' || text === '正') return 1;
  return readNumber(text ?? '') ?? 0;
}

const isMonth = (n: number) => Number.isInteger(n) && n >= 1 && n <= 12;

function months(g: Groups, today: Day, first: number, last: number): SpokenPeriod | undefined {
  if (!isMonth(first) || !isMonth(last) || last < first) return undefined;
  return { year: spokenYear(g, today), months: range(first, last) };
}

const quarterOf = (month: number) => Math.ceil(month / 3);

/** Whole quarters counted from the quarter of `today`. */
function quartersAround(today: Day, from: number, to: number): SpokenPeriod {
  const month = splitDay(today).month;
  const start = (quarterOf(month) - 1) * 3 + 1 - month;
  return monthsAround(today, start + from * 3, start + to * 3 + 2);
}

function untilNow(today: Day): SpokenPeriod {
  const { year, month } = splitDay(today);
  return { year, months: range(1, month) };
}

/** The months from January to the last one of `p`, in its year. */
function fromJanuary(p: SpokenPeriod): SpokenPeriod {
  return { year: p.year, months: range(1, p.months.at(-1) ?? 12) };
}

/** From today to the end of a period that lies ahead; a period that is over is taken whole. */
function dueBy(today: Day, p: SpokenPeriod): SpokenPeriod {
  const year = p.year ?? splitDay(today).year;
  const to = lastDayOfMonth(year, p.months.at(-1) ?? 12);
  return to < today ? fromJanuary({ ...p, year }) : { ...p, year, window: { from: today, to } };
}

/** 上旬 to the 10th, 中旬 to the 20th, 下旬 to the end; halves meet at the 15th. */
function partOfMonth(p: SpokenPeriod, part: string | undefined, today: Day): SpokenPeriod {
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

const PART = '(?:的?(?<part>[上中下]旬|[上下]半月))?';

const MONTH_RULES: PeriodRule[] = [
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
    `${YEAR}${ALONE}(?<list>(?:(?:${MONTH})[、,和及跟与])+(?:${MONTH})月份?)${NO_DAY}`,
    '1、3、5月',
    (g, today) => listed(g.list?.split(/[、,和及跟与]/) ?? [], g, today),
  ),
  rule(`${YEAR}${ALONE}(?<list>[一二三四五六七八九]{2,4})月份?${NO_DAY}`, '七八月份', (g, today) =>
    consecutive([...(g.list ?? '')], g, today),
  ),
  rule(
    `从?自?${YEAR}${ALONE}(?<m>${MONTH})月份?(?:初|底)?(?:以来|起|开始|至今|${TO}${NOW}(?:为止)?)`,
    '3月以来',
    (g, today) => {
      const year = spokenYear(g, today);
      const now = splitDay(today);
      return months(g, today, monthNumber(g.m), year && year < now.year ? 12 : now.month);
    },
  ),
  rule(
    `截[至止]到?${YEAR}${ALONE}(?<m>${MONTH})月(?:份|底|末|\\d{1,2}[日号])?(?:为止)?`,
    '截至5月底',
    (g, today) => months(g, today, 1, monthNumber(g.m)),
  ),
  rule(
    `从?自?${YEAR}${ALONE}(?<m>${MONTH})月\\d{1,2}[日号]?(?:以来|起|开始|至今|${TO}${NOW}(?:为止)?)`,
    '3月1日到现在',
    (g, today) => months(g, today, monthNumber(g.m), splitDay(today).month),
  ),
  rule(`[到至]${YEAR}${ALONE}(?<m>${MONTH})月(?:(?:份|底|末)?为止|[底末])`, '到5月底', (g, today) =>
    months(g, today, 1, monthNumber(g.m)),
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
  const found = parts.map((p) => monthNumber(p.replace(/月份?$/, '')));
  if (!found.every(isMonth)) return undefined;
  return {
    year: spokenYear(g, today),
    months: [...new Set(found)].sort((a, b) => a - b),
    parts: found.map((month) => [month]),
  };
}

const NEAR_RULES: PeriodRule[] = [
  rule(`(?:本|这一?个?|当)月(?:份|底|末|内)?${PART}`, '这个月', (g, today) =>
    partOfMonth(monthsAround(today, 0, 0), g.part, today),
  ),
  rule(`(?<![马晚网线以])上一?个?月(?:份|底|末)?${PART}`, '上个月', (g, today) =>
    partOfMonth(monthsAround(today, -1, -1), g.part, today),
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
  rule('(?:最近|近|过去|这)半年', '近半年', (_, today) => monthsAround(today, -5, 0)),
  rule('(?:最近|近|过去)一年', '近一年', (_, today) => monthsAround(today, -11, 0)),
  rule(`(?:未来|接下来|今后|往后|下面|下)的?(?<n>${COUNT})个月`, '接下来两个月', (g, today) => {
    const n = readNumber(g.n ?? '') ?? 0;
    return n >= 1 && n <= 12 ? monthsAround(today, 1, n) : undefined;
  }),
];

const QUARTER_RULES: PeriodRule[] = [
  rule(
    `${YEAR}第?(?<q>${QUARTER})个?季(?:度|(?![豆花酒节]))(?:末|底)?`,
    '去年四季度',
    (g, today) => {
      const q = readNumber(g.q ?? '') ?? 0;
      return months(g, today, q * 3 - 2, q * 3);
    },
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
  rule('上上一?个?季度?', '上上季度', (_, today) => quartersAround(today, -2, -2)),
  rule('(?<![下一])下一?个?季(?:度|(?![节]))', '下季度', (_, today) => quartersAround(today, 1, 1)),
  rule('(?:最近|近|这)两个季度', '近两个季度', (_, today) => quartersAround(today, -1, 0)),
  rule(`${YEAR}[上前头]半年度?`, '上半年', (g, today) => months(g, today, 1, 6)),
  rule(`${YEAR}(?:(?<!一)下|后)半年度?`, '下半年', (g, today) => months(g, today, 7, 12)),
  rule(`${YEAR}(?<![a-z])H(?<h>[12])(?![a-z\\d])`, 'H1', (g, today) =>
    g.h === '1' ? months(g, today, 1, 6) : months(g, today, 7, 12),
  ),
  rule(
    '(?<![近去上前后头这个两]|(?<!一)下)半年度?(?=总体|整体|情况|进[度展]|完成|任务|工作|汇总|总结|报告|台账|报表|来|的?盘点)',
    '半年总结',
    (g, today) => months(g, today, 1, 6),
  ),
];

const YEAR_RULES: PeriodRule[] = [
  rule(
    `(?:从|自)?(?:今年|本年度?)?的?(?:年初|开年|开春|今年初?|1月份?|一月份?|元月份?)(?:开始|起)?(?:一直)?(?:到|至|直到|截[至止]到?|[-–—~]+)${NOW}(?:为止)?`,
    '年初到现在',
    (_, today) => untilNow(today),
  ),
  rule('(?:从|自)?(?:今年|年初|开年|本年度?|开春)(?:以来|至今|迄今|起)', '今年以来', (_, today) =>
    untilNow(today),
  ),
  rule(`从?(?:年初|开年|今年初)${TO}(?<m>${MONTH})月(?:份|底|末)?`, '年初到5月底', (g, today) =>
    months({}, today, 1, monthNumber(g.m)),
  ),
  rule(
    `(?:今年|本年度?)?的?(?:截[至止]到?${NOW}(?:为止)?|[到至](?:现在|目前|今天|当前)(?:为止)?|至今|迄今|(?:目前|现在)为止)`,
    '截至目前',
    (_, today) => untilNow(today),
  ),
  rule('(?:年初[到至]|截[至止]到?|[到至])上一?个?月(?:底|末)?(?:为止)?', '截至上月底', (_, today) =>
    fromJanuary(monthsAround(today, -1, -1)),
  ),
  rule('(?:年初[到至]|截[至止]到?)上一?个?季度末?', '截至上季度末', (_, today) =>
    fromJanuary(quartersAround(today, -1, -1)),
  ),
  rule('(?:赶?在|到)?(?:今年)?年[底末](?:之前|以前|前)', '年底前', (_, today) => {
    const { year, month } = splitDay(today);
    return dueBy(today, { year, months: range(month, 12) });
  }),
  rule(
    '(?<y>20\\d{2}|(?<!\\d)[12]\\d|二[〇零][〇零一二三四五六七八九]{2})年(?:度|全年|一?整年)?',
    '2021年',
    (g, today) => wholeYear(spokenYear(g, today)),
  ),
  rule(
    '(?<r>今年|本年|去年|(?<![赶马晚碰])上一?个?年|前年|明年|来年|(?<!一)下一?个?年)(?:度|全年|一?整年|一年)?',
    '去年',
    (g, today) => wholeYear(spokenYear(g, today)),
  ),
  rule('(?:去年|上年|上一?个?年度?的?)?同期', '去年同期', (_, today) => ({
    ...untilNow(today),
    year: splitDay(today).year - 1,
    wholeYear: true,
  })),
  rule(
    '(?:全|整|一整|这一)年度?|(?<![\\d今本去上前明下半])年度(?=任务|计划|完成|总体|进度|工作|台账|汇总|报告|情况)|年内',
    '全年',
    () => ({ year: undefined, months: range(1, 12) }),
  ),
];

function wholeYear(year: number | undefined): SpokenPeriod | undefined {
  return year === undefined ? undefined : { year, months: range(1, 12), wholeYear: true };
}

/** Days are spoken of only where something falls due: 今天的进度 is no window. */
const DUE = '(?=.{0,6}(?:到期|截止|要|该|交|必须|应))';

function week(today: Day, away: number): SpokenPeriod {
  const monday = addDays(today, 1 - weekday(today) + 7 * away);
  return daysAsPeriod(monday, addDays(monday, 6));
}

/** One day; 明天之前 begins today. */
function dayAway(today: Day, days: number, by: string | undefined): SpokenPeriod {
  const day = addDays(today, days);
  return daysAsPeriod(by ? today : day, day);
}

const DAY_RULES: PeriodRule[] = [
  rule('(?:本|这一?个?)(?:周|星期|礼拜)(?:内|末|之内)?(?:之?前)?', '本周', (_, today) =>
    week(today, 0),
  ),
  rule('(?<!一)下一?个?(?:周|星期|礼拜)(?:内)?', '下周', (_, today) => week(today, 1)),
  rule('(?<![马晚网线以])上一?个?(?:周|星期|礼拜)', '上周', (_, today) => week(today, -1)),
  rule(`今[天日](?<by>之?前)?${DUE}`, '今天到期的', (g, today) => dayAway(today, 0, g.by)),
  rule(`明[天日](?<by>之?前)?${DUE}`, '明天到期的', (g, today) => dayAway(today, 1, g.by)),
  rule(`后天(?<by>之?前)?${DUE}`, '后天到期的', (g, today) => dayAway(today, 2, g.by)),
  rule(
    `(?:未来|接下来|今后|还有|往后)?(?<n>${COUNT})[天日](?:之?内|以内|就|后)?(?=.{0,3}(?:到期|截止|要|该|必须|应))|(?:未来|接下来|今后)(?<k>${COUNT})[天日]`,
    '三天内到期',
    (g, today) => daysAsPeriod(today, addDays(today, readNumber(g.n ?? g.k ?? '') ?? 0)),
  ),
  rule(
    `(?:未来|接下来|今后)?(?<n>[一两二三]|[1-3])(?:周|个?星期|个?礼拜)(?:之?内|以内)`,
    '一周内',
    (g, today) => daysAsPeriod(today, addDays(today, 7 * (readNumber(g.n ?? '') ?? 1))),
  ),
  rule('半个?月(?:之?内|以内)', '半个月内', (_, today) => daysAsPeriod(today, addDays(today, 15))),
];

/** Every way to name a period. The longest reading of a place wins, whatever its row. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  ...MONTH_RULES,
  ...NEAR_RULES,
  ...QUARTER_RULES,
  ...YEAR_RULES,
  ...DAY_RULES,
];
