import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { inLibrary, openTo, type Passage, type Policy } from './queries.ts';
import { passages, policies, vectors } from './tables.ts';

/** Passages of current documents that this model has not embedded yet, oldest first. */
export async function findUnembedded(
  db: Db,
  model: string,
  limit: number,
): Promise<{ passage: Passage; policy: Policy }[]> {
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .leftJoin(vectors, eq(vectors.passage, passages.number))
    .where(and(inLibrary, or(isNull(vectors.passage), ne(vectors.model, model))))
    .orderBy(asc(passages.number))
    .limit(limit);
}

/** Keeps vectors; a passage has the one of the newest model. */
export async function saveVectors(
  db: Db,
  rows: { passage: number; model: string; vector: number[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(vectors)
    .values(rows)
    .onConflictDoUpdate({
      target: vectors.passage,
      set: { model: sql`excluded.model`, vector: sql`excluded.vector` },
    });
}

/** Vectors of these passages by one model, of documents open to the audience. */
export async function findVectors(
  db: Db,
  audience: Audience,
  model: string,
  numbers: number[],
): Promise<{ passage: number; vector: number[] }[]> {
  if (numbers.length === 0) return [];
  return db
    .select({ passage: vectors.passage, vector: vectors.vector })
    .from(vectors)
    .innerJoin(passages, eq(passages.number, vectors.passage))
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(and(eq(vectors.model, model), inArray(vectors.passage, numbers), openTo(audience)));
}
