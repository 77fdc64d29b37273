import { and, desc, eq, ne } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { plans } from '../plan/tables.ts';
import { reminderRounds, reminders } from './tables.ts';

export type ReminderRow = typeof reminders.$inferSelect;

/** Opens a round; false when this month was decided before. */
export async function insertRound(
  db: Db,
  row: typeof reminderRounds.$inferInsert,
): Promise<boolean> {
  const rows = await db.insert(reminderRounds).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function listRounds(db: Db, planId: string): Promise<number[]> {
  const rows = await db
    .select({ month: reminderRounds.month })
    .from(reminderRounds)
    .where(eq(reminderRounds.planId, planId));
  return rows.map((r) => r.month);
}

/** The ids of those that are new: a unit is told of a month of a plan once. */
export async function insertReminders(db: Db, rows: ReminderRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const made = await db
    .insert(reminders)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: reminders.id });
  return new Set(made.map((r) => r.id));
}

export async function setRecipient(
  db: Db,
  id: string,
  recipient: { type: 'person' | 'chat'; id: string },
): Promise<void> {
  await db
    .update(reminders)
    .set({ recipientType: recipient.type, recipientId: recipient.id })
    .where(eq(reminders.id, id));
}

/** Reminders of a unit that reached nobody, newest month first. */
export async function listUndelivered(db: Db, unitId: string): Promise<ReminderRow[]> {
  return db
    .select()
    .from(reminders)
    .where(and(eq(reminders.unitId, unitId), eq(reminders.recipientType, 'none')))
    .orderBy(desc(reminders.month));
}

/** Units whose reminder of a month, of a plan other than `except`, reached nobody. */
export async function listUnreached(
  db: Db,
  { year, month, except }: { year: number; month: number; except: string },
): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ unitId: reminders.unitId })
    .from(reminders)
    .innerJoin(plans, eq(plans.id, reminders.planId))
    .where(
      and(
        eq(reminders.recipientType, 'none'),
        eq(reminders.month, month),
        eq(plans.year, year),
        ne(plans.id, except),
      ),
    );
  return new Set(rows.map((r) => r.unitId));
}

/** What a unit was told of a month of a plan. */
export async function findReminder(
  db: Db,
  planId: string,
  unitId: string,
  month: number,
): Promise<ReminderRow | undefined> {
  const [row] = await db
    .select()
    .from(reminders)
    .where(
      and(eq(reminders.planId, planId), eq(reminders.unitId, unitId), eq(reminders.month, month)),
    );
  return row;
}

/** What a unit was told last. */
export async function findNewestReminder(db: Db, unitId: string): Promise<ReminderRow | undefined> {
  const [row] = await db
    .select()
    .from(reminders)
    .where(eq(reminders.unitId, unitId))
    .orderBy(desc(reminders.decidedAt), desc(reminders.month))
    .limit(1);
  return row;
}
