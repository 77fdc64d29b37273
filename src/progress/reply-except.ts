import type { TaskRef } from '../text/task-number.ts';
import { verbose } from '../text/verbose.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import type { Clause } from './reply-clauses.ts';
import { blot, type MarkedReply } from './reply-marks.ts';
import type { ReplyContext, Statement } from './reply-statements.ts';
import { type Named, namedTasks } from './reply-targets.ts';
import { findTopics } from './reply-topic.ts';

/** 第3项除外, 不含第3项: set apart behind what was said of all. */
const APART = verbose`
  ^(?:但是?|不过)?(.*?)(?:
    除外|(?:不|没有?|未)(?:包括|包含|算)?在(?:其)?[内中]
    |(?:不|没有?|未)(?:算(?:在内|进去|进来)?|包括|包含)|另[算计说]
  )$
  |^(?:但是?|不过)?(?:其中)?
  (?:[不未]含|(?:不|没有?|未)(?:包括|包含|算上?|计)|排除|刨[去除开]|去掉|去除|扣除|扣掉)(.+)
  $
`;
const EXCEPT =
  /除(?!非)(?:了|去|开)?(.*?)(?:以外|之外|外(?![面地资贸])|(?=[都均全]|其[余他它])|$)/u;
/** 第3项以外都在推进: the same without 除. */
const BESIDES = /^(R+)(?:以外|之外|外)的?(?=[都均全也R]|$)/u;
/** 不含4, 除外3和5. */
const BARE_NUMBERS = /^\d{1,2}(?:[、和及与]\d{1,2})*$/u;
/** 第4项完成除外 sets its completion apart. */
const isDone = ({ said }: NonNullable<ClauseSaid>) => 'status' in said && said.status === 'done';

/** 第5项除走访外都完成了: a part of the one task that it can be about, though its words name that task. */
function isWithinOne(
  { openNos }: ReplyContext,
  clause: Clause,
  at: number,
  numbers: number[],
): boolean {
  if (numbers.length > 0) return false;
  const before = clause.refs.filter((r) => r.at < clause.start + at);
  return openNos.length === 1 || (before.length === 1 && before.every(isOneNumber));
}

const isOneNumber = (r: TaskRef) => r.kind === 'numbers' && r.numbers.length === 1;

/** 第4项除了场地，其他都落实了: 其他 too is of the one task named before it. Pure. */
export function restWithinOne(marked: MarkedReply, openNos: number[]): MarkedReply {
  const { masked } = marked;
  const inner = marked.refs.filter((r, i) => {
    const before = marked.refs[i - 1];
    const named = before !== undefined && isOneNumber(before);
    if (r.kind !== 'rest' || r.count !== undefined || !(named || openNos.length === 1))
      return false;
    return SET_APART.test(masked.slice(before ? before.at + before.text.length : 0, r.at));
  });
  return inner.reduce((m, r) => blot(m, r.at, r.text.length), marked);
}
/** Words set apart right before 其他. */
const SET_APART = /(?<![消清解拆扣排去铲删免])除(?!非)[^R。;!?\n]{1,14}$/u;

/**
 * 除第4项外都完成了, 除了高企申报: what is set apart, and the statement about the rest if the clause holds one. Without
 * words of its own the excepted task is only not among the done (`unsaid`); undefined where nothing is set apart.
 */
export function readException(
  context: ReplyContext,
  clause: Clause,
): { exception?: Statement; rest?: Statement; asks: Named['asks'] } | undefined {
  const m = [EXCEPT, BESIDES, APART]
    .map((pattern) => pattern.exec(clause.masked))
    .find((found) => found?.[1] || found?.[2]);
  const inner = m?.[1] ?? m?.[2] ?? '';
  if (!m || inner === '') return undefined;
  const from = clause.start + m.index;
  const refs = clause.refs.filter((r) => r.at >= from && r.at < from + m[0].length);
  const numbers = namedTasks(context, { ...clause, refs }, undefined).nos;
  const bare = BARE_NUMBERS.test(inner) ? (inner.match(/\d+/gu) ?? []).map(Number) : [];
  const nos = [numbers, bare].find((n) => n.length > 0) ?? findTopics(context.index, inner);
  if (nos.length === 0 || isWithinOne(context, clause, m.index, numbers)) return undefined;
  const unknown = nos.filter((n) => !context.openNos.includes(n));
  if (unknown.length > 0) {
    const candidates = context.openNos;
    return { asks: [{ why: 'unknown-number', candidates, unknown }] };
  }

  const own = readClause({ masked: inner, shares: [] });
  const outside = clause.masked.slice(0, m.index) + clause.masked.slice(m.index + m[0].length);
  const main = readClause({ masked: outside, shares: [] });
  const target = { kind: 'tasks', nos } as const;
  const apart = clause.refs.filter((r) => !refs.includes(r));
  const named = namedTasks(context, { ...clause, refs: apart }, undefined).nos.filter(
    (n) => !nos.includes(n),
  );
  const exception: Statement =
    own && !isDone(own)
      ? { target, by: 'number', clauses: [{ ...clause, masked: inner }] }
      : { target, by: 'number', clauses: [], implied: 'not_started' };
  // 第1到4项除第4项外都完成了 says nothing of item 5.
  const others: Pick<Statement, 'target' | 'by'> =
    named.length > 0
      ? { target: { kind: 'tasks', nos: named }, by: 'number' }
      : { target: { kind: 'rest' }, by: 'every' };
  const rest = main ? { ...others, clauses: [{ ...clause, masked: outside }] } : undefined;
  return { exception, asks: [], ...(rest ? { rest } : {}) };
}
