import type { Day } from '../calendar/county-time.ts';
import type { DatePhrase } from '../calendar/date-phrase.ts';
import { verbose } from '../text/verbose.ts';
import { CANNOT } from './forecast.ts';
import type { Clause } from './reply-clauses.ts';
import { within } from './reply-details.ts';
import type { ReplyContext } from './reply-statements.ts';
import type { Status } from './report.ts';
import { FINISH } from './status-words.ts';
import { statusOf, type Voice } from './voices.ts';

/** Behind these words a date is no forecast. */
const NO_FORECAST = /原[定计本拟](?:划|于|在)?$|截[至止]$|不是$|[自从]$/u;

/** 延期到11月20日 on the 25th: a day that is past is still the one that was asked for, and whoever takes it says so. */
const ASKED_TO = /(?:延[期后长]?|推[迟后]|顺延|宽限|放宽|改)[^,.;。]{0,4}[到至]$/u;

/** 25号前完不成: the day is given up. */
const GIVEN_UP = new RegExp(`^[^,。;R\\s]{0,8}?(?:${CANNOT})`, 'u');

/** 市里说月底给回话: a day that others named for what is theirs. */
const HEARSAY = verbose`
  (?:^|[^\p{Script=Han}]|[的由])(?!我)(?:
    [省市县区]里?|上级|上面|财政|银行|厂家|企业|对方|他们|中介
    |\p{Script=Han}{2,8}(?:局|厅|委|办|公司|行|方|院)
  )[^,。;]{0,3}(?:说|讲|答应|答复|回复|通知|反馈|承诺|表示)(?:是|了|的)?[^,。;]{0,6}$
`;

/** 4月的还没发: whose it is, and no forecast either. */
const WHOSE = /^份?的(?!时候|话)/u;

/** 本月新增3项: a period to speak of, not to be ready in. */
const AT_PRESENT = /^(?:本|当|这个?)[月周季](?:度|份)?$|^今年$/u;

/** 11月底11.3%, 二季度8家, 年底能到260，300达不到: the period that a figure is of. */
const OF_FIGURE = /^(?:的|为|是|达|约|能够?达?到Q+,\s*(?=Q+[达够到]不[到够了]))*[QC]/u;
/** 1月贷款2.1亿: a month by itself, and what it came to. */
const MONTH = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u;
const CAME_TO = /^\p{Script=Han}{1,6}Q/u;

/** 月初就给了, on the 2nd: the period has begun, and it is told as past. */
const TOLD_PAST = /^就(?![能可会要])\p{Script=Han}{1,8}了/u;
/** 节前安全检查: words of the task's own wording, and not 节前完成. */
const NAME = new RegExp(`^(?!${FINISH})\\p{Script=Han}{2}`, 'u');

/** 拖到元旦以后: some day after it, which nobody has named; a request for time needs one. */
const SOME_DAY_AFTER = /\p{Script=Han}(?<![天日周月])[之以]?后$/u;

/** The last day of the period in which the writer means to finish; a date beside a promise goes before others. */
export function forecastOf(
  context: ReplyContext,
  voices: Voice[],
  clauses: Clause[],
  status: Status,
): DatePhrase | undefined {
  const { dates, masked } = context.marked;
  const behind = (d: DatePhrase) => masked.slice(d.at + d.text.length);
  const isName = (d: DatePhrase) =>
    context.index.plan.includes(`${d.text}${NAME.exec(behind(d))?.[0] ?? '-'}`);
  const isPast = (d: DatePhrase) => d.start <= context.input.refDate && TOLD_PAST.test(behind(d));
  const isAskedTo = (at: number) =>
    status === 'extension' && ASKED_TO.test(masked.slice(Math.max(0, at - 8), at));
  const ahead = dates.filter(
    (d) =>
      (d.end >= context.input.refDate || isAskedTo(d.at)) &&
      !NO_FORECAST.test(masked.slice(Math.max(0, d.at - 4), d.at)) &&
      !WHOSE.test(behind(d)) &&
      !OF_FIGURE.test(behind(d)) &&
      !GIVEN_UP.test(behind(d)) &&
      !isName(d) &&
      !isPast(d) &&
      !HEARSAY.test(masked.slice(Math.max(0, d.at - 16), d.at)) &&
      !(status === 'extension' && SOME_DAY_AFTER.test(d.text)),
  );
  const promises = voices.filter((v) => /later|promise|condition|missing/.test(v.said.rule));
  const promised = ahead.filter(within(promises.map((v) => v.clause)));
  const told = voices.filter((v) => statusOf(v) === 'done').map((v) => v.clause);
  const open = clauses.filter((c) => !told.includes(c));
  const isOfFigure = (d: DatePhrase) => MONTH.test(d.text) && CAME_TO.test(behind(d));
  const meant = ahead.filter((d) => within(open)(d) && !AT_PRESENT.test(d.text) && !isOfFigure(d));
  return promised.at(-1) ?? meant.at(-1);
}

/** 25日前 on the 26th: next month's, for this month's is past; told so that the writer can object. */
export const isOfNextMonth = ({ text, end }: DatePhrase, today: Day): boolean =>
  /^[\d一二三四五六七八九十廿]{1,3}[日号]/u.test(text) && end.slice(0, 7) !== today.slice(0, 7);
