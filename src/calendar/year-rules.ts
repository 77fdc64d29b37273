import { splitDay } from './county-time.ts';
import { monthsAround, type PeriodRule, range, type SpokenPeriod } from './period.ts';
import {
  dueBy,
  fromJanuary,
  MONTH,
  monthNumber,
  months,
  NOW,
  quartersAround,
  rule,
  spokenYear,
  TO,
  untilNow,
} from './period-parts.ts';

/** Years, and the year so far. */
export const YEAR_RULES: PeriodRule[] = [
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
    `(?:今年|本年度?)?的?(?:截[至止]到?(?:${NOW}|昨[天日晚]|前天)(?:为止)?|[到至](?:现在|目前|今天|昨天|当前)(?:为止)?|(?:至今|迄今)(?!(?:仍|还|都|也|一直)*[未没无尚不])|(?:目前|现在)为止)`,
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
    '(?<y>20\\d{2}|(?<!\\d)[12]\\d|二[〇零][〇零一二三四五六七八九]{2})(?:年|(?=全年))(?:度|全年|一?整年)?',
    '2021年',
    (g, today) => wholeYear(spokenYear(g, today)),
  ),
  rule(
    '(?<r>今年|本年|去年|(?<![赶马晚碰])上一?个?年|大?前年|明年|来年|(?<!一)下一?个?年)(?:度|全年|一?整年|一年)?',
    '去年',
    (g, today) => wholeYear(spokenYear(g, today)),
  ),
  rule('(?:去年|上年|上一?个?年度?的?)?同期', '去年同期', (_, today) => ({
    ...untilNow(today),
    year: splitDay(today).year - 1,
    wholeYear: true,
  })),
  rule(
    '(?:去|上一?)年的?(?:这个时候|这时候?|此时|现在|这会儿?|[这本]个?月|当月)',
    '去年这个时候',
    (_, today) => {
      const { year, month } = splitDay(today);
      return { year: year - 1, months: [month] };
    },
  ),
  rule(
    '(?:全|整|一整|这一)年度?|(?<![\\d今本去上前明下半])年度(?=任务|计划|完成|总体|进度|工作|台账|汇总|总结|报告|情况)|年内',
    '全年',
    () => ({ year: undefined, months: range(1, 12) }),
  ),
];

function wholeYear(year: number | undefined): SpokenPeriod | undefined {
  return year === undefined ? undefined : { year, months: range(1, 12), wholeYear: true };
}
