import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { openTo } from './queries.ts';
import { policies, postings, scopes, wordLinks } from './tables.ts';

export type ScopeTotals = { passages: number; length: number };

/** `linked`: whether anything was learned from confirmed answers. */
type OpenTotals = ScopeTotals & { linked: boolean };

/** The parts of the index that are open to the audience. */
export const scopesOpenTo = (audience: Audience) =>
  sql`select distinct ${policies.scope} from ${policies} where ${openTo(audience)}`;

/** Size of the part of the index that is open to the audience. */
export async function readTotals(db: Db, audience: Audience): Promise<OpenTotals> {
  const [row] = rowsOf<OpenTotals>(
    await db.execute(sql`
      select coalesce(sum(${scopes.passages}), 0)::int as passages,
             coalesce(sum(${scopes.length}), 0)::float8 as length,
             exists (select 1 from ${wordLinks}) as linked
      from ${scopes} where ${scopes.scope} in (${scopesOpenTo(audience)})`),
  );
  return row ?? { passages: 0, length: 0, linked: false };
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
