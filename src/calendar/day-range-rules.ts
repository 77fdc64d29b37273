import { fold } from '../text/fold.ts';
import { readNumber } from '../text/number.ts';
import { addDays, type Day, splitDay } from './county-time.ts';
import { readDatePhrase } from './date-phrase.ts';
import type { Lean } from './date-words.ts';
import { festivalDay } from './festivals.ts';
import { daysAsPeriod, type PeriodRule, type SpokenPeriod } from './period.ts';
import { COUNT, type Groups, MONTH, NOW, rule, TO } from './period-parts.ts';
import { monthSpan, weekSpan } from './span.ts';

const AWAY = '(?:大?前|昨|今|明|后)[天日]';
const WEEKDAY = '(?:(?:上上|上|这|本|下)个?)?(?:周|星期|礼拜)[一二三四五六日天]';
const DATE = `(?:(?:[去今本]年)?(?:${MONTH})月份?)?(?:${COUNT})[日号]`;
const DAY = `(?:${AWAY}|${WEEKDAY}|${DATE})`;
const HOUR = '(?:早上|上午|中午|下午|晚上)?';
/** What falls due lies ahead, what was reported behind: 25号到30号. */
const LEAN = '(?:(?=.{0,4}(?<due>到期|截止))|)';

function dayOf(words: string | undefined, ref: Day, lean: Lean): Day | undefined {
  const said = /\d$/.test(words ?? '') ? `${words}日` : (words ?? '');
  return readDatePhrase(fold(said), ref, lean)?.start;
}

/** The second day follows the first where it is not counted from today itself: 11月1号到5号, 上周三到周五. */
function fromTo({ a, b, due }: Groups, today: Day): SpokenPeriod | undefined {
  const from = dayOf(a, today, due ? 'forward' : 'back');
  if (!from) return undefined;
  const isNow = new RegExp(`^${NOW}$`, 'u').test(b ?? '');
  const ofToday = /^(?:大?[前昨今明后][天日]|[上这本下])/u.test(b ?? '');
  const to = isNow ? today : dayOf(b, ofToday ? today : from, 'forward');
  return to && to >= from ? daysAsPeriod(from, to) : undefined;
}

function since(from: Day | undefined, today: Day): SpokenPeriod | undefined {
  return from && from <= today ? daysAsPeriod(from, today) : undefined;
}

const back = (today: Day, days: number) => daysAsPeriod(addDays(today, 1 - days), today);

const SINCE = '(?:以来|至今|到现在|到目前|到今[天日])';

/** Several days on end: 昨天到今天, 周一到周三, 11月1号到5号, 上周以来. */
export const DAY_RANGE_RULES: PeriodRule[] = [
  rule(
    `(?:从|自)?(?<a>${DAY}|(?<![\\d.])\\d{1,2}(?=${TO}\\d{1,2}[日号]))${HOUR}${TO}(?<b>${DAY}|${NOW})${HOUR}(?:为止)?${LEAN}`,
    '周一到周三',
    fromTo,
  ),
  rule(
    '(?<a>大?前天|昨[天日])[、和与跟及加](?<b>昨[天日]|今[天日])(?:这?两天)?',
    '昨天和今天',
    fromTo,
  ),
  rule(`(?:从|自)?(?<a>${DAY})(?:${SINCE}|起|开始)`, '周一以来', ({ a }, today) =>
    since(dayOf(a, today, 'back'), today),
  ),
  rule(`(?:从|自)?(?<w>上上|上|这|本)一?个?(?:周|星期|礼拜)${SINCE}`, '上周以来', ({ w }, today) =>
    since(weekSpan(today, w === '上上' ? -2 : w === '上' ? -1 : 0).start, today),
  ),
  rule(`(?:从|自)?(?:本|这个?)?月初${SINCE}`, '月初以来', (_, today) => {
    const { year, month } = splitDay(today);
    return since(monthSpan(year, month).start, today);
  }),
  rule(
    `(?:从|自)?(?<f>元旦|春节|清明|五一|端午|中秋|国庆)节?(?:假期|放假|长假)?(?:后|过后|之后)?${SINCE}`,
    '国庆以来',
    ({ f }, today) => {
      const { year } = splitDay(today);
      const days = [year, year - 1].flatMap((y) => festivalDay(f ?? '', y) ?? []);
      return since(
        days.find((d) => d <= today),
        today,
      );
    },
  ),
  rule('(?:最近|近|过去)(?<n>[一两二三1-3])个?(?:周|星期|礼拜)(?!年)', '近一周', ({ n }, today) =>
    back(today, 7 * (readNumber(n ?? '') ?? 1)),
  ),
  rule('这(?<n>[两二三23])个?(?:周|星期|礼拜)(?!年)', '这两周', ({ n }, today) =>
    back(today, 7 * (readNumber(n ?? '') ?? 1)),
  ),
  rule('(?:最近|近|过去|这)半个?月', '近半个月', (_, today) => back(today, 15)),
];
