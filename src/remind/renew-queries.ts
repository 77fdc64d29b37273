import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { outbox } from '../outbox/tables.ts';
import { plans } from '../plan/tables.ts';
import { isList } from './card-queries.ts';
import { reminderCards, reminders } from './tables.ts';

/** A delivered card of a unit's list. */
export type DeliveredCard = {
  key: string;
  reminderId: string;
  no: number;
  of: number;
  unitId: string;
  year: number;
  month: number;
  /** When it arrived, by the application's clock. */
  sentAt: Date;
};

/** A message that the office confirmed has no time of arrival. */
const arrivedAt = sql<Date>`coalesce(${outbox.sentAt}, ${outbox.notBefore})`.mapWith(outbox.sentAt);

/** Cards of units' lists that were delivered between two instants, oldest first. */
export async function listDelivered(db: Db, from: Date, before: Date): Promise<DeliveredCard[]> {
  return db
    .select({
      key: reminderCards.key,
      reminderId: reminderCards.reminderId,
      no: reminderCards.no,
      of: reminderCards.of,
      unitId: reminders.unitId,
      year: plans.year,
      month: reminders.month,
      sentAt: arrivedAt,
    })
    .from(reminderCards)
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(plans, eq(plans.id, reminders.planId))
    .innerJoin(outbox, eq(outbox.key, reminderCards.key))
    .where(
      and(
        isList,
        eq(outbox.state, 'sent'),
        sql`${arrivedAt} >= ${from.toISOString()}::timestamptz`,
        sql`${arrivedAt} < ${before.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(asc(outbox.seq));
}

/** Gives a card's place to a fresh one; false when another process was faster. */
export async function replaceCard(db: Db, key: string, by: string): Promise<boolean> {
  const rows = await db
    .update(reminderCards)
    .set({ replacedBy: by })
    .where(and(eq(reminderCards.key, key), isNull(reminderCards.replacedBy)))
    .returning({ key: reminderCards.key });
  return rows.length > 0;
}

/** The key of a fresh card names its day. */
export const freshKey = (key: string, day: string) => `${key.replace(/@[\d-]+$/, '')}@${day}`;
