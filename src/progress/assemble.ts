import { ask, type Draft, isListed, leaveHeadless, leavePending, state } from './draft.ts';
import { hearNumbers, tellsDone } from './hear-numbers.ts';
import { hearSubject } from './hear-subject.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Act } from './reading.ts';
import {
  AMENDS,
  ASKS_FOR_TIME,
  ASKS_HOW,
  clauseAct,
  OF_ANOTHER,
  TAG_QUESTION,
} from './reply-acts.ts';
import type { Clause } from './reply-clauses.ts';
import { readException } from './reply-except.ts';
import type { Heard, ReplyContext, Statement } from './reply-statements.ts';
import { type Named, namedTasks } from './reply-targets.ts';
import { originalOf } from './reply-text.ts';
import { findTopic } from './reply-topic.ts';
import { EARLIER_REPORT } from './taken-back.ts';
import { countsAsFigures } from './things-counted.ts';

/** Puts clauses together into statements: which tasks, and the words that say how they stand. */
export function assemble(context: ReplyContext, clauses: Clause[]): Heard {
  const draft: Draft = { context, statements: [], asks: [], acts: [] };
  for (const [i, clause] of clauses.entries()) {
    hear(draft, clause, clauses[i + 1]);
    draft.before = clause;
  }
  leaveHeadless(draft);
  const asked = draft.acts.some((a) => a.act === 'question' || a.act === 'policy');
  if (!asked) leavePending(draft);
  return draft;
}

/** 3项已完成：动员会、年度考评: how many are named behind it. */
function withoutListCount(clause: Clause, next: Clause | undefined): Clause {
  const [ref, more] = clause.refs;
  const isList = clause.opens && ref?.kind === 'count' && !more && next?.refs.length === 0;
  if (!isList) return clause;
  const at = ref.at - clause.start;
  const blank = ' '.repeat(ref.text.length);
  const masked = clause.masked.slice(0, at) + blank + clause.masked.slice(at + ref.text.length);
  return { ...clause, masked, refs: [] };
}

function hear(draft: Draft, heard: Clause, next: Clause | undefined): void {
  const { context } = draft;
  const clause = withoutListCount(countsAsFigures(context, heard, draft.current), next);
  const before = draft.pending
    ? { ...draft.pending, target: { kind: 'tasks' as const, nos: draft.pending.nos } }
    : pointedAt(draft, clause);
  const named = namedTasks(context, clause, before);
  const act = actOf(clause.masked) ?? promiseAfterAck(draft, clause, named);
  // 第1项：尽快完成 is a forecast of that task; alone it only acknowledges.
  const promise = act === 'ack' && draft.pending && readClause(clause) !== undefined;
  if (act && !promise) {
    hearAct(draft, clause, act, named);
    return;
  }
  // Behind what was said of one's own items; at the head it may be the writer's own name.
  if (draft.statements.length > 0 && OF_ANOTHER.test(clause.masked)) {
    ask(draft, 'which-status', clause, named.nos);
    return;
  }
  denyBefore(draft, clause, next);
  const exception = readException(context, clause);
  if (exception) {
    for (const a of exception.asks) ask(draft, a.why, clause, a.candidates, a.unknown);
    hearException(draft, clause, exception);
    return;
  }
  const said = readClause(clause);
  const again = draft.statements.some(
    ({ target }) => target.kind === 'tasks' && target.nos.some((n) => named.nos.includes(n)),
  );
  // 第2项完成，第2项说错了是第4项: what holds is for the writer to say.
  const isLast = clause.refs.length === 0 && !said && next === undefined;
  const takesBack = isLast && !EARLIER_REPORT.test(clause.masked) && tellsDone(draft);
  if (AMENDS.test(clause.masked) && (again || takesBack)) {
    ask(draft, 'amends', clause, context.openNos);
    return;
  }
  const isOfTime = said?.rule === 'wants no more time';
  if (AMENDS.test(clause.masked) && !isOfTime && !clause.refs.some((r) => r.kind === 'numbers')) {
    draft.acts.push({ act: 'unclear', tasks: [] });
    if (!said || !/已|未|没|正/u.test(clause.masked)) return;
  }
  if (named.asks.length > 0) {
    for (const a of named.asks) ask(draft, a.why, clause, a.candidates, a.unknown);
    return;
  }
  if (named.target) hearTarget(draft, clause, said, named.target, next);
  else if (named.nos.length > 0) hearNumbers(draft, clause, said, named);
  else hearSubject(draft, clause, said, next);
}

/** 除第2、7项外均已办结，上述两项…: the last that named just so many, else the last. */
function pointedAt({ statements, current }: Draft, { refs }: Clause): Statement | undefined {
  const count = refs.find((r) => r.kind === 'these')?.count;
  const fits = ({ target }: Statement) => target.kind === 'tasks' && target.nos.length === count;
  return count === undefined ? current : (statements.findLast(fits) ?? current);
}

