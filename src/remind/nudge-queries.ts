import { and, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Day } from '../calendar/county-time.ts';
import { type Db, isAnyOf } from '../db/db.ts';
import { outbox } from '../outbox/tables.ts';
import { occurrences, tasks } from '../plan/tables.ts';
import { isList } from './card-queries.ts';
import { reminderCards, reminderHolds, reminderItems, reminders } from './tables.ts';

/** An item on a unit's month card, under its number there. */
export type ListedItem = {
  reminderId: string;
  planId: string;
  unitId: string;
  month: number;
  no: number;
  occurrenceId: string;
  dueOn: Day;
};

/** Lead items on month cards that fall due between two days; what never stood on a card is nobody's to be nudged for. */
export async function listListed(db: Db, from: Day, to: Day): Promise<ListedItem[]> {
  return db
    .select({
      reminderId: reminders.id,
      planId: reminders.planId,
      unitId: reminders.unitId,
      month: reminders.month,
      no: reminderItems.no,
      occurrenceId: occurrences.id,
      dueOn: occurrences.dueOn,
    })
    .from(reminderItems)
    .innerJoin(reminderCards, eq(reminderCards.key, reminderItems.cardKey))
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(occurrences, eq(occurrences.id, reminderItems.occurrenceId))
    .innerJoin(tasks, eq(tasks.id, occurrences.taskId))
    .where(
      and(
        isList,
        eq(reminderItems.role, 'lead'),
        eq(tasks.state, 'active'),
        gte(occurrences.dueOn, from),
        lte(occurrences.dueOn, to),
      ),
    )
    .orderBy(reminders.unitId, reminders.decidedAt, reminderItems.no);
}

/** Cards with single items of a unit's list that somebody got in private in this time. */
export async function listCopiesTo(
  db: Db,
  personId: string,
  unitIds: string[],
  { from, to }: { from: Date; to: Date },
): Promise<string[]> {
  const rows = await db
    .select({ key: reminderCards.key })
    .from(reminderCards)
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(outbox, eq(outbox.key, reminderCards.key))
    .where(
      and(
        eq(reminderCards.copyFor, personId),
        isAnyOf(reminders.unitId, unitIds),
        isNull(reminderCards.replacedBy),
        gte(outbox.notBefore, from),
        lte(outbox.notBefore, to),
      ),
    );
  return rows.map((r) => r.key);
}

/** When each of these items stood on a card that went out to a unit; `to` is who got a copy. */
export async function listAsked(
  db: Db,
  occurrenceIds: string[],
): Promise<{ unitId: string; occurrenceId: string; askedAt: Date; to: string | null }[]> {
  if (occurrenceIds.length === 0) return [];
  return db
    .selectDistinct({
      unitId: reminders.unitId,
      occurrenceId: reminderItems.occurrenceId,
      askedAt: outbox.notBefore,
      to: reminderCards.copyFor,
    })
    .from(reminderItems)
    .innerJoin(reminderCards, eq(reminderCards.key, reminderItems.cardKey))
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(outbox, eq(outbox.key, reminderCards.key))
    .where(inArray(reminderItems.occurrenceId, occurrenceIds));
}

/** Holds a month back; false when it is held already. */
export async function insertHold(db: Db, row: typeof reminderHolds.$inferInsert): Promise<boolean> {
  const rows = await db.insert(reminderHolds).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

/** Lets a month go; false when it was not held. */
export async function deleteHold(db: Db, planId: string, month: number): Promise<boolean> {
  const rows = await db
    .delete(reminderHolds)
    .where(and(eq(reminderHolds.planId, planId), eq(reminderHolds.month, month)))
    .returning();
  return rows.length > 0;
}

export async function listHolds(db: Db, planId: string): Promise<number[]> {
  const rows = await db
    .select({ month: reminderHolds.month })
    .from(reminderHolds)
    .where(eq(reminderHolds.planId, planId));
  return rows.map((r) => r.month);
}
