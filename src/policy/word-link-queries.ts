import { and, eq, sql } from 'drizzle-orm';
import { type Db, isAnyOf, rowsOf } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { scopesOpenTo } from './index-queries.ts';
import { postings, scopes, wordLinks } from './tables.ts';
import type { WordLink } from './word-links.ts';

/** Links of these words that were learned from clauses open to the audience: what a closed one taught stays with it. */
export async function findLinks(db: Db, audience: Audience, words: string[]): Promise<WordLink[]> {
  if (words.length === 0) return [];
  return db
    .select({
      word: wordLinks.word,
      clauseWord: wordLinks.clauseWord,
      strength: sql<number>`max(${wordLinks.strength})`,
    })
    .from(wordLinks)
    .where(
      and(isAnyOf(wordLinks.word, words), sql`${wordLinks.scope} in (${scopesOpenTo(audience)})`),
    )
    .groupBy(wordLinks.word, wordLinks.clauseWord);
}

/** Rows in one statement: four parameters each, below the 65,535 of PostgreSQL. */
const BATCH = 5_000;

/** Puts the links of a scope in the place of all that it had. */
export async function replaceLinks(tx: Db, scope: string, links: WordLink[]): Promise<void> {
  await tx.delete(wordLinks).where(eq(wordLinks.scope, scope));
  for (let i = 0; i < links.length; i += BATCH)
    await tx
      .insert(wordLinks)
      .values(links.slice(i, i + BATCH).map((link) => ({ scope, ...link })));
}

/** Forgets the links of all scopes but these. */
export async function dropLinksExcept(tx: Db, kept: string[]): Promise<void> {
  await tx.delete(wordLinks).where(sql`not ${isAnyOf(wordLinks.scope, kept)}`);
}

/** Which share of a scope's passages holds each of the words. */
export async function readShares(
  db: Db,
  scope: string,
  words: string[],
): Promise<Map<string, number>> {
  const rows = rowsOf<{ term: string; share: number }>(
    await db.execute(sql`
      select ${postings.term} as term,
             sum(octet_length(${postings.entries})) / 3.0::float8 / max(${scopes.passages}) as share
      from ${postings} join ${scopes} on ${scopes.scope} = ${postings.scope}
      where ${eq(postings.scope, scope)} and ${isAnyOf(postings.term, words)}
      group by ${postings.term}`),
  );
  return new Map(rows.map((r) => [r.term, r.share]));
}

/** One rebuilding at a time. */
export async function lockLinks(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(718043)`);
}
