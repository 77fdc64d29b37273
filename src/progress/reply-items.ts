import { endsNumber } from './completion.ts';
import { dealOut, saysMore } from './deal-out.ts';
import { isOfAnotherTime, reachedBeside } from './figure-kinds.ts';
import { hasBegun, isOfFigures } from './has-begun.ts';
import { isBare, noteOf, wordsOf } from './own-words.ts';
import { isDoubt, readClause, shareOf } from './read-clause.ts';
import type { Ask, ReadItem } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import { inWording, leavesOut } from './reply-coverage.ts';
import {
  fallsShort,
  figuresIn,
  foreignSubject,
  isTargetMet,
  leavesSome,
  ratesIn,
  reachedIn,
} from './reply-details.ts';
import { forecastOf, isOfNextMonth } from './reply-forecast.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { setsFigure, touches } from './reply-topic.ts';
import type { Status } from './report.ts';
import { EVENT, FINISH } from './status-words.ts';
import { isOfAnotherNumber, isOfSomethingElse } from './subject-of-done.ts';
import { saidOf } from './task-said.ts';
import { verdictOn } from './task-verdict.ts';
import { isByAnotherVerb } from './verb-of-done.ts';
import { doubtIn, mergeStatuses, statusOf, type Voice, voicesOf, weigh } from './voices.ts';

