import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { ChangeKind } from './change-kind.ts';
import { audit, auditContents, changes } from './tables.ts';

export type NewAuditRow = {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  messageId: string | null;
  detail: Record<string, unknown>;
};

/** Adds a row with its contents, in one statement; the chain takes it up when the transaction commits. */
export async function insertAudit(db: Db, row: NewAuditRow): Promise<void> {
  await db.execute(sql`
    with given as (
      select gen_random_uuid()::text as salt, ${JSON.stringify(row.detail)}::text as detail),
    added as (
      insert into audit (at, actor, action, subject, "messageId", digest)
      select ${row.at.toISOString()}::timestamptz, ${row.actor}::text, ${row.action}::text,
        ${row.subject}::text, ${row.messageId}::text,
        encode(sha256(convert_to(salt || detail, 'UTF8')), 'hex')
      from given returning id)
    insert into audit_contents ("auditId", salt, detail)
    select added.id, given.salt, given.detail::json from added, given`);
}

/** Who did what to something, and when; the details are empty where they were erased. */
export type AuditEntry = {
  at: Date;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
};

/** What the audit holds of these subjects (`task:…`, `plan:…`), newest first. */
export async function listAuditOf(db: Db, subjects: string[]): Promise<AuditEntry[]> {
  const rows = await db
    .select({
      at: audit.at,
      actor: audit.actor,
      action: audit.action,
      detail: auditContents.detail,
    })
    .from(audit)
    .leftJoin(auditContents, eq(auditContents.auditId, audit.id))
    .where(inArray(audit.subject, subjects))
    .orderBy(desc(audit.at), desc(audit.id));
  return rows.map((r) => ({ ...r, detail: r.detail ?? {} }));
}

export type Change = typeof changes.$inferSelect;

/** Keeps what 撤销 needs to take back what `act` did. */
export async function insertChange(
  db: Db,
  { actor, at }: Pick<Change, 'actor' | 'at'>,
  change: Pick<Change, 'id' | 'kind' | 'data'>,
): Promise<void> {
  await db.insert(changes).values({ ...change, actor, at });
}

export async function findChange(db: Db, id: string): Promise<Change | undefined> {
  const [row] = await db.select().from(changes).where(eq(changes.id, id));
  return row;
}

/** Changes of a kind since an instant that stand, oldest first. */
export async function listChangesSince(db: Db, kind: ChangeKind, since: Date): Promise<Change[]> {
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.kind, kind), gte(changes.at, since), isNull(changes.undoneAt)))
    .orderBy(asc(changes.at));
}

/** The newest change of this person that has not been undone. */
export async function findLastChange(db: Db, actor: string): Promise<Change | undefined> {
  const [row] = await db
    .select()
    .from(changes)
    .where(and(eq(changes.actor, actor), isNull(changes.undoneAt)))
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(1);
  return row;
}

/** The newest 转办 of one of these items that has not been undone. */
export async function findLastTransfer(
  db: Db,
  occurrenceIds: string[],
): Promise<Change | undefined> {
  const of = sql`${changes.data} ->> 'occurrenceId'`;
  const [row] = await db
    .select()
    .from(changes)
    .where(and(eq(changes.kind, 'transfer'), inArray(of, occurrenceIds), isNull(changes.undoneAt)))
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(1);
  return row;
}

/** The change that this person took back last. */
export async function findLastUndone(db: Db, by: string): Promise<Change | undefined> {
  const [row] = await db
    .select()
    .from(changes)
    .where(and(eq(changes.undoneBy, by), isNotNull(changes.undoneAt)))
    .orderBy(desc(changes.undoneAt), desc(changes.id))
    .limit(1);
  return row;
}

/** Marks a change undone; false when somebody was faster. */
export async function markUndone(db: Db, id: string, at: Date, by: string): Promise<boolean> {
  const rows = await db
    .update(changes)
    .set({ undoneAt: at, undoneBy: by })
    .where(and(eq(changes.id, id), isNull(changes.undoneAt)))
    .returning({ id: changes.id });
  return rows.length > 0;
}
