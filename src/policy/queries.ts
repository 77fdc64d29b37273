import {
  and,
  arrayOverlaps,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';
import { type Audience, rightsOf } from './audience.ts';
import {
  answerFeedback,
  passages,
  policies,
  postings,
  scopes,
  unansweredQuestions,
} from './tables.ts';

export type Policy = typeof policies.$inferSelect;
export type Passage = typeof passages.$inferSelect;

/** The documents in force that this audience may see: the condition stands inside every query that reads the library. */
function openTo(audience: Audience): SQL | undefined {
  const visible = rightsOf(audience).map((rights) =>
    or(
      eq(policies.visibility, 'public'),
      rights.internal ? eq(policies.visibility, 'internal') : undefined,
      rights.unitIds.length > 0
        ? and(eq(policies.visibility, 'units'), arrayOverlaps(policies.unitIds, rights.unitIds))
        : undefined,
    ),
  );
  return and(
    isNull(policies.replacedBy),
    ...(visible.length > 0 ? visible : [eq(policies.visibility, 'public')]),
  );
}

const scopesOpenTo = (audience: Audience) =>
  sql`select distinct ${policies.scope} from ${policies} where ${openTo(audience)}`;

export type ScopeTotals = { passages: number; length: number };

/** Size of the part of the index that is open to the audience. */
export async function readTotals(db: Db, audience: Audience): Promise<ScopeTotals> {
  const [row] = rowsOf<ScopeTotals>(
    await db.execute(sql`
      select coalesce(sum(${scopes.passages}), 0)::int as passages,
             coalesce(sum(${scopes.length}), 0)::float8 as length
      from ${scopes} where ${scopes.scope} in (${scopesOpenTo(audience)})`),
  );
  return row ?? { passages: 0, length: 0 };
}

export type PostingRow = { term: string; block: number; entries: string };

/** Postings of the terms, in base64; single characters that more than `common` passages hold are left out. */
export async function findPostings(
  db: Db,
  audience: Audience,
  terms: string[],
  common: number,
): Promise<PostingRow[]> {
  if (terms.length === 0) return [];
  return rowsOf<PostingRow>(
    await db.execute(sql`
      with held as (
        select ${postings.term} as term, ${postings.block} as block, ${postings.entries} as entries,
               sum(octet_length(${postings.entries})) over (partition by ${postings.term}) as bytes
        from ${postings}
        where ${inArray(postings.term, terms)}
          and ${postings.scope} in (${scopesOpenTo(audience)})
      )
      select term, block, encode(entries, 'base64') as entries from held
      where length(term) > 1 or bytes <= ${common * 3}`),
  );
}

/** Passages by number with their documents, those open to the audience. */
export async function findPassages(
  db: Db,
  audience: Audience,
  numbers: number[],
): Promise<{ passage: Passage; policy: Policy }[]> {
  if (numbers.length === 0) return [];
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(and(inArray(passages.number, numbers), openTo(audience)));
}

/** One change of the index at a time: numbers inside a block then ascend, and writers never wait in a circle. */
export async function lockIndex(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(718042)`);
}

/** Appends postings (base64) to the rows of their terms. */
export async function appendPostings(
  tx: Db,
  scope: string,
  rows: { term: string; block: number; entries: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${postings} (scope, term, block, entries)
    select ${scope}, term, block, decode(entries, 'base64')
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(term text, block int, entries text)
    on conflict (scope, term, block)
    do update set entries = policy_postings.entries || excluded.entries`);
}

/** Counts passages in or, with negative numbers, out of a scope. */
export async function countPassages(tx: Db, scope: string, change: ScopeTotals): Promise<void> {
  await tx
    .insert(scopes)
    .values({ scope, ...change })
    .onConflictDoUpdate({
      target: scopes.scope,
      set: {
        passages: sql`${scopes.passages} + ${change.passages}`,
        length: sql`${scopes.length} + ${change.length}`,
      },
    });
}

/** Stores a document's description. */
export async function insertPolicy(tx: Db, policy: Policy): Promise<void> {
  await tx.insert(policies).values(policy);
}

/** Stores passages in this order; answers their numbers in the same order. */
export async function insertPassages(tx: Db, list: Omit<Passage, 'number'>[]): Promise<number[]> {
  const numbers: number[] = [];
  for (let i = 0; i < list.length; i += 1000) {
    const rows = await tx
      .insert(passages)
      .values(list.slice(i, i + 1000))
      .returning({ number: passages.number });
    numbers.push(...rows.map((r) => r.number));
  }
  return numbers;
}

