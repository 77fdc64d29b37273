import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { adminCodes, bindRequests, chats } from './tables.ts';

export type ChatRow = typeof chats.$inferSelect;
export type BindRequest = typeof bindRequests.$inferSelect;

/** Adds a group or brings its name up to date; a group the bot came back to is active again. */
export async function upsertChat(db: Db, row: { id: string; name: string }): Promise<ChatRow> {
  const [saved] = await db
    .insert(chats)
    .values(row)
    .onConflictDoUpdate({ target: chats.id, set: { name: row.name, active: true } })
    .returning();
  if (!saved) throw new Error('upsert returned no row');
  return saved;
}

export async function findChat(db: Db, id: string): Promise<ChatRow | undefined> {
  const [row] = await db.select().from(chats).where(eq(chats.id, id));
  return row;
}

export async function listChats(db: Db): Promise<ChatRow[]> {
  return db.select().from(chats).orderBy(asc(chats.name));
}

export async function setChatActive(db: Db, id: string, active: boolean): Promise<void> {
  await db.update(chats).set({ active }).where(eq(chats.id, id));
}

export async function setChatUnit(db: Db, id: string, unitId: string | null): Promise<void> {
  await db.update(chats).set({ unitId }).where(eq(chats.id, id));
}

export async function insertBindRequest(
  db: Db,
  row: typeof bindRequests.$inferInsert,
): Promise<void> {
  await db.insert(bindRequests).values(row);
}

export async function findBindRequest(db: Db, id: string): Promise<BindRequest | undefined> {
  const [row] = await db.select().from(bindRequests).where(eq(bindRequests.id, id));
  return row;
}

/** Settles a request; false when it was settled before. */
export async function decideBindRequest(
  db: Db,
  id: string,
  decision: 'agreed' | 'refused',
  by: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(bindRequests)
    .set({ decision, decidedBy: by, decidedAt: at })
    .where(and(eq(bindRequests.id, id), isNull(bindRequests.decision)))
    .returning({ id: bindRequests.id });
  return rows.length > 0;
}

export async function insertAdminCode(
  db: Db,
  row: { hash: string; expiresAt: Date },
): Promise<void> {
  await db.insert(adminCodes).values(row);
}

/** Uses up a code; false when it is unknown, used or expired. */
export async function useAdminCode(db: Db, hash: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(adminCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(adminCodes.hash, hash),
        isNull(adminCodes.usedAt),
        sql`${adminCodes.expiresAt} > ${at.toISOString()}::timestamptz`,
      ),
    )
    .returning({ hash: adminCodes.hash });
  return rows.length > 0;
}
