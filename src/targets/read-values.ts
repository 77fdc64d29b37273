import { type Day, splitDay } from '../calendar/county-time.ts';
import { readMetrics, readShares } from '../text/metrics.ts';
import { verbose } from '../text/verbose.ts';
import { type Amount, isSameKind, type Measure } from './amount.ts';
import { findKey, foldIndicators } from './indicator-key.ts';
import { knowableMonth } from './pace.ts';

/** What is looked for: a confirmed target. */
export type Sought = { id: string; key: string; measure: Measure; unit: string; lag: number };

/** A figure said of a target. Without `span` nobody said whether it is the month's or the year's: it has to be asked. */
export type SaidValue = Amount & {
  targetId: string;
  month: number;
  span: 'cumulative' | 'current' | null;
  text: string;
};

const CUMULATIVE =
  /累计|总计|合计|年初以来|今年以来|截至|1[-—~至到]\d{1,2}月|一至|上半年|前\S{1,2}(?:季度|个月)|至今/u;
/** 差2亿元, 高于全市1.1%: the distance to something else, and no figure of the indicator's own. */
const DISTANCE = verbose`
  (?:
    差距?|缺口?|欠|剩余?|少了?|低于?|高于?|高出|超出|超(?=目标|计划)|领先|落后|回落|加快
    |放缓
  )(?:于|了)?(?:年度|年初|全年)?
  (?:目标|计划|预期|序时|进度|平均水?平?|全[国省市县]|上[年月季]|去年|同期)*
  (?:还有|约|近|为|是|达|仅)?$
`;
/** 累计没到10亿, 不足10亿: what it is not. */
const DENIED =
  /(?:没有?|未能?|不(?=到|足|满|够|是|及))(?:到|足|满|够|是|及|达到?|完成|实现|突破|超过?|有)*(?:约|近)?$/u;
/** 力争累计10亿, 预计本月达到1.2亿, 如果累计到10亿: what it is to be. */
const AIMED = verbose`
  力争|争取|预计|预期|预测|有望|确保|(?:计划|打算|准备|拟)(?!的)|目标(?:任务)?[值数]?[为是]
  |如果|要是|假如|只要|(?<![主重需只])要(?=[达完实到突超])|将(?=[达完实到突超])
`;
/** 去年累计10亿: of another year. */
const PAST_YEAR = /(?:去年|前年|往年|上一?年度?|同期)(?!.*(?:今年|本年|比|较))/u;
const CURRENT = /本月|当月|这个月|单月/u;

/**
 * The figures that a text says of known targets: 规上产值累计10亿，本月1.2亿. Each figure belongs to the indicator named
 * last before it; 累计 and 本月 are kept apart. Growth rates and shares are read only for targets that are such.
 */
export function readValues(text: string, targets: Sought[], today: Day): SaidValue[] {
  const folded = foldIndicators(text);
  const marks = targets
    .toSorted((a, b) => b.key.length - a.key.length)
    .flatMap((target) => {
      const at = findKey(folded, target.key);
      return at < 0 ? [] : [{ target, at, end: at + target.key.length }];
    })
    // 规上产值 and its growth may share a name; a shorter name inside a longer one is not meant.
    .filter(
      (m, i, all) =>
        !all
          .slice(0, i)
          .some((l) => l.at <= m.at && m.end <= l.end && l.target.key !== m.target.key),
    )
    .sort((a, b) => a.at - b.at);
  const saidOn = (at: number) => {
    const before = marks.filter((m) => m.end <= at);
    const last = before.at(-1)?.at;
    return before.filter((m) => m.at === last).map((m) => m.target);
  };
  const found: SaidValue[] = [];
  const add = (target: Sought | undefined, amount: Amount, at: number, raw: string) => {
    const before = clauseBefore(folded, at);
    if (!target || [DISTANCE, DENIED, AIMED, PAST_YEAR].some((pattern) => pattern.test(before)))
      return;
    const span = target.measure === 'level' ? spanOf(folded, at, raw.length) : 'cumulative';
    const month = monthOf(folded, at, today, target.lag);
    if (month !== undefined) found.push({ ...amount, targetId: target.id, month, span, text: raw });
  };
  for (const m of readMetrics(folded)) {
    const target = saidOn(m.at).find((t) => t.measure === 'level' && isSameKind(t.unit, m.unit));
    add(target, { value: String(m.value), unit: m.unit }, m.at, m.text);
  }
  for (const s of readShares(folded)) {
    const grows = /增长|增速|增幅|上升|提高|下降|降低/u.test(clauseBefore(folded, s.at));
    const target = saidOn(s.at).find((t) => t.measure === (grows ? 'growth' : 'ratio'));
    const falls = /下降|降低|负增长/u.test(clauseBefore(folded, s.at));
    add(target, { value: `${falls ? '-' : ''}${s.percent}`, unit: '%' }, s.at, s.text);
  }
  return found;
}

function clauseBefore(text: string, at: number): string {
  return /[^,，。;；]*$/u.exec(text.slice(0, at))?.[0] ?? '';
}

/** The nearest word in the same clause decides: 累计10亿，本月1.2亿. */
function spanOf(text: string, at: number, length: number): SaidValue['span'] {
  const clause = clauseBefore(text, at) + text.slice(at, at + length);
  if (CURRENT.test(clause)) return 'current';
  return CUMULATIVE.test(clause) ? 'cumulative' : null;
}

/**
 * The month a figure is of: the one named last before it, the last of 1-3月; no month at all means the newest that can
 * be known; 本月 the running one, earlier by the indicator's lag.
 */
function monthOf(text: string, at: number, today: Day, lag: number): number | undefined {
  const before = text.slice(0, at);
  const named = [...before.matchAll(/(?<![\d年度])(\d{1,2})月(?!底|份?前)/gu)].at(-1);
  const quarter = [...before.matchAll(/(?:第?([一二三四])季度|(上半年))/gu)].at(-1);
  if (named) return inYear(Number(named[1]));
  if (quarter) return quarter[2] ? 6 : ('一二三四'.indexOf(quarter[1] ?? '') + 1) * 3;
  const { month, date } = splitDay(today);
  const isCurrent = CURRENT.test(clauseBefore(text, at));
  return inYear(isCurrent ? month - lag : knowableMonth(month, date, lag));
}

const inYear = (month: number) => (month >= 1 && month <= 12 ? month : undefined);