export const never = () => false;
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
  statements: Statement[],
  told: Clause[],
): ReadItem | Ask | undefined {
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
  const { aimedAt: targets, ...figures } = figuresIn(context, clauses);
  const rest = reachedBeside(context, no, figures);
  const metrics = [...figures.reached, ...rest, ...ratesIn(context, clauses, percent)];
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

/** The status of all that is said together; done only if it covers the task. */
function settle(
  context: ReplyContext,
  no: number,
  statements: Statement[],
  { heard, voices }: { heard: Voice[]; voices: Voice[] },
): Status | Ask {
  const clauses = statements.flatMap((s) => s.clauses);
  const merged = mergeStatuses(voices);
  const met = isTargetMet(context, clauses);
  if (met && merged !== 'done') return voices.every(isOfFigures) ? 'done' : merged;
  const verdict = met ? undefined : verdictOfTask(context, no, statements);
  const byStep = isByAnotherVerb(context, no, voices);
  const isReached = !byStep && (verdict === 'done' || verdict === 'reached');
  if (merged !== 'done' && !isReached) return merged;
  const isEnded = voices.some((v) => v.said.rule === 'finished' && !v.clause.masked.includes('Q'));
  if (!isEnded && leavesSome(context, no, clauses)) return 'in_progress';
  const told = clauses.findIndex((c) => isDone(c, voices));
  const done = told < 0 ? clauses.length : told;
  // 上线了，平台看得到: where the very end that is asked for is told, and no bare 做完了, only trouble behind it is a doubt.
  const isEnd = isReached && voices.every((v) => v.said.rule !== 'finished');
  const isBehind = (c: Clause, i: number) => i > done && (!isEnd || TROUBLE.test(c.masked));
  const asTold = (c: Clause) => (isReached ? withoutWording(context, no, c) : c);
  const doubts = clauses.filter((c, i) => isDoubt(asTold(c), isBehind(c, i)));
  if (doubts.length > 0)
    return { why: 'which-status', text: wordsOf(context, doubts), candidates: [no] };
  if (isReached) {
    const main = verdict === 'reached' ? clauses : clauses.filter((c) => !tellsFigures(c));
    const words = main.map((c) => c.masked);
    const counted = verdict === 'reached' ? partsWithFigures(context, no) : [];
    const isLeft = [words, [...words, ...counted]].every((w) => leavesOut(context.index, no, w));
    // 第3项已完成，走访22家: the task by its number, and its figure besides.
    const isNamedDone = clauses.some((c) => endsNumber(c.masked));
    return isLeft && !isNamedDone ? 'in_progress' : 'done';
  }
  if (!met && (verdict === 'short' || fallsShort(context, no, clauses))) return 'in_progress';
  const foreign = foreignSubject(context, no, voices);
  if (foreign > 2 && statements.every((s) => s.by === 'only-task'))
    return { why: 'which-task', text: wordsOf(context, clauses), candidates: [no] };
  if (isOfAnotherNumber(context, no, voices))
    return { why: 'which-task', text: wordsOf(context, clauses), candidates: context.openNos };
  // 第3项已完成 is of the whole task, 申报已完成 of the part it names.
  const bySubject =
    statements.every((s) => s.by === 'topic') ||
    voices.every((v) => statusOf(v) !== 'done' || touches(context.index, no, v.clause.masked) > 0);
  // 平台已上线，走访1200户: a figure does not say that its part is done.
  const last = clauses.findLastIndex((c) => isDone(c, heard));
  const words = clauses
    .slice(0, last + 1)
    .filter((c) => !tellsFigures(c))
    .map((c) => c.masked);
  const part =
    isOfSomethingElse(context, no, voices) ||
    byStep ||
    (bySubject && leavesOut(context.index, no, words));
  return part && !met ? 'in_progress' : 'done';
}

const tellsFigures = (c: Clause) => /figures/.test(readClause(c, never)?.rule ?? '');
const isDone = (clause: Clause, voices: Voice[]) =>
  voices.some((v) => v.clause === clause && statusOf(v) === 'done');

const TROUBLE = /问题|隐患|毛病|麻烦|困难|意见|投诉|矛盾|纠纷|返工|整改|一大?堆|[缺差没未不]/u;

/** 退役的六十户, 欠薪线索: what looks like a doubt and is the task's own wording. */
function withoutWording({ index }: ReplyContext, no: number, clause: Clause): Clause {
  const isOwn = (pair: string) => pair.length === 2 && inWording(index, [no], pair);
  const chars = clause.masked.split('');
  const masked = chars.map((c, i) =>
    /\p{Script=Han}/u.test(c) &&
    [clause.masked.slice(i - 1, i + 1), clause.masked.slice(i, i + 2)].some(isOwn)
      ? '_'
      : c,
  );
  return { ...clause, masked: masked.join('') };
}

/** The parts of a task's wording that set a figure, and what such a part measures: 收缴水费，收缴率95%以上. */
function partsWithFigures({ index }: ReplyContext, no: number): string[] {
  const task = index.tasks.find((t) => t.no === no);
  const figures = [...(task?.figures.map((f) => f.text) ?? []), '%'];
  const parts = task?.text.split(/[,，;；。]/u) ?? [];
  const isSet = (part = '') => figures.some((f) => part.includes(f));
  return parts.filter(
    (p, i) => isSet(p) || (isSet(parts[i + 1]) && MEASURES.test(parts[i + 1] ?? '')),
  );
}

const TELLS = new RegExp(`[已了过达都均全✓C]|到位|${FINISH}|(?:${EVENT})[了过Q]`, 'u');
const MEASURES = /^\p{Script=Han}{0,4}率|^(?:覆盖|不少于|达到|不低于)/u;

/** What the clauses say of a task against its own wording; nothing where the writer names a target of his own. */
function verdictOfTask(
  context: ReplyContext,
  no: number,
  statements: Statement[],
): ReturnType<typeof verdictOn> {
  const task = context.index.tasks.find((t) => t.no === no);
  const all = statements.flatMap((s) => s.clauses);
  // 照片都在台账里 stands beside what was told.
  const main = all.filter((c) => !readClause(c, never)?.beside);
  // 项目8个，已补了材料: a figure alone tells nothing without it.
  const clauses = main.some((c) => TELLS.test(c.masked)) ? main : all;
  if (!task || statements.some((s) => s.by === 'every')) return undefined;
  if (figuresIn(context, clauses).aimedAt.length > 0) return undefined;
  const told = clauses.map((c) => ({ ...c, figures: reachedIn(context, [c]) }));
  return verdictOn(task, told);
}
