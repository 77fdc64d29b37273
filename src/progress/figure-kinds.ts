import { splitDay } from '../calendar/county-time.ts';
import type { Metric } from '../text/metrics.ts';
import { verbose } from '../text/verbose.ts';
import type { Clause } from './reply-clauses.ts';
import type { ReplyContext } from './reply-statements.ts';

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
/** 截至10月, 1到10月, 1月、2月, 前三季度: from the beginning up to it. */
const UP_TO = /(?:截[至止]到?|[到至~前-]|月份?[、和及与])$/u;

/** 之前说的2200万我没说过: what was told before. */
const TOLD_BEFORE = /(?:之前|此前|上次|上回|原来|刚才)(?:说|报|填|写)(?:的|过|了)*(?:是)?$/u;

/** Whether a figure is of another year or month than the item: then it says nothing of how far this one has come. */
export function isOfAnotherTime(context: ReplyContext, clauses: Clause[], at: number): boolean {
  const { input, marked, index } = context;
  const [led = ''] = before(context, clauses, at).split(THIS_TIME).slice(-1);
  const year = String(splitDay(input.refDate).year);
  const named = /(?<year>20\d\d)年/u.exec(led)?.groups?.year;
  if (TOLD_BEFORE.test(led)) return true;
  if (AGAINST.test(led) && RATE.test(marked.text.slice(at))) return false;
  const isOtherYear = named !== undefined && named !== year && !index.plan.includes(named);
  if (isOtherYear || (ANOTHER_YEAR.test(led) && !ANOTHER_YEAR.test(index.plan))) return true;
  const last = marked.dates.findLast((d) => d.at < at && d.at >= at - led.length);
  if (!last || !PERIOD.test(last.text) || UP_TO.test(marked.text.slice(0, last.at))) return false;
  return last.end < input.refDate && splitDay(last.end).month !== input.month;
}

/** 12月计划走访30家, 预计达到11.5%, 年底能到260: what is meant to be; 按计划走访30家 and 已争取500万元 are told. */
const PLANNED = verbose`
  (?:
    (?<!按照?(?:原定?|既定|年度|序时)?)计划|拟(?![订定])|预计|预期|打算|准备(?!好)|力争|可能
    |(?<!已经?)争取(?!到|了)|有望|(?<!已经?)将|下个?月|下一?步
    |(?<![不可产节智性功])能够?(?=[到达完有放收开办签走报])|[最至]多(?=能|可)
  )(?![^,]*(?:[已了过]|数|任务|内))[^,]{0,10}$
`;
const GAINS = /争取/u;

export function isPlanned(context: ReplyContext, clauses: Clause[], at: number): boolean {
  const led = before(context, clauses, at);
  return PLANNED.test(GAINS.test(context.index.plan) ? led.replace(GAINS, '') : led);
}

/** 比去年增长12.3%: a rate of this year, told by the year before. */
const AGAINST =
  /[比较](?:去年|前年|往年|上一?年度?)?(?:同期)?(?:增长|上升|提高|提升|下降|回落)(?:了|约|达)?$/u;
const RATE = /^(?:[\d.]+%|百分之)/u;

/** 还剩5家, 缺口3家; 还有3家没走. */
const LEFT = verbose`
  (?:
    (?:剩余?下?|其余|余下)的?|(?<!相|出|逆|时|误|价)差|(?<![清追补弥催])欠
    |(?<!(?:[补弥]|解决\p{Script=Han}{0,4}))缺口?
  )(?:了|有|约|近|大约|为|是)*$
`;
/** 260亩达不到, 8个凑不够; 还差四千万才够2亿, 开不了8个: what is not reached. */
const MISSED = verbose`
  ^(?:[年月]底|今年|都|也|还|是|怕|肯定)*(?:
    能够?(?![力源])\p{Script=Han}|[达够凑完到]\p{Script=Han}?不(?:到|够|成|齐|上)
    |\p{Script=Han}不了|不够|没够
  )
`;
const NEEDED =
  /(?:才|就)(?:够|能?到|能?达到?|算够)$|(?:不到|不足|不够|不满|没到|未到|没达到?|未达到?|没够|[\p{Script=Han}]不了)$/u;
/** 超了5亩, 多收了5亩, 比上次多5亩: by how much something is exceeded. */
const BEYOND = /(?:超(?:额|出|过)?了|多(?:\p{Script=Han}了|出了?|了)|比[^,]{1,8}多|^超)$/u;

const OPEN = /[还尚仍][剩余]?有(?:约|近|大约)?$/u;
const OF_OPEN = /^\p{Script=Han}{0,6}?(?:没|未|待)|^(?=$|[,;。\s])/u;

/** Whether a figure is what is left, missing or beyond, and not what is reached: it stays in the words. */
export function isLeft(context: ReplyContext, clauses: Clause[], { at, text }: Metric): boolean {
  const led = before(context, clauses, at);
  const after = context.marked.text.slice(at + text.length);
  const isMissing = LEFT.test(led) || NEEDED.test(led) || MISSED.test(after);
  return isMissing || BEYOND.test(led) || (OPEN.test(led) && OF_OPEN.test(after));
}
