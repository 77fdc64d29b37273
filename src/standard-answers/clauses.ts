import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
import { AROUND, readLists } from '../policy/lists.ts';
import {
  findClauses,
  findPassages,
  findPolicies,
  type Passage,
  type Policy,
  passagesOf,
} from '../policy/queries.ts';
import { fold } from '../text/fold.ts';
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
  const wanted = fold(document).replace(/\s/g, '');
  const names = (p: Policy) =>
    [p.title, p.fileName, p.number ?? ''].map((n) => fold(n).replace(/\s/g, ''));
  const open = await findPolicies(db, audience);
  const shortened = open.filter((p) => names(p).some((n) => isShortFor(wanted, n)));
  const policies = [
    ...open.filter((p) => names(p).includes(wanted)),
    ...open.filter((p) => names(p).some((n) => n.includes(wanted))),
    ...(shortened.length === 1 ? shortened : []),
  ];
  for (const policy of new Set(policies)) {
    const pieces = await passagesOf(db, policy.id);
    const piece =
      pieces.find((p) => samePath(p.path, path)) ??
      pieces.find((p) => endsWithPath(p.path, path)) ??
      // An article that is a list has only its items.
      pieces.find((p) => endsWithPath(p.path.replace(/（[^（）]+）$/, ''), path));
    if (piece) return loadClause(db, audience, { policyId: policy.id, clause: piece.clause });
  }
  return undefined;
}

/** 设备更新细则 for 云溪县设备更新补贴实施细则: its characters in their order. */
function isShortFor(short: string, name: string): boolean {
  let at = 0;
  for (const char of short) {
    const found = name.indexOf(char, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return [...short].length >= 4;
}

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