/** Documents in force that this one repeats or takes the place of, the same text first. */
export async function findCurrent(
  db: Db,
  like: { digest: string; fileName: string; title: string; number: string | undefined },
): Promise<Policy[]> {
  const found = await db
    .select()
    .from(policies)
    .where(
      and(
        isNull(policies.replacedBy),
        or(
          eq(policies.digest, like.digest),
          eq(policies.fileName, like.fileName),
          like.number
            ? and(eq(policies.title, like.title), eq(policies.number, like.number))
            : undefined,
        ),
      ),
    );
  return found.sort((a, b) => Number(b.digest === like.digest) - Number(a.digest === like.digest));
}

export async function markReplaced(tx: Db, id: string, by: string): Promise<void> {
  await tx.update(policies).set({ replacedBy: by }).where(eq(policies.id, id));
}

/** Notes on the documents of this title that another one repeals them. */
export async function markRepealed(tx: Db, title: string, by: string): Promise<void> {
  await tx
    .update(policies)
    .set({ repealedBy: by })
    .where(and(eq(policies.title, title), isNull(policies.replacedBy)));
}

export async function findPolicy(db: Db, id: string): Promise<Policy | undefined> {
  const [found] = await db.select().from(policies).where(eq(policies.id, id));
  return found;
}

/** Documents in force open to the audience, newest first. */
export async function findPolicies(db: Db, audience: Audience): Promise<Policy[]> {
  return db.select().from(policies).where(openTo(audience)).orderBy(desc(policies.addedAt));
}

export async function passagesOf(db: Db, policyId: string): Promise<Passage[]> {
  return db
    .select()
    .from(passages)
    .where(eq(passages.policyId, policyId))
    .orderBy(passages.clause, passages.position);
}

/** Pieces of these clauses, in reading order, of documents open to the audience. */
export async function findClauses(
  db: Db,
  audience: Audience,
  clauses: { policyId: string; clause: number }[],
): Promise<{ passage: Passage; policy: Policy }[]> {
  if (clauses.length === 0) return [];
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(
      and(
        openTo(audience),
        or(
          ...clauses.map((c) =>
            and(eq(passages.policyId, c.policyId), eq(passages.clause, c.clause)),
          ),
        ),
      ),
    )
    .orderBy(passages.policyId, passages.clause, passages.position);
}

/** Rows of the index that hold these terms in these blocks, with their postings. */
export async function readEntries(
  tx: Db,
  scope: string,
  terms: string[],
  blocks: number[],
): Promise<{ term: string; block: number; entries: Uint8Array }[]> {
  return tx
    .select({ term: postings.term, block: postings.block, entries: postings.entries })
    .from(postings)
    .where(
      and(
        eq(postings.scope, scope),
        inArray(postings.term, terms),
        inArray(postings.block, blocks),
      ),
    );
}

/** Puts postings in the place of those that stand there; a term nobody holds any more goes. */
export async function replacePostings(
  tx: Db,
  scope: string,
  rows: { term: string; block: number; entries: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update ${postings} set entries = decode(x.entries, 'base64')
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(term text, block int, entries text)
    where policy_postings.scope = ${scope} and policy_postings.term = x.term
      and policy_postings.block = x.block`);
  await tx.delete(postings).where(
    and(
      eq(postings.scope, scope),
      sql`octet_length(${postings.entries}) = 0`,
      inArray(
        postings.term,
        rows.filter((r) => r.entries === '').map((r) => r.term),
      ),
    ),
  );
}

export async function deletePassages(tx: Db, policyId: string): Promise<void> {
  await tx.delete(passages).where(eq(passages.policyId, policyId));
}

export async function deletePolicy(tx: Db, id: string): Promise<void> {
  await tx.delete(policies).where(eq(policies.id, id));
}

/** Places for which the documents open to the audience speak: 霍山县. */
export async function findRegions(db: Db, audience: Audience): Promise<string[]> {
  const rows = await db
    .selectDistinct({ region: policies.region })
    .from(policies)
    .where(and(openTo(audience), isNotNull(policies.region)));
  return rows.flatMap((r) => r.region ?? []);
}

/** Table rows of a document open to the audience, in reading order. */
export async function findRows(
  db: Db,
  audience: Audience,
  policyId: string,
): Promise<{ passage: Passage; policy: Policy }[]> {
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(and(openTo(audience), eq(policies.id, policyId), eq(passages.kind, 'table-row')))
    .orderBy(passages.clause, passages.position);
}

export async function insertUnanswered(
  db: Db,
  row: typeof unansweredQuestions.$inferInsert,
): Promise<void> {
  await db.insert(unansweredQuestions).values(row);
}

export async function insertFeedback(
  db: Db,
  row: typeof answerFeedback.$inferInsert,
): Promise<void> {
  await db
    .insert(answerFeedback)
    .values(row)
    .onConflictDoUpdate({
      target: [answerFeedback.answerId, answerFeedback.givenBy],
      set: { useful: row.useful, givenAt: row.givenAt },
    });
}
