import type { TaskRef } from '../text/task-number.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import { clauseAct } from './reply-acts.ts';
import type { MarkedReply } from './reply-marks.ts';

/** A stretch of a reply with at most one statement in it. */
export type Clause = {
  start: number;
  end: number;
  masked: string;
  refs: TaskRef[];
  shares: number[];
  /** Begins a line or follows a full stop, so it need not continue what came before. */
  fresh: boolean;
  /** Ends with a colon or 的有, 的是: what follows is its list. */
  opens: boolean;
};

const BREAK = /[,，。;!?\n\s、:()|~～]+/gu;
const never = () => false;

/** Cuts a marked reply at its punctuation, then run-on speech at its task references. */
export function splitClauses(reply: MarkedReply): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let fresh = true;
  const push = (end: number, sign: string, next: number) => {
    if (end > start) {
      // A question mark belongs to its clause: it turns a report into a question.
      const stop = sign.includes('?') ? end + sign.indexOf('?') + 1 : end;
      clauses.push(...cutRunOn(reply, start, stop, fresh, sign.includes(':')));
    }
    fresh = /[。;!?\n]/u.test(sign) || (fresh && end <= start);
    start = next;
  };
  for (const m of reply.masked.matchAll(BREAK)) push(m.index, m[0], m.index + m[0].length);
  push(reply.masked.length, '', reply.masked.length);
  return clauses;
}

function clauseAt(
  reply: MarkedReply,
  start: number,
  end: number,
  fresh: boolean,
  colon: boolean,
): Clause {
  const within = (x: { at: number }) => x.at >= start && x.at < end;
  const masked = reply.masked.slice(start, end);
  return {
    start,
    end,
    masked,
    refs: reply.refs.filter(within),
    shares: reply.shares.filter(within).map((s) => s.percent),
    fresh,
    opens: colon || /的(?:有|是|为|包括)$|如下$/u.test(masked),
  };
}

const says = (masked: string): ClauseSaid =>
  clauseAct(masked) ? undefined : readClause({ masked, shares: [] }, never);

/**
 * 第一项弄好了第二项正在搞: cut before each reference once the one before it has its verb; where the verb comes first
 * (已完成第一项正在推进第二项), cut behind the reference.
 */
function cutRunOn(
  reply: MarkedReply,
  start: number,
  end: number,
  fresh: boolean,
  colon: boolean,
): Clause[] {
  const refs = reply.refs.filter((r) => r.at >= start && r.at < end);
  const cuts: number[] = [];
  let from = start;
  for (const [i, ref] of refs.entries()) {
    const next = refs[i + 1];
    const refEnd = ref.at + ref.text.length;
    const head = reply.masked.slice(from, ref.at);
    const verbFirst = head !== '' && says(`${head}R`) !== undefined && !/^(?:R|.*R)/u.test(head);
    const between = reply.masked.slice(refEnd, next?.at ?? end);
    if (verbFirst && next && says(between.replace(/[和与及跟]$/u, '')) !== undefined) {
      cuts.push(refEnd);
      from = refEnd;
    } else if (
      next &&
      says(reply.masked.slice(from, next.at)) !== undefined &&
      between !== '' &&
      !verbFirst
    ) {
      const link = /(?:但是?|而|不过|和|以及|然后|另外|还有|除了?|就|只有|只剩|仅)$/u.exec(between);
      const cut = next.at - (link ? link[0].length : 0);
      cuts.push(cut);
      from = cut;
    }
  }
  const edges = [start, ...cuts, end];
  return edges
    .slice(0, -1)
    .map((a, i) =>
      clauseAt(reply, a, edges[i + 1] ?? end, fresh && i === 0, colon && i === cuts.length),
    );
}
