import {
  ask,
  conditionOf,
  type Draft,
  finishPending,
  isListed,
  leaveHeadless,
  leavePending,
  restDone,
  state,
} from './draft.ts';
import { taskOfFigures, taskOfKind } from './named-short.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import { clauseAct } from './reply-acts.ts';
import type { Clause } from './reply-clauses.ts';
import { beyondWording } from './reply-coverage.ts';
import { metricsIn } from './reply-details.ts';
import {
  DENIED_TWICE,
  hasNoSubject,
  impliesRestDone,
  isOfAnyTask,
  leftOnly,
  speaksOfAll,
} from './reply-scope.ts';
import type { ReplyContext, Statement } from './reply-statements.ts';
import {
  findTopic,
  findTopics,
  type Topic,
  taskNamedShort,
  tasksNamedShort,
  touches,
} from './reply-topic.ts';
import { saidOfTasks } from './task-said.ts';

/** A clause without numbers: its subject, the sentence before, or the only open task must tell what it is about. */
export function hearSubject(
  draft: Draft,
  clause: Clause,
  said: ClauseSaid,
  next: Clause | undefined,
): void {
  const { pending, context } = draft;
  if (pending && pending.by !== 'topic') {
    if (said) finishPending(draft, clause);
    else pending.clauses.push(clause);
    return;
  }
  const subject = subjectOf(context, clause);
  const stays = draft.current !== undefined && staysWith(context, draft.current, clause, subject);
  if (subject.kind === 'tasks' && !stays) hearTopic(draft, clause, said, subject.nos);
  else if (
    subject.kind === 'several' &&
    said &&
    !stays &&
    countsThem(context, clause, subject.nos)
  ) {
    const told = withoutCount(clause);
    hearTopic(draft, told, readClause(told), subject.nos);
  } else if (subject.kind === 'several' && said && !stays && !pending) {
    ask(draft, 'which-task', clause, subject.nos);
    draft.current = undefined;
  } else if (said) hearBare(draft, clause, said, next);
  else if (pending) pending.clauses.push(clause);
  else if (isForeignHead(clause)) draft.current = undefined;
  else if (!draft.current && next?.beside && context.openNos.length === 1)
    draft.pending = { nos: context.openNos, clauses: [clause], by: 'only-task' };
  else draft.current?.clauses.push(clause);
}

const COUNTED = /^Q+(?=[^Q]{2,8}[都均全])/u;

/** 两个培训都办了, where two tasks are of trainings. */
function countsThem(context: ReplyContext, clause: Clause, nos: number[]): boolean {
  const [count, second] = metricsIn(context, [clause]);
  return COUNTED.test(clause.masked) && !second && count?.value === nos.length;
}

/** The same without the count, which is no figure of any of them. */
const withoutCount = (clause: Clause): Clause => ({
  ...clause,
  masked: clause.masked.replace(COUNTED, (q) => ' '.repeat(q.length)),
});

/** 绿化：完成: the head of something else; 主要做法： goes on about the task before. */
const isForeignHead = ({ masked, opens, fresh }: Clause) =>
  opens &&
  fresh &&
  /^\p{Script=Han}{2,8}$/u.test(masked) &&
  !/情况|做法|措施|内容|说明|备注|成效|如下|问题|原因|步|进展|状态|其中|附|报告/u.test(masked);

/** 排口还有仨, 拆违拆了三千六: the subject in front of a figure, an adverb or a verb. */
const HEAD =
  /^\p{Script=Han}{2,4}?(?=Q|还|都|也|全|已|没|未|正|才)|^\p{Script=Han}{2}(?=\p{Script=Han}?[了过完])/u;
const headOf = ({ opens, masked }: Clause) => (opens ? masked : (HEAD.exec(masked)?.[0] ?? ''));

type Subject =
  | { kind: 'none' }
  | { kind: 'tasks'; nos: number[]; strength: number }
  | { kind: 'several'; nos: number[] };

/** The open tasks that the clause's own words name; with one open task there is nothing to tell apart. */
function subjectOf(context: ReplyContext, clause: Clause): Subject {
  const { index, openNos } = context;
  if (openNos.length === 1) return { kind: 'none' };
  const together = findTopics(index, clause.masked);
  if (together.length > 1) return { kind: 'tasks', nos: together, strength: together.length };
  const topic: Topic = findTopic(index, clause.masked);
  // 学校那个: a short name that fits another task as well.
  const called = /^(\p{Script=Han}{2,4})[那这]个/u.exec(clause.masked)?.[1] ?? '';
  if (topic.kind === 'task' && topic.strength < 2) {
    const others = tasksNamedShort(index, called).filter((no) => no !== topic.no);
    if (others.length > 0) return { kind: 'several', nos: [topic.no, ...others] };
  }
  if (topic.kind === 'task') return { kind: 'tasks', nos: [topic.no], strength: topic.strength };
  const isNone = topic.kind === 'none';
  const bySubject = isNone ? taskNamedShort(index, headOf(clause)) : undefined;
  const byKind = isNone ? taskOfKind(index, clause.masked) : undefined;
  const byFigure = taskOfFigures(index, clause.masked, metricsIn(context, [clause]));
  // 防火带八公里: of the tasks that the words fit, the one that counts in such a measure.
  const fits = isNone || topic.nos.some((n) => n === byFigure);
  const no = bySubject ?? byKind ?? (fits ? byFigure : undefined);
  return no === undefined ? topic : { kind: 'tasks', nos: [no], strength: 1 };
}

