import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { ChainEnd, ChainRow } from './chain.ts';
import { audit, auditContents, auditHead } from './tables.ts';

/** The rows that follow a place in the chain, in order. */
export async function listChain(db: Db, after: number, limit: number): Promise<ChainRow[]> {
  const rows = await db
    .select({
      id: audit.id,
      seq: audit.seq,
      at: sql<string>`to_char(${audit.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      actor: audit.actor,
      action: audit.action,
      subject: audit.subject,
      messageId: audit.messageId,
      digest: audit.digest,
      prev: audit.prev,
      hash: audit.hash,
      salt: auditContents.salt,
      detail: sql<string | null>`${auditContents.detail}::text`,
    })
    .from(audit)
    .leftJoin(auditContents, eq(auditContents.auditId, audit.id))
    .where(gt(audit.seq, after))
    .orderBy(asc(audit.seq))
    .limit(limit);
  return rows.flatMap(({ salt, detail, seq, ...row }) =>
    seq === null
      ? []
      : [
          {
            ...row,
            seq,
            ...(salt !== null && detail !== null ? { content: { salt, detail } } : {}),
          },
        ],
  );
}

export async function findHead(db: Db): Promise<ChainEnd | undefined> {
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead);
  return head;
}

/** Rows that no trigger has taken into the chain: somebody has switched it off. */
export async function countOutside(db: Db): Promise<number> {
  return db.$count(audit, isNull(audit.seq));
}

/** The last place before the first row that is not older than `before`; 0 when there is none. */
export async function lastPlaceBefore(db: Db, before: Date): Promise<number> {
  const [row] = await db
    .select({
      first: sql<
        number | null
      >`(min(${audit.seq}) filter (where ${audit.at} >= ${before.toISOString()}::timestamptz))::int`,
      last: sql<number | null>`max(${audit.seq})::int`,
    })
    .from(audit);
  return row?.first ? row.first - 1 : (row?.last ?? 0);
}

/** Deletes the details of all rows up to a place; returns how many. */
export async function deleteContents(db: Db, upTo: number): Promise<number> {
  const places = db
    .select({ id: audit.id })
    .from(audit)
    .where(and(isNotNull(audit.seq), lte(audit.seq, upTo)));
  const gone = await db
    .delete(auditContents)
    .where(sql`${auditContents.auditId} in ${places}`)
    .returning({ id: auditContents.auditId });
  return gone.length;
}
