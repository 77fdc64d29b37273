import { readNumber } from '../text/number.ts';
import { addDays, type Day, weekday } from './county-time.ts';
import { readDatePhrase } from './date-phrase.ts';
import { festivalDay } from './festivals.ts';
import { daysAsPeriod, type PeriodRule, type SpokenPeriod } from './period.ts';
import { COUNT, MONTH, rule } from './period-parts.ts';

/** Days are spoken of only where something falls due: 今天的进度 is no window. */
const DUE = '(?=.{0,6}(?:到期|截止|要|该|交|必须|应))';
/** 周五到期的, 25号要交的有哪些: asked for, where 周五要开会 tells. */
const DUE_ASKED =
  '(?=(?:那天|当天)?(?:(?:到期|截止|期限)(?:的|有|几|哪|多少|任务|事项|工作|吗|[?]|$)|(?:要|该|应该?|必须)[^,。]{1,4}(?:的|哪|几[项个件])))';

function week(today: Day, away: number): SpokenPeriod {
  const monday = addDays(today, 1 - weekday(today) + 7 * away);
  return daysAsPeriod(monday, addDays(monday, 6));
}

/** One day; 明天之前 begins today. */
function dayAway(today: Day, days: number, by: string | undefined): SpokenPeriod {
  const day = addDays(today, days);
  return daysAsPeriod(by ? today : day, day);
}

/** One day by its name; 周五前 begins today. */
function named(today: Day, words: string, by: string | undefined): SpokenPeriod | undefined {
  const day = readDatePhrase(words, today, 'forward')?.start;
  if (!day || (by && day < today)) return undefined;
  return daysAsPeriod(by ? today : day, day);
}

/** Weeks and days. */
export const DAY_RULES: PeriodRule[] = [
  rule('(?:本|这一?个?)(?:周|星期|礼拜)(?:内|末|之内)?(?:之?前)?', '本周', (_, today) =>
    week(today, 0),
  ),
  rule('(?<!一)下一?个?(?:周|星期|礼拜)(?:内)?', '下周', (_, today) => week(today, 1)),
  rule('(?<![马晚网线以])上一?个?(?:周|星期|礼拜)', '上周', (_, today) => week(today, -1)),
  rule(
    `(?<d>(?:(?:上|这|本|下)一?个?)?(?:周|星期|礼拜)[一二三四五六日天]|(?:${MONTH}月份?)?(?:${COUNT})[日号])(?<by>之?前|以前)?${DUE_ASKED}`,
    '周五到期的',
    (g, today) => named(today, g.d ?? '', g.by),
  ),
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
  rule(
    '(?:赶在|在|到)?(?<f>元旦|春节|清明|五一|端午|中秋|国庆)节?(?:假期|长假)?(?:之前|以前|前)',
    '国庆前',
    (g, today) => {
      const year = Number(today.slice(0, 4));
      const eves = [year, year + 1].flatMap((y) => {
        const day = festivalDay(g.f ?? '', y);
        return day && day > today ? [addDays(day, -1)] : [];
      });
      const [next] = eves;
      return next === undefined ? undefined : daysAsPeriod(today, next);
    },
  ),
  rule('半个?月(?:之?内|以内)', '半个月内', (_, today) => daysAsPeriod(today, addDays(today, 15))),
];
