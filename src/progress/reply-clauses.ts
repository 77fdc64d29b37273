import type { TaskRef } from '../text/task-number.ts';
import { verbose } from '../text/verbose.ts';
import { type ClauseSaid, readClause } from './read-clause.ts';
import { clauseAct } from './reply-acts.ts';
import type { MarkedReply } from './reply-marks.ts';
import { findTopic, type TopicIndex } from './reply-topic.ts';

/** A stretch of a reply with at most one statement in it. */
export type Clause = {
  start: number;
  end: number;
  masked: string;
  refs: TaskRef[];
  shares: number[];
  /** Begins a line or follows a full stop, so it need not continue what came before. */
  fresh: boolean;
  /** Follows a 、, so it stands beside the clause before. */
  beside: boolean;
  /** Ends with a colon or 的有, 的是: what follows is its list. */
  opens: boolean;
};

const BREAK = /[,，。;!?\n\s、:()|~～]+/gu;

/** Cuts a marked reply at its punctuation, then run-on speech at its task references. */
export function splitClauses(reply: MarkedReply, index: TopicIndex): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let fresh = true;
  let beside = false;
  const push = (end: number, sign: string, next: number) => {
    if (end > start) {
      // A question mark belongs to its clause: it turns a report into a question.
      const stop = sign.includes('?') ? end + sign.indexOf('?') + 1 : end;
      const [first, ...more] = cutRunOn(reply, index, start, stop, fresh, sign.includes(':'));
      if (first) clauses.push({ ...first, beside }, ...more);
    }
    beside = sign.includes('、');
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
    beside: false,
    opens: colon || /的(?:有|是|为|包括)$|如下$/u.test(masked),
  };
}

const says = (masked: string): ClauseSaid =>
  clauseAct(masked) ? undefined : readClause({ masked, shares: [] });

/**
 * 第一项弄好了第二项正在搞: cut before each reference once the one before it has its verb; where the verb comes first
 * (已完成第一项正在推进第二项), cut behind the reference. Then at 但是, 然后 and where the subject changes behind 了.
 */
function cutRunOn(
  reply: MarkedReply,
  index: TopicIndex,
  start: number,
  end: number,
  fresh: boolean,
  colon: boolean,
): Clause[] {
  const edges = [start, ...cutsAtRefs(reply, start, end), end];
  const all = edges.slice(0, -1).flatMap((a, i) => {
    const b = edges[i + 1] ?? end;
    return [a, ...cutsAtTurns(reply, index, a, b)];
  });
  return all.map((a, i) =>
    clauseAt(reply, a, all[i + 1] ?? end, fresh && i === 0, colon && i === all.length - 1),
  );
}

const LINK = /(?:但是?|而|不过|和|与|及|跟|以及|然后|另外|还有|除了?|就|只有|只剩|仅)$/u;

function cutsAtRefs(reply: MarkedReply, start: number, end: number): number[] {
  const refs = reply.refs.filter((r) => r.at >= start && r.at < end);
  const cuts: number[] = [];
  let from = start;
  for (const [i, ref] of refs.entries()) {
    const next = refs[i + 1];
    if (!next) break;
    // 第5项完成2条: beside a task that is named, a count is of things in it.
    if (ref.kind === 'numbers' && next.kind === 'count') continue;
    // 第6项下周走完剩下的30家.
    if (next.kind === 'rest' && /^的?Q/u.test(reply.masked.slice(next.at + next.text.length)))
      continue;
    const refEnd = ref.at + ref.text.length;
    const head = reply.masked.slice(from, ref.at);
    const between = reply.masked.slice(refEnd, next.at);
    const plain = between.replace(LINK, '');
    // 完成第1项后再启动第2项 is one sentence.
    // 第2项本月无此项工作.
    if (next.kind === 'these' && /[无没有]$/u.test(between)) continue;
    if (plain === '' || /^(?:以|之)?后(?!续|勤|期)/u.test(plain)) continue;
    // 第9项清理事项12项: so many are a figure of it.
    if (
      next.kind === 'count' &&
      says(reply.masked.slice(next.at + next.text.length, end)) === undefined
    )
      continue;
    const verbFirst = head !== '' && !head.includes('R') && says(`${head}R`) !== undefined;
    if (verbFirst) {
      if (says(plain) === undefined) continue;
      cuts.push(refEnd);
      from = refEnd;
    } else {
      const cut = refEnd + plain.length;
      cuts.push(cut);
      from = cut;
    }
  }
  return cuts;
}

const TURN = new RegExp(
  verbose`
    但是?|不过|可是|只是|然后|接着|另外|同时|而且|此外|至于|还有就是
    |(?=还(?:要|需要?|用)[^,]{0,10}(?:吗|么|\?))|(?<=[了吧啊嘛呀])(?=\p{Script=Han}{2})
  `,
  'gu',
);

function cutsAtTurns(reply: MarkedReply, index: TopicIndex, start: number, end: number): number[] {
  const cuts: number[] = [];
  let from = start;
  for (const m of reply.masked.slice(start, end).matchAll(TURN)) {
    const at = start + m.index;
    const [left, right] = [reply.masked.slice(from, at), reply.masked.slice(at, end)];
    if (left === '' || says(left) === undefined) continue;
    if (says(right) === undefined && clauseAct(right) === undefined) continue;
    const asks =
      clauseAct(right) === 'question' && /^(?:还|那|是否|是不是|要不要|需不需要)/u.test(right);
    if (m[0] === '' && !asks && !changesSubject(index, left, right)) continue;
    cuts.push(at);
    from = at;
  }
  return cuts;
}

function changesSubject(index: TopicIndex, left: string, right: string): boolean {
  const [a, b] = [findTopic(index, left), findTopic(index, right)];
  return a.kind === 'task' && b.kind === 'task' && a.no !== b.no;
}