function hearTopic(draft: Draft, clause: Clause, general: ClauseSaid, named: number[]): void {
  const said = isNameOnly(draft, clause, named)
    ? undefined
    : (general ?? saidOfTasks(draft.context, clause, named));
  if (draft.pending && !isListed(draft, clause)) leavePending(draft);
  const { pending, headless } = draft;
  const nos = [...(pending?.nos ?? []), ...named];
  const clauses = [...(pending?.clauses ?? []), clause];
  const target = { kind: 'tasks', nos } as const;
  const isLeft = findTopics(draft.context.index, leftOnly(clause.masked)).length > 0;
  if (isLeft && impliesRestDone(clause.masked, said)) {
    restDone(draft);
    state(draft, { target, by: 'topic', clauses, implied: 'not_started' });
  } else if (said)
    state(draft, { target, by: 'topic', clauses: [...conditionOf(draft), ...clauses] });
  else if (headless)
    state(draft, { target, by: 'topic', clauses: [headless, clause], verbFirst: true });
  else if (draft.current?.verbFirst && clause.beside && draft.current.target.kind === 'tasks')
    draft.current.target.nos.push(...nos);
  else draft.pending = { nos, clauses, by: 'topic' };
}

/** 已完成：开工动员会、自评报告报送: in a list behind its verb, what is all of a task's own wording only names it. */
function isNameOnly({ headless, current, context }: Draft, clause: Clause, nos: number[]): boolean {
  const isListed = headless?.opens || (current?.verbFirst && clause.beside);
  return !!isListed && nos.some((no) => beyondWording(context.index, no, clause.masked) === '');
}

/** A status with neither number nor subject. */
function hearBare(
  draft: Draft,
  clause: Clause,
  said: NonNullable<ClauseSaid>,
  next: Clause | undefined,
): void {
  const { current, pending } = draft;
  const { openNos } = draft.context;
  if (pending) {
    finishPending(draft, clause);
    return;
  }
  if (openNos.length === 1) {
    const target = { kind: 'tasks', nos: openNos } as const;
    if (current) current.clauses.push(clause);
    else state(draft, { target, by: 'only-task', clauses: [clause] });
    return;
  }
  // 除第3项外，皆已办结: what comes with no task of its own is of the others.
  if (
    current?.implied === 'not_started' &&
    current.clauses.length === 0 &&
    draft.statements.length === 1
  ) {
    state(draft, { target: { kind: 'rest' }, by: 'every', clauses: [clause] });
    return;
  }
  const listFollows = next && next.refs.length > 0 && !readClause(next);
  if (clause.opens || (listFollows && current?.verbFirst)) {
    leaveHeadless(draft);
    draft.headless = clause;
    return;
  }
  const ofAll = speaksOfAll(clause.masked, said.rule);
  const isDeniedTwice = said.rule === DENIED_TWICE;
  const subjectless = isDeniedTwice || hasNoSubject(clause.masked);
  if (ofAll && (!current || clause.fresh) && subjectless) {
    if (ofAll === 'some-not' || (!isDeniedTwice && isOfOthers(draft, clause, said)))
      ask(draft, 'which-task', clause, openNos);
    else state(draft, { target: { kind: 'all' }, by: 'every', clauses: [clause] });
  } else if (current) current.clauses.push(clause);
  else {
    leaveHeadless(draft);
    draft.headless = clause;
  }
}

/** 都搬了, and 都办结了 behind 诉求收了20条: done are the things of some task, and not all the tasks. */
function isOfOthers(
  { before, context }: Draft,
  clause: Clause,
  said: NonNullable<ClauseSaid>,
): boolean {
  // 三家都跑了; but 两个都好了, of two.
  const [count] = metricsIn(context, [clause]);
  if (/Q.{0,4}[都均全]/u.test(clause.masked) && count?.value !== context.openNos.length)
    return true;
  if (!('status' in said.said) || said.said.status !== 'done') return false;
  const tells = !clause.fresh && before && /[了过完好]$|Q/u.test(before.masked);
  const hasSubject = before && (/Q/u.test(before.masked) || !hasNoSubject(before.masked));
  const ofIt = tells && hasSubject && !clauseAct(before.masked);
  return ofIt || !isOfAnyTask(clause.masked);
}

/** Whether a clause goes on about the tasks of the statement before. */
function staysWith(
  context: ReplyContext,
  statement: Statement,
  clause: Clause,
  subject: Subject,
): boolean {
  if (statement.by === 'header' || subject.kind === 'none') return true;
  if (statement.target.kind !== 'tasks') return false;
  const { nos } = statement.target;
  if (subject.kind === 'several') return subject.nos.some((n) => nos.includes(n));
  if (subject.nos.every((n) => nos.includes(n))) return true;
  if (statement.by !== 'number') return false;
  // A number was given: one word shared with another task is not enough to leave it.
  const here = Math.max(0, ...nos.map((n) => touches(context.index, n, clause.masked)));
  return here > 0 || subject.strength < 2;
}
