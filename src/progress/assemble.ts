import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Act, Ask } from './reading.ts';
import { AMENDS, ASKS_FOR_TIME, ASKS_HOW, clauseAct } from './reply-acts.ts';
import type { Clause } from './reply-clauses.ts';
import { readException } from './reply-except.ts';
import { DENIED_TWICE, hasNoSubject, impliesRestDone, speaksOfAll } from './reply-scope.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { countsAsFigures, type Named, namedTasks } from './reply-targets.ts';
import { originalOf } from './reply-text.ts';
import { findTopic, type Topic, touches } from './reply-topic.ts';

/** What has been heard so far, and what still waits for its other half. */
type Draft = Heard & {
  current?: Statement;
  /** Tasks named, their verb still to come: 第1项，第2项，已完成. */
  pending?: { nos: number[]; clauses: Clause[]; by: Statement['by'] };
  /** A verb whose tasks are still to come: 已完成：1、3. */
  headless?: Clause;
};

const never = () => false;

/** Puts clauses together into statements: which tasks, and the words that say how they stand. */
export function assemble(context: ReplyContext, clauses: Clause[]): Heard {
  const draft: Draft = { statements: [], asks: [], acts: [] };
  for (const [i, clause] of clauses.entries()) hear(context, draft, clause, clauses[i + 1]);
  leaveHeadless(context, draft);
  const asked = draft.acts.some((a) => a.act === 'question' || a.act === 'policy');
  const last = draft.pending?.clauses.at(-1);
  if (last && !asked) ask(context, draft, 'which-status', last, draft.pending?.nos);
  return draft;
}

function hear(context: ReplyContext, draft: Draft, heard: Clause, next: Clause | undefined): void {
  const clause = countsAsFigures(context, heard, draft.current);
  const named = namedTasks(context, clause, draft.current);
  const act = actOf(clause.masked);
  if (act) return hearAct(context, draft, clause, act, named);
  const exception = readException(context, clause);
  if (exception) {
    for (const a of exception.asks) ask(context, draft, a.why, clause, a.candidates);
    draft.statements.push(...exception.statements);
    const main = exception.statements.find((s) => s.target.kind === 'rest');
    if (main) draft.current = main;
    return;
  }
  const said = readClause(clause, never);
  if (AMENDS.test(clause.masked) && !clause.refs.some((r) => r.kind === 'numbers')) {
    draft.acts.push({ act: 'unclear', tasks: [] });
    if (!said || !/已|未|没|正/u.test(clause.masked)) return;
  }
  if (named.asks.length > 0) {
    for (const a of named.asks) ask(context, draft, a.why, clause, a.candidates);
    return;
  }
  if (named.target) return hearTarget(context, draft, clause, said, named.target, next);
  if (named.nos.length > 0) return hearNumbers(context, draft, clause, said, named);
  hearSubject(context, draft, clause, said, next);
}

/** What a clause does besides reporting; a wish for more time counts as a request even as a question. */
function actOf(masked: string): Act | undefined {
  const found = clauseAct(masked);
  const wantsTime = ASKS_FOR_TIME.test(masked) && !ASKS_HOW.test(masked);
  return (found === 'question' || found === 'policy') && wantsTime ? undefined : found;
}

function hearAct(
  context: ReplyContext,
  draft: Draft,
  clause: Clause,
  act: Act,
  named: Named,
): void {
  if (act === 'dispute') {
    const only = context.openNos.length === 1 ? context.openNos : [];
    const topic = findTopic(context.index, clause.masked);
    const bySubject = topic.kind === 'task' ? [topic.no] : (draft.pending?.nos ?? only);
    const nos = named.nos.length > 0 ? named.nos : bySubject;
    draft.acts.push({ act, tasks: nos });
    state(draft, {
      target: { kind: 'tasks', nos },
      by: 'number',
      clauses: [clause],
      disputed: true,
    });
    return;
  }
  draft.acts.push({ act, tasks: named.nos });
  if (act === 'question' || act === 'policy') draft.pending = undefined;
}

function hearTarget(
  context: ReplyContext,
  draft: Draft,
  clause: Clause,
  said: ClauseSaid,
  target: Statement['target'],
  next: Clause | undefined,
): void {
  if (draft.headless && !said)
    state(draft, { target, by: 'every', clauses: [draft.headless, clause] });
  // 其他的，还在弄: the verb comes with the next clause.
  else if (said || next) state(draft, { target, by: 'every', clauses: [clause] });
  else ask(context, draft, 'which-status', clause, context.openNos);
}

function hearNumbers(
  context: ReplyContext,
  draft: Draft,
  clause: Clause,
  said: ClauseSaid,
  named: Named,
): void {
  const { pending, current, headless } = draft;
  const nos = [...(pending?.nos ?? []), ...named.nos];
  const clauses = [...(pending?.clauses ?? []), clause];
  const target = { kind: 'tasks', nos } as const;
  if (current && /^R*(?:也(?:是|一样|如此)?|同样|一样|亦然)$/u.test(clause.masked)) {
    state(draft, { ...current, target, by: named.by });
  } else if (impliesRestDone(clause.masked, said) && context.openNos.length > 1) {
    draft.statements.push({ target: { kind: 'rest' }, by: 'every', clauses: [], implied: 'done' });
    state(draft, { target, by: named.by, clauses, implied: 'not_started' });
  } else if (said) {
    const verbFirst = !/^.{0,3}R/u.test(clause.masked);
    state(draft, { target, by: named.by, clauses: [...condition(draft), ...clauses], verbFirst });
  } else if (headless) {
    state(draft, { target, by: named.by, clauses: [headless, clause], verbFirst: true });
  } else if (
    current?.verbFirst &&
    current.target.kind === 'tasks' &&
    !clause.fresh &&
    !/\p{Script=Han}/u.test(clause.masked)
  ) {
    current.target.nos.push(...nos);
  } else draft.pending = { nos, clauses, by: named.by };
}

