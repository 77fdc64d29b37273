import { endsNumber } from './completion.ts';
import { isOfFigures } from './has-begun.ts';
import { wordsOf } from './own-words.ts';
import { isDoubt, readClause } from './read-clause.ts';
import type { Ask } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import { inWording, leavesOut } from './reply-coverage.ts';
import {
  fallsShort,
  figuresIn,
  foreignSubject,
  isTargetMet,
  leavesSome,
  reachedIn,
} from './reply-details.ts';
import type { ReplyContext, Statement } from './reply-statements.ts';
import { touches } from './reply-topic.ts';
import type { Status } from './report.ts';
import { EVENT, FINISH } from './status-words.ts';
import { isOfAnotherNumber, isOfSomethingElse } from './subject-of-done.ts';
import { againstTargets } from './target-reached.ts';
import { verdictOn } from './task-verdict.ts';
import { isByAnotherVerb } from './verb-of-done.ts';
import { mergeStatuses, statusOf, type Voice } from './voices.ts';

/** The status of all that is said together; done only if it covers the task. */
export function settle(
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
  // 第3项已完成，走访22家: the task by its number, and its figure besides.
  const isNamedDone = clauses.some((c) => endsNumber(c.masked));
  if (isReached) {
    const main = verdict === 'reached' ? clauses : clauses.filter((c) => !tellsFigures(c));
    const words = main.map((c) => c.masked);
    const counted = verdict === 'reached' ? partsWithFigures(context, no) : [];
    const isLeft = [words, [...words, ...counted]].every((w) => leavesOut(context.index, no, w));
    return isLeft && !isNamedDone ? 'in_progress' : 'done';
  }
  if (!met && (verdict === 'short' || fallsShort(context, no, clauses)))
    return isNamedDone && reachesTarget(context, no, clauses) ? 'done' : 'in_progress';
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

/** Whether every figure that the task sets is among those told, and none of them short. */
function reachesTarget(context: ReplyContext, no: number, clauses: Clause[]): boolean {
  const task = context.index.tasks.find((t) => t.no === no);
  const told = { figures: reachedIn(context, clauses), shares: clauses.flatMap((c) => c.shares) };
  return task !== undefined && againstTargets(told, task) === 'reached';
}

const tellsFigures = (c: Clause) => /figures/.test(readClause(c)?.rule ?? '');
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
  const main = all.filter((c) => !readClause(c)?.beside);
  // 项目8个，已补了材料: a figure alone tells nothing without it.
  const clauses = main.some((c) => TELLS.test(c.masked)) ? main : all;
  if (!task || statements.some((s) => s.by === 'every')) return undefined;
  if (figuresIn(context, clauses).aimedAt.length > 0) return undefined;
  const told = clauses.map((c) => ({ ...c, figures: reachedIn(context, [c]) }));
  return verdictOn(task, told);
}
