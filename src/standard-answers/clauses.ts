import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
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
import { readNumber } from '../text/number.ts';

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
    const piece =
      pieces.find((p) => samePath(p.path, path)) ??
      pieces.find((p) => endsWithPath(p.path, path)) ??
      // An article that is a list has only its items.
      pieces.find((p) => endsWithPath(p.path.replace(/（[^（）]+）$/, ''), path)) ??
      findNumbered(pieces, path);
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

/**
 * 第五条 of a document without articles: its （五） where those numbers run on through all its parts, else its 五、.
 */
function findNumbered(pieces: Passage[], path: string): Passage | undefined {
  const number = /^第(.+)条$/.exec(numbered(path))?.[1];
  if (number === undefined || pieces.some((p) => /第[^章]+条/.test(p.path))) return undefined;
  const items = pieces.filter((p) => ITEM.test(p.path));
  const runsOn =
    items.length > 0 &&
    new Set(items.map((p) => ITEM.exec(p.path)?.[1])).size ===
      new Set(items.map((p) => p.path)).size;
  const label = runsOn ? ITEM : PART;
  return pieces.find((p) => String(readNumber(label.exec(p.path)?.[1] ?? '')) === number);
}

/** The item of a path 三（十）, and its part. */
const ITEM = /（([一二三四五六七八九十]+)）/;
const PART = /^([一二三四五六七八九十]+)/;

/** 第5条 is 第五条. */
const samePath = (a: string, b: string) => a === b || numbered(a) === numbered(b);
const endsWithPath = (path: string, end: string) => numbered(path).endsWith(numbered(end));

const numbered = (path: string) =>
  path.replace(/第([一二三四五六七八九十百零〇\d]+)([章条])/g, (whole, n: string, kind: string) => {
    const value = readNumber(n);
    return value === undefined ? whole : `第${value}${kind}`;
  });

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
