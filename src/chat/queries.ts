import { and, desc, eq, gte, isNull, ne, type SQL } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { conversations, directorySyncs, planOrders, shownLists, waitingFiles } from './tables.ts';

export type WaitingFile = typeof waitingFiles.$inferSelect;

export async function insertWaitingFile(
  db: Db,
  row: typeof waitingFiles.$inferInsert,
): Promise<void> {
  await db.insert(waitingFiles).values(row);
}

export async function findWaitingFile(db: Db, id: string): Promise<WaitingFile | undefined> {
  const [row] = await db.select().from(waitingFiles).where(eq(waitingFiles.id, id));
  return row;
}

/** The newest file of this person of which all that holds. */
async function findNewestFile(
  db: Db,
  sentBy: string,
  ...holds: SQL[]
): Promise<WaitingFile | undefined> {
  const [row] = await db
    .select()
    .from(waitingFiles)
    .where(and(eq(waitingFiles.sentBy, sentBy), ...holds))
    .orderBy(desc(waitingFiles.sentAt))
    .limit(1);
  return row;
}

/** The newest plan of this person, sent since then, that waits for its year. */
export const findYearlessPlan = (db: Db, sentBy: string, since: Date) =>
  findNewestFile(
    db,
    sentBy,
    eq(waitingFiles.asks, 'year'),
    isNull(waitingFiles.decision),
    gte(waitingFiles.sentAt, since),
  );

/** The file that this person sent last and that waits. */
export const findUndecidedFile = (db: Db, sentBy: string) =>
  findNewestFile(db, sentBy, isNull(waitingFiles.decision), ne(waitingFiles.asks, 'nothing'));

/** The file that this person sent last, since then, whatever became of it. */
export const findLastFile = (db: Db, sentBy: string, since: Date) =>
  findNewestFile(db, sentBy, gte(waitingFiles.sentAt, since));

/** Settles what becomes of a file; false when that was settled before. */
export async function decideWaitingFile(
  db: Db,
  id: string,
  decision: NonNullable<WaitingFile['decision']>,
): Promise<boolean> {
  const rows = await db
    .update(waitingFiles)
    .set({ decision })
    .where(and(eq(waitingFiles.id, id), isNull(waitingFiles.decision)))
    .returning({ id: waitingFiles.id });
  return rows.length > 0;
}

export type Conversation = typeof conversations.$inferSelect;

export async function findConversation(db: Db, key: string): Promise<Conversation | undefined> {
  const [row] = await db.select().from(conversations).where(eq(conversations.key, key));
  return row;
}

export async function saveConversation(db: Db, row: Conversation): Promise<void> {
  const { key: _, ...set } = row;
  await db.insert(conversations).values(row).onConflictDoUpdate({ target: conversations.key, set });
}

export type WaitingOrder = typeof planOrders.$inferSelect;

export async function insertPlanOrder(db: Db, row: typeof planOrders.$inferInsert): Promise<void> {
  await db.insert(planOrders).values(row);
}

export async function findPlanOrder(db: Db, id: string): Promise<WaitingOrder | undefined> {
  const [row] = await db.select().from(planOrders).where(eq(planOrders.id, id));
  return row;
}

/** The order that this person gave last and that waits. */
export async function findWaitingOrder(
  db: Db,
  createdBy: string,
): Promise<WaitingOrder | undefined> {
  const [row] = await db
    .select()
    .from(planOrders)
    .where(and(eq(planOrders.createdBy, createdBy), isNull(planOrders.decision)))
    .orderBy(desc(planOrders.createdAt))
    .limit(1);
  return row;
}

/** When this person gave the last order about the plan, settled or not. */
export async function lastOrderAt(db: Db, createdBy: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: planOrders.createdAt })
    .from(planOrders)
    .where(eq(planOrders.createdBy, createdBy))
    .orderBy(desc(planOrders.createdAt))
    .limit(1);
  return row?.at;
}

/** Settles an order; false when it was settled before. */
export async function decidePlanOrder(
  db: Db,
  id: string,
  decision: 'confirmed' | 'dropped',
): Promise<boolean> {
  const rows = await db
    .update(planOrders)
    .set({ decision })
    .where(and(eq(planOrders.id, id), isNull(planOrders.decision)))
    .returning({ id: planOrders.id });
  return rows.length > 0;
}

export type ShownList = typeof shownLists.$inferSelect;

export async function insertShownList(db: Db, row: ShownList): Promise<void> {
  await db.insert(shownLists).values(row).onConflictDoNothing();
}

export async function findShownList(db: Db, key: string): Promise<ShownList | undefined> {
  const [row] = await db.select().from(shownLists).where(eq(shownLists.key, key));
  return row;
}

/** The list that was shown last in a chat. */
export async function findLastShown(db: Db, chatId: string): Promise<ShownList | undefined> {
  const [row] = await db
    .select()
    .from(shownLists)
    .where(eq(shownLists.chatId, chatId))
    .orderBy(desc(shownLists.at), desc(shownLists.key))
    .limit(1);
  return row;
}

type DirectorySync = typeof directorySyncs.$inferSelect;

export async function insertSync(db: Db, row: typeof directorySyncs.$inferInsert): Promise<void> {
  await db.insert(directorySyncs).values(row);
}

export async function findSync(db: Db, id: string): Promise<DirectorySync | undefined> {
  const [row] = await db.select().from(directorySyncs).where(eq(directorySyncs.id, id));
  return row;
}

/** The proposal that this person asked for last and that waits. */
export async function findUndecidedSync(
  db: Db,
  createdBy: string,
): Promise<DirectorySync | undefined> {
  const [row] = await db
    .select()
    .from(directorySyncs)
    .where(and(eq(directorySyncs.createdBy, createdBy), isNull(directorySyncs.decision)))
    .orderBy(desc(directorySyncs.createdAt))
    .limit(1);
  return row;
}

/** Settles proposed matches; false when they were settled before. */
export async function decideSync(
  db: Db,
  id: string,
  decision: 'sure' | 'all' | 'none',
): Promise<boolean> {
  const rows = await db
    .update(directorySyncs)
    .set({ decision })
    .where(and(eq(directorySyncs.id, id), isNull(directorySyncs.decision)))
    .returning({ id: directorySyncs.id });
  return rows.length > 0;
}
