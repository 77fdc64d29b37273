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
import { splitSentences } from './sentences.ts';
import { readStatements, type Statement } from './statements.ts';

/** Hits whose whole list is read with them. */
const LISTED = 12;

/** Paragraphs of an article that are read on for what bounds its first. */
const PARAGRAPHS = 2;

/** How a paragraph goes on about what the one before it grants: 同一企业累计最高……. */
const GOES_ON =
  /^(?:同一|单个|单[户家台项]|每[家户个人]|前款|前述|上述|以上|该[项类笔]|本[条项款]|年度|累计)/u;

/** Every sentence of the clauses that the hits belong to, and the lists of which the best are items. */
export async function readAround(db: Db, audience: Audience, hits: Hit[]): Promise<Statement[]> {
  const wanted = new Set(hits.map(keyOf));
  const lists = hits.slice(0, LISTED).filter(({ passage }) => isListed(passage));
  const around = lists.map(({ passage }) => rangeAt(passage, AROUND));
  const on = hits.map(({ passage }) => rangeAt(passage, { before: 0, after: PARAGRAPHS }));
  const pieces = await findClauses(db, audience, [...around, ...on]);
  const listed = pieces.filter(({ passage: p }) =>
    around.some((r) => r.policyId === p.policyId && r.from <= p.clause && p.clause <= r.to),
  );
  const statements = readClauses(pieces.filter((piece) => wanted.has(keyOf(piece))));
  for (const statement of statements) statement.following.push(...goingOn(statement, pieces));
  return [...statements, ...readLists(listed)].filter((s) => !ordersMachines(s.text));
}

const rangeAt = (
  { policyId, clause }: Passage,
  { before, after }: { before: number; after: number },
): ClauseRange => ({ policyId, from: clause - before, to: clause + after });

/** The next paragraphs of a statement's article, as far as they go on about it. */
function goingOn({ passage, cells }: Statement, pieces: { passage: Passage }[]): string[] {
  if (cells || passage.path === '') return [];
  const next: string[] = [];
  for (let clause = passage.clause + 1; clause <= passage.clause + PARAGRAPHS; clause++) {
    const paragraph = pieces
      .filter(({ passage: p }) => p.policyId === passage.policyId && p.clause === clause)
      .map(({ passage: p }) => p);
    const text = paragraph.map((p) => p.text).join('');
    if (paragraph[0]?.path !== passage.path || !GOES_ON.test(text)) break;
    next.push(...splitSentences(text));
  }
  return next;
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
