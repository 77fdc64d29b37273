import { splitDay } from '../calendar/county-time.ts';
import type { Metric } from '../text/metrics.ts';
import type { Clause } from './reply-clauses.ts';
import type { ReplyContext } from './reply-statements.ts';
import { planFigures } from './reply-topic.ts';
import { isOfMeasure } from './target-reached.ts';

/** What stands in its clause before a figure or a share. */
function before({ marked }: ReplyContext, clauses: Clause[], at: number): string {
  const clause = clauses.find((c) => at >= c.start && at < c.end);
  return marked.text.slice(clause?.start ?? Math.max(0, at - 8), at);
}

/** 去年走访了120家, 同期90家: of another year. */
const ANOTHER_YEAR = /去年|前年|往年|上一?年度?|同期/u;
/** What leads back to the year and the month that are spoken of. */
const THIS_TIME = /今年|本年|当年|本月|当月|这个月|目前|现在|累计|合计|总计/u;
/** 上个月, 10月份, 上季度: a period by itself. */
const PERIOD =
  /^(?:上个?(?:月|季度)|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四1-4]季度)$/u;
/** 截至10月, 1到10月, 前三季度: from the beginning up to it. */
const UP_TO = /(?:截[至止]到?|[到至~前-])$/u;

/** Whether a figure is of another year or month than the item: then it says nothing of how far this one has come. */
export function isOfAnotherTime(context: ReplyContext, clauses: Clause[], at: number): boolean {
  const { input, marked, index } = context;
  const [led = ''] = before(context, clauses, at).split(THIS_TIME).slice(-1);
  const year = String(splitDay(input.refDate).year);
  const named = /(?<year>20\d\d)年/u.exec(led)?.groups?.year;
  const isOtherYear = named !== undefined && named !== year && !index.plan.includes(named);
  if (isOtherYear || (ANOTHER_YEAR.test(led) && !ANOTHER_YEAR.test(index.plan))) return true;
  const last = marked.dates.findLast((d) => d.at < at && d.at >= at - led.length);
  if (!last || !PERIOD.test(last.text) || UP_TO.test(marked.text.slice(0, last.at))) return false;
  return last.end < input.refDate && splitDay(last.end).month !== input.month;
}

/** 12月计划走访30家, 预计达到11.5%: what is meant to be. */
const PLANNED =
  /(?:计划|拟(?![订定])|预计|预期|打算|准备|力争|争取|有望|将|下个?月|下一?步)(?![^,]*(?:[已了过]|数|任务|内))[^,]{0,10}$/u;

export const isPlanned = (context: ReplyContext, clauses: Clause[], at: number) =>
  PLANNED.test(before(context, clauses, at));

/** 还剩5家, 缺口3家; 还有3家没走. */
const LEFT =
  /(?:(?:剩余?下?|其余|余下)的?|[还尚仍就只仅]差|(?<!相|出|逆|时|误|价)差(?=了?$)|[还尚仍]?欠|缺口?)(?:了|有|约|近|大约|为|是)*$/u;
const OPEN = /[还尚仍][剩余]?有(?:约|近|大约)?$/u;
const OF_OPEN = /^\p{Script=Han}{0,6}?(?:没|未|待)|^(?=$|[,;。\s])/u;

/** Whether a figure is what is left of the work, and not what is reached. */
export function isLeft(context: ReplyContext, clauses: Clause[], { at, text }: Metric): boolean {
  const led = before(context, clauses, at);
  const after = context.marked.text.slice(at + text.length);
  return LEFT.test(led) || (OPEN.test(led) && OF_OPEN.test(after));
}

/** 还剩5家 of a task that asks for 30: 25 are reached. Nothing where it sets no such figure, or another is told. */
export function reachedBeside(
  { index }: ReplyContext,
  no: number,
  { left, reached }: { left: Metric[]; reached: Metric[] },
): Metric[] {
  const [rest, more] = left;
  const asked = planFigures(index, no).filter((a) => rest && isOfMeasure(rest, a));
  const [target, other] = asked;
  if (!rest || more || !target || other || reached.some((r) => isOfMeasure(r, target))) return [];
  const amount = target.amount - rest.amount;
  const scale = target.value === 0 ? 1 : target.amount / target.value;
  const value = Math.round((amount / scale) * 1e6) / 1e6;
  if (amount < 0) return [];
  return [{ value, unit: target.unit, amount, text: `${value}${target.unit}`, at: rest.at }];
}
