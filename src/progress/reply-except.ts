import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Clause } from './reply-clauses.ts';
import type { ReplyContext, Statement } from './reply-statements.ts';
import { type Named, namedTasks } from './reply-targets.ts';
import { findTopics } from './reply-topic.ts';

/** 第3项除外, 不含第3项: set apart behind what was said of all. */
const APART =
  /^(?:但|不过)?(.*?)(?:除外|不在内|不算(?:在内)?)$|^(?:但|不过)?(?:不含|不包括|不算上|排除|不算)(.+)$/u;
const EXCEPT =
  /除(?!非)(?:了|去|开)?(.*?)(?:以外|之外|外(?![面地资贸])|(?=[都均全]|其[余他它])|$)/u;
const never = () => false;
/** 第4项完成除外 sets its completion apart. */
const isDone = ({ said }: NonNullable<ClauseSaid>) => 'status' in said && said.status === 'done';

/**
 * 除第4项外都完成了, 除了高企申报: what is set apart, and the statement about the rest if the clause holds one. Without
 * words of its own the excepted task is only not among the done (`unsaid`); undefined where nothing is set apart.
 */
export function readException(
  context: ReplyContext,
  clause: Clause,
): { statements: Statement[]; asks: Named['asks'] } | undefined {
  const around = EXCEPT.exec(clause.masked);
  const m = around?.[1] ? around : APART.exec(clause.masked);
  const inner = m?.[1] ?? m?.[2] ?? '';
  if (!m || inner === '') return undefined;
  const from = clause.start + m.index;
  const refs = clause.refs.filter((r) => r.at >= from && r.at < from + m[0].length);
  const numbers = namedTasks(context, { ...clause, refs }, undefined).nos;
  const nos = numbers.length > 0 ? numbers : findTopics(context.index, inner);
  if (nos.length === 0) return undefined;
  const unknown = nos.filter((n) => !context.openNos.includes(n));
  if (unknown.length > 0) {
    const candidates = context.openNos;
    return { statements: [], asks: [{ why: 'unknown-number', candidates, unknown }] };
  }

  const own = readClause({ masked: inner, shares: [] }, never);
  const outside = clause.masked.slice(0, m.index) + clause.masked.slice(m.index + m[0].length);
  const main = readClause({ masked: outside, shares: [] }, never);
  const target = { kind: 'tasks', nos } as const;
  const exception: Statement =
    own && !isDone(own)
      ? { target, by: 'number', clauses: [{ ...clause, masked: inner }] }
      : { target, by: 'number', clauses: [], implied: 'not_started' };
  const rest: Statement[] = main
    ? [{ target: { kind: 'rest' }, by: 'every', clauses: [{ ...clause, masked: outside }] }]
    : [];
  return { statements: [exception, ...rest], asks: [] };
}