/** 刚说错了，不是第2项完成，是第3项: of the first its completion is taken back. */
function denyBefore(draft: Draft, clause: Clause, next: Clause | undefined): void {
  const { context, statements, acts } = draft;
  const [ref] = clause.refs;
  const isSlip = acts.some((a) => a.act === 'unclear') && /^是R+$/u.test(next?.masked ?? '');
  if (!isSlip || ref?.kind !== 'numbers' || !/^不是R/u.test(clause.masked)) return;
  if (readClause(clause)?.rule !== 'finished') return;
  const nos = ref.numbers.filter((n) => context.openNos.includes(n));
  const undone = { ...clause, masked: 'R没完成', refs: [] };
  statements.push({ target: { kind: 'tasks', nos }, by: 'number', clauses: [undone] });
}

/** 第1至4项完成，第4项除外: what is set apart is taken out of what was said before, and speaks for itself from here on. */
function hearException(
  draft: Draft,
  clause: Clause,
  { exception, rest }: NonNullable<ReturnType<typeof readException>>,
): void {
  if (exception?.target.kind !== 'tasks') return;
  const { nos } = exception.target;
  const without = (of: number[]) => of.filter((n) => !nos.includes(n));
  for (const { target } of draft.statements) {
    if (target.kind !== 'tasks' || target.nos.length === 0) continue;
    const kept = without(target.nos);
    // 第4项完成，第4项除外 takes back all that it said.
    if (kept.length === 0) ask(draft, 'amends', clause, nos);
    target.nos = kept;
  }
  if (draft.pending) draft.pending.nos = without(draft.pending.nos);
  draft.statements.push(exception, ...(rest ? [rest] : []));
  draft.current = rest ?? (draft.pending ? draft.current : exception);
}

/** What a clause does besides reporting; a wish for more time counts as a request even as a question. */
function actOf(masked: string): Act | undefined {
  const found = clauseAct(masked);
  const wantsTime = ASKS_FOR_TIME.test(masked) && !ASKS_HOW.test(masked);
  const asks = found === 'question' || found === 'policy' || found === 'thanks';
  return asks && wantsTime ? undefined : found;
}

/** 明白，这两天抓紧弄: of no task, and no day is given. */
function promiseAfterAck(draft: Draft, clause: Clause, named: Named): Act | undefined {
  const said = draft.context.marked.text.slice(clause.start, clause.end);
  const isAck = draft.acts.some((a) => a.act === 'ack') && draft.statements.length === 0;
  const isOfTask = draft.pending || named.target || named.nos.length > 0;
  const soon = /^我?们?(?:这[几两]天|近期|近日|最近)/u.exec(said)?.[0];
  return isAck && !isOfTask && soon && clauseAct(clause.masked.slice(soon.length)) === 'ack'
    ? 'ack'
    : undefined;
}

/** 不归我们中心管 names no task of a 中心. */
const OURSELVES = /(?:我们?|咱们?|本)(?:中心|公司|单位|[局办委镇乡县])?/gu;

function hearAct(draft: Draft, clause: Clause, act: Act, named: Named): void {
  const { openNos, index, reply } = draft.context;
  const from = draft.pending?.clauses[0]?.start ?? clause.start;
  const text = originalOf(reply, from, clause.end).trim();
  // 9不清楚是谁的事, of a list of six.
  const unknown = named.asks.find((a) => a.why === 'unknown-number');
  if (unknown && /^R/u.test(clause.masked) && draft.statements.length > 0)
    ask(draft, unknown.why, clause, unknown.candidates, unknown.unknown);
  if (act === 'dispute') {
    const only = openNos.length === 1 ? openNos : [];
    const topic = findTopic(index, clause.masked.replace(OURSELVES, ''));
    const bySubject = topic.kind === 'task' ? [topic.no] : (draft.pending?.nos ?? []);
    const before = draft.current?.target.kind === 'tasks' ? draft.current.target.nos : [];
    const nos = [named.nos, bySubject, before, only].find((n) => n.length > 0) ?? [];
    draft.acts.push({ act, tasks: nos, text });
    const clauses = [...(draft.pending?.clauses ?? []), clause];
    state(draft, { target: { kind: 'tasks', nos }, by: 'number', clauses, disputed: true });
    return;
  }
  // 6、外线通了 7、无: what was told of the item before is not taken back by it.
  if (act === 'none-this-month' && draft.pending && !isListed(draft, clause)) leavePending(draft);
  const tasks = new Set([...named.nos, ...(draft.pending?.nos ?? [])]);
  draft.acts.push({ act, tasks: [...tasks], text });
  // 若第1项完成，可提前销号吗: the condition is the question's.
  const asked = act === 'question' || act === 'policy';
  const isAsked =
    TAG_QUESTION.test(clause.masked) ||
    draft.current?.clauses.every((c) => readClause(c)?.rule === 'on a condition');
  if (asked && draft.current && isAsked)
    draft.statements.splice(draft.statements.indexOf(draft.current), 1);
  if (asked || act === 'none-this-month') {
    draft.pending = undefined;
    if (draft.headless && readClause(draft.headless)?.rule === 'figures only')
      draft.headless = undefined;
  } else leavePending(draft);
}

function hearTarget(
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
  else ask(draft, 'which-status', clause, draft.context.openNos);
}
