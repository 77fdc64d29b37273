import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { audit, changes } from './tables.ts';

export async function insertAudit(db: Db, row: typeof audit.$inferInsert): Promise<void> {
  await db.insert(audit).values(row);
}

export type Change = typeof changes.$inferSelect;

export async function insertChange(db: Db, row: typeof changes.$inferInsert): Promise<void> {
  await db.insert(changes).values(row);
}

export async function findChange(db: Db, id: string): Promise<Change | undefined> {
  const [row] = await db.select().from(changes).where(eq(changes.id, id));
  return row;
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

/** Marks a change undone; false when somebody was faster. */
export async function markUndone(db: Db, id: string, at: Date, by: string): Promise<boolean> {
  const rows = await db
    .update(changes)
    .set({ undoneAt: at, undoneBy: by })
    .where(and(eq(changes.id, id), isNull(changes.undoneAt)))
    .returning({ id: changes.id });
  return rows.length > 0;
}