/** No number: the subject, the sentence before, or the only open task must tell. */
function hearSubject(
  context: ReplyContext,
  draft: Draft,
  clause: Clause,
  said: ClauseSaid,
  next: Clause | undefined,
): void {
  const { index, openNos } = context;
  const topic: Topic = openNos.length === 1 ? { kind: 'none' } : findTopic(index, clause.masked);
  const { current, pending, headless } = draft;
  const stays = current !== undefined && staysWith(context, current, clause, topic);
  if (pending && pending.by !== 'topic') {
    if (said) finishPending(draft, clause);
    else pending.clauses.push(clause);
    return;
  }
  if (topic.kind === 'task' && !stays) {
    const nos = [...(pending?.nos ?? []), topic.no];
    const clauses = [...(pending?.clauses ?? []), clause];
    const target = { kind: 'tasks', nos } as const;
    if (impliesRestDone(clause.masked, said)) {
      draft.statements.push({
        target: { kind: 'rest' },
        by: 'every',
        clauses: [],
        implied: 'done',
      });
      state(draft, { target, by: 'topic', clauses, implied: 'not_started' });
    } else if (said)
      state(draft, { target, by: 'topic', clauses: [...condition(draft), ...clauses] });
    else if (headless)
      state(draft, { target, by: 'topic', clauses: [headless, clause], verbFirst: true });
    else draft.pending = { nos, clauses, by: 'topic' };
    return;
  }
  if (topic.kind === 'several' && said && !stays && !pending) {
    ask(context, draft, 'which-task', clause, topic.nos);
    draft.current = undefined;
    return;
  }
  if (!said) {
    if (pending) pending.clauses.push(clause);
    else current?.clauses.push(clause);
    return;
  }
  hearBare(context, draft, clause, said, next);
}

/** A status with neither number nor subject. */
function hearBare(
  context: ReplyContext,
  draft: Draft,
  clause: Clause,
  said: NonNullable<ClauseSaid>,
  next: Clause | undefined,
): void {
  const { current, pending } = draft;
  const { openNos } = context;
  if (pending) return finishPending(draft, clause);
  if (openNos.length === 1) {
    if (current) current.clauses.push(clause);
    else
      state(draft, { target: { kind: 'tasks', nos: openNos }, by: 'only-task', clauses: [clause] });
    return;
  }
  const listFollows = next && next.refs.length > 0 && !readClause(next, never);
  if (clause.opens || (listFollows && current?.verbFirst)) {
    leaveHeadless(context, draft);
    draft.headless = clause;
    return;
  }
  const ofAll = speaksOfAll(clause.masked, said.rule);
  const subjectless = said.rule === DENIED_TWICE || hasNoSubject(clause.masked);
  if (ofAll && (!current || clause.fresh) && subjectless) {
    if (ofAll === 'some-not') ask(context, draft, 'which-task', clause, openNos);
    else state(draft, { target: { kind: 'all' }, by: 'every', clauses: [clause] });
  } else if (current) current.clauses.push(clause);
  else {
    leaveHeadless(context, draft);
    draft.headless = clause;
  }
}

/** 如果下周能上会，第5项就能完成: the condition belongs to what follows. */
function condition({ headless }: Draft): Clause[] {
  return headless && readClause(headless, never)?.rule === 'on a condition' ? [headless] : [];
}

function state(draft: Draft, statement: Statement): void {
  draft.statements.push(statement);
  draft.current = statement;
  draft.pending = undefined;
  draft.headless = undefined;
}

function finishPending(draft: Draft, clause: Clause): void {
  const { pending } = draft;
  if (!pending) return;
  const target = { kind: 'tasks', nos: pending.nos } as const;
  state(draft, { target, by: pending.by, clauses: [...pending.clauses, clause] });
}

function leaveHeadless(context: ReplyContext, draft: Draft): void {
  if (draft.headless) ask(context, draft, 'which-task', draft.headless, context.openNos);
  draft.headless = undefined;
}

function ask(
  context: ReplyContext,
  draft: Draft,
  why: Ask['why'],
  clause: Clause,
  candidates: number[] | undefined,
): void {
  const text = originalOf(context.reply, clause.start, clause.end).trim();
  draft.asks.push({ why, text, ...(candidates ? { candidates } : {}) });
}

/** Whether a clause goes on about the tasks of the statement before. */
function staysWith(
  context: ReplyContext,
  statement: Statement,
  clause: Clause,
  topic: Topic,
): boolean {
  if (statement.by === 'header' || topic.kind === 'none') return true;
  if (statement.target.kind !== 'tasks') return false;
  const { nos } = statement.target;
  if (topic.kind === 'several') return topic.nos.some((n) => nos.includes(n));
  if (nos.includes(topic.no)) return true;
  if (statement.by !== 'number') return false;
  // A number was given: one word shared with another task is not enough to leave it.
  const here = Math.max(0, ...nos.map((n) => touches(context.index, n, clause.masked)));
  return here > 0 || topic.strength < 2;
}
