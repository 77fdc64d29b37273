import { ask, conditionOf, type Draft, isListed, leavePending, restDone, state } from './draft.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Clause } from './reply-clauses.ts';
import { impliesRestDone } from './reply-scope.ts';
import type { Statement } from './reply-statements.ts';
import type { Named } from './reply-targets.ts';
import { saidOfTasks } from './task-said.ts';

/** 第4项完成，作废: the statement before says done. */
export const tellsDone = ({ current }: Draft) =>
  current?.clauses.some((c) => /^(?:finished|has taken place)$/.test(readClause(c)?.rule ?? '')) ??
  false;

export function hearNumbers(draft: Draft, clause: Clause, general: ClauseSaid, named: Named): void {
  const said = general ?? saidOfTasks(draft.context, clause, named.nos);
  if (draft.pending && !isListed(draft, clause)) leavePending(draft);
  const { pending, current, headless, context } = draft;
  const nos = [...(pending?.nos ?? []), ...named.nos];
  const clauses = [...(pending?.clauses ?? []), clause];
  const target = { kind: 'tasks', nos } as const;
  const { by } = named;
  // 1、完成 2、一样: as the one above, or as the last time.
  if (/^R*[\s、.:)]*一样$/u.test(clause.masked) && tellsDone(draft)) {
    ask(draft, 'same-as-before', clause, nos);
  } else if (current && /^R*(?:也(?:是|一样|如此)?|同样|一样|亦然)$/u.test(clause.masked)) {
    state(draft, { ...current, target, by });
  } else if (impliesRestDone(clause.masked, said) && context.openNos.length > 1) {
    restDone(draft);
    state(draft, { target, by, clauses, implied: 'not_started' });
  } else if (said) {
    const verbFirst = !/^.{0,3}R/u.test(clause.masked);
    state(draft, { target, by, clauses: [...conditionOf(draft), ...clauses], verbFirst });
  } else if (headless) {
    state(draft, { target, by, clauses: [headless, clause], verbFirst: true });
  } else if (current && continuesList(current, clause)) {
    if (current.target.kind === 'tasks') current.target.nos.push(...nos);
  } else draft.pending = { nos, clauses, by };
}

/** 已完成第1项，第2项: more of the list, as long as nothing but numbers stands there. */
function continuesList(current: Statement, clause: Clause): boolean {
  return !!current.verbFirst && !clause.fresh && !/\p{Script=Han}/u.test(clause.masked);
}
