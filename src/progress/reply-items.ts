import { dealOut, saysMore } from './deal-out.ts';
import { isOfAnotherTime } from './figure-kinds.ts';
import { hasBegun } from './has-begun.ts';
import { isBare, noteOf, wordsOf } from './own-words.ts';
import { GROWTH, shareOf } from './read-clause.ts';
import type { Ask, ReadItem } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import { inWording } from './reply-coverage.ts';
import { figuresIn, ratesIn } from './reply-details.ts';
import { forecastOf, isOfNextMonth } from './reply-forecast.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { setsFigure, touches } from './reply-topic.ts';
import { settle } from './settled-status.ts';
import { saidOf } from './task-said.ts';
import { doubtIn, statusOf, type Voice, voicesOf, weigh } from './voices.ts';

const UNSAID = { unsaid: true } as const;
const IMPLIED = { implied: true } as const;
const ASSUMED = { assumed: true } as const;
const SWEPT = { swept: true } as const;
const UNFINISHED = { unfinished: true } as const;

/** One item for each task spoken of, and what has to be asked instead. */
export function itemsOf(
  context: ReplyContext,
  heard: Heard,
): { items: ReadItem[]; asks: Ask[]; acts: Heard['acts'] } {
  const { byTask, asks } = dealOut(context, heard);
  const told = heard.statements.flatMap((s) => s.clauses);
  const items: ReadItem[] = [];
  for (const no of context.openNos) {
    const statements = byTask.get(no);
    const read = statements && readTask(context, no, statements, told);
    if (read === undefined) continue;
    if ('why' in read) asks.push(read);
    else items.push(read);
  }
  return { items, asks: [...heard.asks, ...asks], acts: heard.acts };
}

function readTask(
  context: ReplyContext,
  no: number,
  spoken: Statement[],
  told: Clause[],
): ReadItem | Ask | undefined {
  const statements = withoutGrowth(context, no, spoken);
  const clauses = statements.flatMap((s) => s.clauses);
  if (statements.some((s) => s.disputed))
    return statements.some((s) => !s.disputed || saysMore(s))
      ? { why: 'own-or-not', text: wordsOf(context, clauses), candidates: [no] }
      : undefined;
  const inPlan = (word: string) => inWording(context.index, [no], word);
  const heard = voicesOf(clauses, inPlan, (c) => saidOf(context, no, c));
  const voices = weigh(heard);
  if (voices.length === 0) {
    const implied = statements.find((s) => s.implied)?.implied;
    return implied && { no, status: implied, note: '', ...(implied === 'done' ? IMPLIED : UNSAID) };
  }
  const asked = doubtOf(context, no, voices);
  if (asked) return asked;
  if (contradicts(voices))
    return { why: 'which-status', text: wordsOf(context, clauses), candidates: [no] };
  const settled = settle(context, no, statements, { heard, voices });
  const status = settled === 'not_started' && hasBegun(heard) ? 'in_progress' : settled;
  if (typeof status !== 'string') return status;
  const percent = shareDone(context, no, clauses);
  const doubt = doubtIn(status, voices);
  const isOpen = status !== 'done' && doubt !== 'dropped';
  const forecast = isOpen ? forecastOf(context, voices, clauses, status) : undefined;
  const nextMonth = forecast && isOfNextMonth(forecast, context.input.refDate);
  const { aimedAt: targets, reached } = figuresIn(context, clauses);
  const metrics = [...reached, ...ratesIn(context, clauses, percent)];
  const merely = status === 'not_started' && voices.every((v) => v.said.rule === 'not finished');
  return {
    no,
    status,
    ...(merely ? UNFINISHED : {}),
    ...(isAssumed(context, no, statements) ? ASSUMED : {}),
    ...(statements.every((s) => s.by === 'every') ? SWEPT : {}),
    ...(doubt ? { doubt } : {}),
    ...(percent === undefined ? {} : { percent }),
    ...(forecast ? { eta: forecast.end } : {}),
    ...(nextMonth ? { nextMonth: forecast.text } : {}),
    note: noteOf(context, clauses, told),
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(targets.length > 0 ? { targets } : {}),
  };
}

/** 会议取消了, 领导不同意我请假: more than a state, and nothing in it is of the one task that is open. */
function isAssumed(context: ReplyContext, no: number, statements: Statement[]): boolean {
  const clauses = statements.flatMap((s) => s.clauses);
  return (
    statements.every((s) => s.by === 'only-task') &&
    !isBare(clauses) &&
    clauses.every((c) => touches(context.index, no, c.masked) === 0)
  );
}

/** 第1项完成，第1项没完成: said of the whole task, both ways. */
function contradicts(voices: Voice[]): boolean {
  const bare = voices.filter(({ clause }) => /^R/u.test(clause.masked) && isBare([clause]));
  const rules = new Set(bare.map((v) => v.said.rule));
  return rules.has('finished') && rules.has('not finished');
}

/** 8.2% of a task that asks for 增长8%: a rate that runs on, whether 增长 is said or not, and no share of it. */
function withoutGrowth({ index }: ReplyContext, no: number, statements: Statement[]): Statement[] {
  const task = index.tasks.find((t) => t.no === no);
  if (!task || task.shares.length === 0 || !GROWTH.test(task.text)) return statements;
  const isShare = ({ masked }: Clause) => /完成|进度/u.test(masked);
  return statements.map((s) => ({
    ...s,
    clauses: s.clauses.map((c) => (isShare(c) ? c : { ...c, shares: [] })),
  }));
}

/** The share of a task that is done. Where the task itself sets a rate (增长12%), a share alone is that rate. */
function shareDone(context: ReplyContext, no: number, clauses: Clause[]): number | undefined {
  const task = context.index.tasks.find((t) => t.no === no);
  const isRate = (task?.shares.length ?? 0) > 0;
  const isOfNow = ({ start, masked }: Clause) =>
    !/F[^,]{0,3}C/u.test(masked) && !isOfAnotherTime(context, clauses, start + masked.indexOf('C'));
  return clauses
    .filter((c) => isOfNow(c) && (!isRate || /完成|进度/u.test(c.masked)))
    .map((c) => shareOf(c))
    .find((s) => s !== undefined && s <= 100);
}

/** A doubt holds unless another clause says plainly that the task is not done. */
function doubtOf(context: ReplyContext, no: number, voices: Voice[]): Ask | undefined {
  const open = voices.some((v) => (statusOf(v) ?? 'done') !== 'done');
  for (const { clause, said } of voices)
    if ('ask' in said.said && (!open || said.rule === 'denied denial'))
      return { why: said.said.ask, text: wordsOf(context, [clause]), candidates: [no] };
  const over = voices.find(({ clause }) => (shareOf(clause) ?? 0) > 100);
  if (over && !setsFigure(context.index, no))
    return { why: 'which-status', text: wordsOf(context, [over.clause]), candidates: [no] };
  const early = voices.find((v) => statusOf(v) === 'done' && isAhead(context, v.clause));
  return early && { why: 'which-status', text: wordsOf(context, [early.clause]), candidates: [no] };
}

/** 12月5日已完成, written in November: the day is a slip, or the completion is; 月底前已完成 names the deadline. */
function isAhead({ marked, input }: ReplyContext, { start, end }: Clause): boolean {
  return marked.dates.some(
    (d) =>
      d.at >= start &&
      d.at < end &&
      d.start > input.refDate &&
      !/[前底末内]$/u.test(d.text) &&
      /^就?(?:已|早已)/u.test(marked.masked.slice(d.at + d.text.length, end)),
  );
}
