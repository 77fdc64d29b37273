import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
import { findByPath } from '../policy/clause-path.ts';
import { findNamed } from '../policy/document-name.ts';
import { AROUND, readLists } from '../policy/lists.ts';
import {
  findClauses,
  findPassages,
  findPolicies,
  type Passage,
  type Policy,
  passagesOf,
} from '../policy/queries.ts';

/** A clause that can be chosen as an answer. */
export type Clause = {
  policy: Policy;
  clause: number;
  /** Path and nearest heading. */
  section: string;
  /** The whole clause as shown. */
  text: string;
};

/**
 * A clause's words as they stand now, if the document is in force and open to the audience. An item of a list comes with the
 * whole list: by itself it says nothing (（二）拖欠工资的；).
 */
export async function loadClause(
  db: Db,
  audience: Audience,
  { policyId, clause }: { policyId: string; clause: number },
): Promise<Clause | undefined> {
  const around = { from: clause - AROUND.before, to: clause + AROUND.after };
  const pieces = await findClauses(db, audience, [{ policyId, ...around }]);
  const own = clauseOf(pieces.filter(({ passage }) => passage.clause === clause));
  const list = readLists(pieces).find(
    ({ text }) => own && /^[^\n]*[：:]\n/.test(text) && text.includes(own.text),
  );
  return own && list ? { ...own, section: list.passage.path || own.section, text: list.text } : own;
}

/** The clause a passage belongs to; `number` is the passage's place in the index. */
export async function clauseOfPassage(
  db: Db,
  audience: Audience,
  number: number,
): Promise<Clause | undefined> {
  const [hit] = await findPassages(db, audience, [number]);
  if (!hit) return undefined;
  return loadClause(db, audience, { policyId: hit.policy.id, clause: hit.passage.clause });
}

/** `《…》第五条`: the clause with this path in the document of this title, file name or 文号. */
export async function findClauseByPath(
  db: Db,
  audience: Audience,
  document: string,
  path: string,
): Promise<Clause | undefined> {
  for (const policy of findNamed(await findPolicies(db, audience), document)) {
    const pieces = await passagesOf(db, policy.id);
    const piece = findByPath(pieces, path);
    if (piece) return loadClause(db, audience, { policyId: policy.id, clause: piece.clause });
  }
  return undefined;
}

/** The clauses that a document has, by their paths, for somebody who named another; undefined where there is no such document. */
export async function pathsOf(
  db: Db,
  audience: Audience,
  document: string,
): Promise<{ title: string; paths: string[] } | undefined> {
  const [policy] = findNamed(await findPolicies(db, audience), document);
  if (!policy) return undefined;
  const paths = (await passagesOf(db, policy.id)).map((p) => p.path);
  return {
    title: policy.title,
    paths: [...new Set(paths.filter((path) => path !== '' && path !== '版记'))],
  };
}

function clauseOf(pieces: { passage: Passage; policy: Policy }[]): Clause | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  const { passage, policy } = first;
  return {
    policy,
    clause: passage.clause,
    section: [passage.path, passage.headings.at(-1) ?? ''].filter((p) => p !== '').join(' '),
    text: pieces.map((p) => p.passage.text).join(''),
  };
}
