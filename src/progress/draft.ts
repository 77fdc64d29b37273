import { readClause } from './read-clause.ts';
import type { Ask } from './reading.ts';
import type { Clause } from './reply-clauses.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { originalOf } from './reply-text.ts';

/** What has been heard so far, and what still waits for its other half. */
export type Draft = Heard & {
  context: ReplyContext;
  current?: Statement;
  /** Tasks named, their verb still to come: 第1项，第2项，已完成. */
  pending?: { nos: number[]; clauses: Clause[]; by: Statement['by'] };
  /** A verb whose tasks are still to come: 已完成：1、3. */
  headless?: Clause;
  /** The clause heard last. */
  before?: Clause;
};

/** Adds a statement; whatever waited and did not go into it is asked about. */
export function state(draft: Draft, statement: Statement): void {
  if (draft.headless && !statement.clauses.includes(draft.headless)) leaveHeadless(draft);
  if (draft.pending && !draft.pending.clauses.some((c) => statement.clauses.includes(c)))
    leavePending(draft);
  draft.statements.push(statement);
  draft.current = statement;
  draft.pending = undefined;
  draft.headless = undefined;
}

/** The verb has come for the tasks that waited. */
export function finishPending(draft: Draft, clause: Clause): void {
  const { pending } = draft;
  if (!pending) return;
  const target = { kind: 'tasks', nos: pending.nos } as const;
  state(draft, { target, by: pending.by, clauses: [...pending.clauses, clause] });
}

/** Tasks named without a status: asked, and no longer among 其余. */
export function leavePending(draft: Draft): void {
  const { pending } = draft;
  const last = pending?.clauses.at(-1);
  if (!pending || !last) return;
  ask(draft, 'which-status', last, pending.nos);
  const target = { kind: 'tasks', nos: pending.nos } as const;
  draft.statements.push({ target, by: pending.by, clauses: [] });
  draft.pending = undefined;
}

export function leaveHeadless(draft: Draft): void {
  const { headless } = draft;
  draft.headless = undefined;
  if (headless) ask(draft, 'which-task', headless, draft.context.openNos);
}

export function ask(
  draft: Draft,
  why: Ask['why'],
  clause: Clause,
  candidates?: number[],
  unknown?: number[],
): void {
  const text = originalOf(draft.context.reply, clause.start, clause.end).trim();
  draft.asks.push({
    why,
    text,
    ...(candidates ? { candidates } : {}),
    ...(unknown ? { unknown } : {}),
  });
}

/** 如果下周能上会，第5项就能完成: the condition belongs to what follows. */
export function conditionOf({ headless }: Draft): Clause[] {
  return headless && readClause(headless)?.rule === 'on a condition' ? [headless] : [];
}

/**
 * Whether the tasks that wait may share the verb of the next: 第1项，第2项已完成 is a list, 第1项专家来看过，第2项已完成
 * is two statements of which the first was not understood, and so is 第1项：…；第2项：已完成.
 */
export function isListed(draft: Draft, next: Clause): boolean {
  const waiting = draft.pending?.clauses ?? [];
  if (isLeftBlank(draft, waiting, next)) return false;
  // 前两项都过了，第三项没动: the first has a verb of its own.
  const isShared = next.beside || /都|均|全|皆/u.test(next.masked);
  if (isShared && !waiting.some((c) => /[了过]$/u.test(c.masked))) return true;
  return waiting.every(
    (c) => !c.opens && !/\p{Script=Han}/u.test(c.masked.replace(/以及|还有|[和与及跟]/gu, '')),
  );
}

/**
 * 2、 on a line of its own before 3、完成: an item that was left blank, once another has a state on its own line or a sign
 * behind the number promises one. 第1项, 第2项, 第3项已完成 on three lines name three and tell one state.
 */
function isLeftBlank({ statements, context }: Draft, waiting: Clause[], next: Clause): boolean {
  const last = waiting.at(-1);
  if (!last || next.refs.length === 0) return false;
  if (!waiting.every((c) => /^R+\P{L}*$/u.test(c.masked))) return false;
  const signs = context.marked.text.slice(last.start, next.start);
  if (/[:.)]\s*[,;]\s*$/u.test(signs)) return true;
  const onLines = next.fresh && waiting.every((c) => c.fresh);
  const isTold = statements.some((s) => s.by === 'number' || s.by === 'header');
  return onLines && (isTold || /[.。、:;)\t]\s*\(?$/u.test(signs));
}

/** The others are done: 就差第5项了. */
export function restDone(draft: Draft): void {
  draft.statements.push({ target: { kind: 'rest' }, by: 'every', clauses: [], implied: 'done' });
}
