import { createHash } from 'node:crypto';

/** An audit row as the chain is checked: every value as the database's own text of it. */
export type ChainRow = {
  id: number;
  seq: number;
  /** UTC to the microsecond. */
  at: string;
  actor: string;
  action: string;
  subject: string;
  messageId: string | null;
  digest: string;
  prev: string | null;
  hash: string | null;
  /** Undefined once erased. */
  content?: { salt: string; detail: string };
};

/** The end of a chain: how many rows it has, and the hash of the last. */
export type ChainEnd = { seq: number; hash: string };

export type ChainFault =
  /** Rows that are not there any more, the last of them included. */
  | { kind: 'removed'; from: number; to: number }
  /** A row, or the row before it, was changed or stands in another's place. */
  | { kind: 'altered'; seq: number }
  /** The details are not those that were written. */
  | { kind: 'content-altered'; seq: number }
  /** The details are gone, and no row tells of their erasing. */
  | { kind: 'content-removed'; seq: number }
  /** The end that was noted down elsewhere is not in this chain. */
  | { kind: 'other-chain'; seq: number };

export type ChainReport = { rows: number; erased: number; faults: ChainFault[]; end: ChainEnd };

/** Tells of erased details, in the chain itself: its subject names the rows whose details went. */
export const ERASED = 'audit.erased';
export const erasedUpTo = (seq: number) => `audit:1-${seq}`;

/** The same for some rows: `audit:3,7-9`. */
export function erasedPlaces(seqs: number[]): string {
  const spans: Span[] = [];
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && seq <= last.to + 1) last.to = seq;
    else spans.push({ from: seq, to: seq });
  }
  const texts = spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return `audit:${texts.join(',')}`;
}

type Span = { from: number; to: number };

function spansOf(subject: string): Span[] {
  const list = /^audit:(\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/.exec(subject)?.[1];
  return (list?.split(',') ?? []).map((span) => {
    const [from = '', to = from] = span.split('-');
    return { from: Number(from), to: Number(to) };
  });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The hash of a row: over ids and the digest of its details, never over the details. */
export function hashOf(row: Omit<ChainRow, 'hash' | 'content'>): string {
  const { seq, id, at, actor, action, subject, messageId, digest, prev } = row;
  const fields = [seq, id, at, actor, action, subject, messageId, digest, prev];
  // As PostgreSQL's json_build_array writes it.
  return sha256(`[${fields.map((f) => JSON.stringify(f)).join(', ')}]`);
}

export const digestOf = (content: { salt: string; detail: string }) =>
  sha256(content.salt + content.detail);

/**
 * Checks rows in the order of their places against the head that the database keeps, and against an end that somebody
 * noted down earlier: only that one shows a chain that was wholly rewritten. Pure.
 */
export function createChainCheck(seen?: ChainEnd): {
  row: (row: ChainRow) => void;
  end: (head: ChainEnd | undefined) => ChainReport;
} {
  const faults: ChainFault[] = [];
  const without: number[] = [];
  let last: ChainEnd = { seq: 0, hash: '' };
  let rows = 0;
  const lawful: Span[] = [];
  return {
    row: (row) => {
      rows++;
      const isNext = row.seq === last.seq + 1;
      if (row.seq > last.seq + 1)
        faults.push({ kind: 'removed', from: last.seq + 1, to: row.seq - 1 });
      if (row.hash !== hashOf(row) || row.seq <= last.seq || (isNext && row.prev !== last.hash))
        faults.push({ kind: 'altered', seq: row.seq });
      if (!row.content) without.push(row.seq);
      else if (digestOf(row.content) !== row.digest)
        faults.push({ kind: 'content-altered', seq: row.seq });
      if (seen?.seq === row.seq && seen.hash !== row.hash)
        faults.push({ kind: 'other-chain', seq: row.seq });
      // A row can tell only of those before it.
      if (row.action === ERASED)
        for (const { from, to } of spansOf(row.subject))
          lawful.push({ from, to: Math.min(to, row.seq - 1) });
      last = { seq: row.seq, hash: row.hash ?? '' };
    },
    end: (head) => {
      const wanted = Math.max(head?.seq ?? 0, seen?.seq ?? 0);
      if (wanted > last.seq) faults.push({ kind: 'removed', from: last.seq + 1, to: wanted });
      else if (rows > 0 && (head?.seq !== last.seq || head.hash !== last.hash))
        faults.push({ kind: 'altered', seq: last.seq });
      const isLawful = (seq: number) => lawful.some(({ from, to }) => from <= seq && seq <= to);
      for (const seq of without) if (!isLawful(seq)) faults.push({ kind: 'content-removed', seq });
      const erased = without.filter(isLawful).length;
      return { rows, erased, faults, end: last };
    },
  };
}
