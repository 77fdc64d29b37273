import type { Db } from '../db/db.ts';
import { amend, readAmendments } from './amendments.ts';
import type { Audience } from './audience.ts';
import type { Candidate } from './judge.ts';
import { AROUND, isListed, readLists } from './lists.ts';
import { ordersMachines } from './machine-orders.ts';
import {
  type ClauseRange,
  findAmending,
  findClauses,
  type Passage,
  type Policy,
} from './queries.ts';
import type { Hit } from './search.ts';
import { readStatements, type Statement } from './statements.ts';

/** Hits whose whole list is read with them. */
const LISTED = 12;

/** Every sentence of the clauses that the hits belong to, and the lists of which the best are items. */
export async function readAround(db: Db, audience: Audience, hits: Hit[]): Promise<Statement[]> {
  const wanted = new Set(hits.map(keyOf));
  const ranges = hits.map(({ passage }, i): ClauseRange => {
    const listed = i < LISTED && isListed(passage);
    return {
      policyId: passage.policyId,
      from: passage.clause - (listed ? AROUND.before : 0),
      to: passage.clause + (listed ? AROUND.after : 0),
    };
  });
  const pieces = await findClauses(db, audience, ranges);
  const lists = ranges.filter((r) => r.from < r.to);
  const listed = pieces.filter(({ passage: p }) =>
    lists.some((r) => r.policyId === p.policyId && r.from <= p.clause && p.clause <= r.to),
  );
  const statements = readClauses(pieces.filter((piece) => wanted.has(keyOf(piece))));
  return [...statements, ...readLists(listed)].filter((s) => !ordersMachines(s.text));
}

const keyOf = ({ passage }: { passage: Passage }) => `${passage.policyId} ${passage.clause}`;

/** Sentences of pieces, clause by clause. */
export const readClauses = (pieces: { passage: Passage; policy: Policy }[]) =>
  [...Map.groupBy(pieces, keyOf).values()].flatMap((list) => readStatements(list));

/** What answers, with what later documents have changed in it. */
export async function withAmendments(
  db: Db,
  audience: Audience,
  chosen: Candidate[],
  today?: string,
): Promise<Candidate[]> {
  const pieces = await findAmending(db, audience);
  return amend(chosen, readAmendments(readClauses(pieces), today));
}
