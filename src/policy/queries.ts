import {
  and,
  arrayOverlaps,
  between,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { type Audience, rightsOf } from './audience.ts';
import { answerFeedback, passages, policies, unansweredQuestions } from './tables.ts';

export type Policy = typeof policies.$inferSelect;

export type Passage = typeof passages.$inferSelect;

/** Neither replaced by a newer version nor taken out of the library: the same as `inLibrary` in a query. */
export const isInLibrary = ({ replacedBy, withdrawnAt }: Policy) =>
  replacedBy === null && withdrawnAt === null;

/** Neither replaced by a newer version nor taken out of the library. */
export const inLibrary = and(isNull(policies.replacedBy), isNull(policies.withdrawnAt));

/** The documents in force that this audience may see: the condition stands inside every query that reads the library. */
export function openTo(audience: Audience): SQL | undefined {
  const visible = rightsOf(audience).map((rights) =>
    or(
      eq(policies.visibility, 'public'),
      rights.all ? eq(policies.visibility, 'units') : undefined,
      rights.internal ? eq(policies.visibility, 'internal') : undefined,
      rights.unitIds.length > 0
        ? and(eq(policies.visibility, 'units'), arrayOverlaps(policies.unitIds, rights.unitIds))
        : undefined,
    ),
  );
  return and(inLibrary, ...(visible.length > 0 ? visible : [eq(policies.visibility, 'public')]));
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
        inLibrary,
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

/** The document in force that is kept with this address. */
export async function findByLink(db: Db, link: string): Promise<Policy | undefined> {
  const [row] = await db
    .select()
    .from(policies)
    .where(and(eq(policies.link, link), inLibrary));
  return row;
}

/** The newest document in force of this title. */
export async function findByTitle(db: Db, title: string): Promise<Policy | undefined> {
  const [row] = await db
    .select()
    .from(policies)
    .where(and(eq(policies.title, title), inLibrary))
    .orderBy(desc(policies.addedAt));
  return row;
}

/** Which of these files are in the library, in force, by their digests; `visibility`: only those kept so. */
export async function findKnownFiles(
  db: Db,
  digests: string[],
  visibility?: Policy['visibility'],
): Promise<Map<string, Policy>> {
  if (digests.length === 0) return new Map();
  const rows = await db
    .select()
    .from(policies)
    .where(
      and(
        inArray(policies.fileDigest, digests),
        inLibrary,
        visibility ? eq(policies.visibility, visibility) : undefined,
      ),
    );
  return new Map(rows.map((p) => [p.fileDigest ?? '', p]));
}

/** A document in force of the same title that stands in another one's place. */
export async function findTwin(db: Db, { id, title }: Policy): Promise<Policy | undefined> {
  const twin = await findByTitle(db, title);
  return twin?.id === id ? undefined : twin;
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

/** Clauses of a document, `from` and `to` included. */
export type ClauseRange = { policyId: string; from: number; to: number };

/** Pieces of these clauses, in reading order, of documents open to the audience. */
export async function findClauses(
  db: Db,
  audience: Audience,
  clauses: ClauseRange[],
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
            and(eq(passages.policyId, c.policyId), between(passages.clause, c.from, c.to)),
          ),
        ),
      ),
    )
    .orderBy(passages.policyId, passages.clause, passages.position);
}

/** Passages of documents open to the audience that say in their title that they change others, in reading order. */
export async function findAmending(
  db: Db,
  audience: Audience,
): Promise<{ passage: Passage; policy: Policy }[]> {
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(and(openTo(audience), sql`${policies.title} ~ '修改|修订|修正|调整|废止'`))
    .orderBy(passages.policyId, passages.clause, passages.position);
}

export async function deletePolicy(tx: Db, id: string): Promise<void> {
  await tx.delete(policies).where(eq(policies.id, id));
}

/** Places for which the documents open to the audience speak: 青石县. */
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
