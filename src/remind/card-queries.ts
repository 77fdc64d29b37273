import { and, asc, desc, eq, gte, inArray, isNull, max, type SQL } from 'drizzle-orm';
import { type Db, isAnyOf } from '../db/db.ts';
import { outbox } from '../outbox/tables.ts';
import { plans } from '../plan/tables.ts';
import { units } from '../units/tables.ts';
import type { CardKind } from './card-kind.ts';
import { reminderCards, reminderItems, reminders } from './tables.ts';

/** Neither a copy nor replaced by a fresh card: what the unit's list is made of. */
export const isList = and(isNull(reminderCards.copyFor), isNull(reminderCards.replacedBy));
export type CardItem = typeof reminderItems.$inferSelect;

/** Makes cards with what stands on them; false when another process made one of them before. That one stays as it is. */
export async function insertCards(
  db: Db,
  cards: (typeof reminderCards.$inferInsert)[],
  items: CardItem[],
): Promise<boolean> {
  const made =
    cards.length > 0
      ? await db.insert(reminderCards).values(cards).onConflictDoNothing().returning()
      : [];
  const before = new Set(cards.map((c) => c.key));
  for (const { key } of made) before.delete(key);
  const own = items.filter((i) => !before.has(i.cardKey));
  if (own.length > 0) await db.insert(reminderItems).values(own);
  return before.size === 0;
}

/** A card with the reminder it belongs to. */
export type CardOrigin = {
  key: string;
  no: number;
  of: number;
  kind: CardKind;
  replacedBy: string | null;
  reminderId: string;
  planId: string;
  year: number;
  month: number;
  unitId: string;
  unitName: string;
  planTitle: string;
  /** When the reminder's numbers were given. */
  decidedAt: Date;
};

const origin = {
  key: reminderCards.key,
  no: reminderCards.no,
  of: reminderCards.of,
  kind: reminderCards.kind,
  replacedBy: reminderCards.replacedBy,
  reminderId: reminders.id,
  planId: reminders.planId,
  year: plans.year,
  month: reminders.month,
  unitId: reminders.unitId,
  unitName: units.name,
  planTitle: plans.title,
  decidedAt: reminders.decidedAt,
};

export async function findCard(db: Db, key: string): Promise<CardOrigin | undefined> {
  const [row] = await findCards(db, [key]);
  return row;
}

export async function findCards(db: Db, keys: string[]): Promise<CardOrigin[]> {
  if (keys.length === 0) return [];
  return db
    .select(origin)
    .from(reminderCards)
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(plans, eq(plans.id, reminders.planId))
    .innerJoin(units, eq(units.id, reminders.unitId))
    .where(inArray(reminderCards.key, keys));
}

/** The highest number that each of these units has in a month, on the cards of any plan. */
export async function listLastNumbers(
  db: Db,
  unitIds: string[],
  year: number,
  month: number,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ unitId: reminders.unitId, last: max(reminderItems.no) })
    .from(reminderItems)
    .innerJoin(reminderCards, eq(reminderCards.key, reminderItems.cardKey))
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(plans, eq(plans.id, reminders.planId))
    .where(
      and(isAnyOf(reminders.unitId, unitIds), eq(plans.year, year), eq(reminders.month, month)),
    )
    .groupBy(reminders.unitId);
  return new Map(rows.map((r) => [r.unitId, r.last ?? 0]));
}

/** The cards of a month of each of these units, of every plan. */
export async function listCardsOfMonth(
  db: Db,
  unitIds: string[],
  year: number,
  month: number,
): Promise<CardOrigin[]> {
  return listCardsOfUnits(db, unitIds, eq(plans.year, year), eq(reminders.month, month));
}

/** The cards of these units that went out since then, of any month: a month's first, or one that took its place. */
export function listCardsSince(db: Db, unitIds: string[], since: Date): Promise<CardOrigin[]> {
  const sent = db.select({ key: outbox.key }).from(outbox).where(gte(outbox.notBefore, since));
  return listCardsOfUnits(db, unitIds, inArray(reminderCards.key, sent));
}

/** The cards of the newest month of each of these units, first card first; of every plan that has one. */
export async function listLatestCards(db: Db, unitIds: string[]): Promise<CardOrigin[]> {
  const rows = await listCardsOfUnits(db, unitIds);
  const newest = new Map<string, number>();
  for (const r of rows)
    newest.set(r.unitId, Math.max(newest.get(r.unitId) ?? 0, r.year * 12 + r.month));
  return rows.filter((r) => newest.get(r.unitId) === r.year * 12 + r.month);
}

async function listCardsOfUnits(db: Db, unitIds: string[], ...holds: SQL[]): Promise<CardOrigin[]> {
  if (unitIds.length === 0) return [];
  return db
    .select(origin)
    .from(reminderCards)
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .innerJoin(plans, eq(plans.id, reminders.planId))
    .innerJoin(units, eq(units.id, reminders.unitId))
    .where(and(inArray(reminders.unitId, unitIds), isList, ...holds))
    .orderBy(desc(reminders.decidedAt), desc(reminders.month), asc(reminderCards.no));
}

export async function listCardItems(db: Db, keys: string[]): Promise<CardItem[]> {
  if (keys.length === 0) return [];
  return db
    .select()
    .from(reminderItems)
    .where(inArray(reminderItems.cardKey, keys))
    .orderBy(asc(reminderItems.no));
}

/** Cards, copies included, on which one of these items stands; of one unit, or of every unit. */
export async function listCardsShowing(
  db: Db,
  occurrenceIds: string[],
  unitId?: string,
): Promise<string[]> {
  if (occurrenceIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ key: reminderItems.cardKey })
    .from(reminderItems)
    .innerJoin(reminderCards, eq(reminderCards.key, reminderItems.cardKey))
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .where(
      and(
        inArray(reminderItems.occurrenceId, occurrenceIds),
        isNull(reminderCards.replacedBy),
        unitId === undefined ? undefined : eq(reminders.unitId, unitId),
      ),
    );
  return rows.map((r) => r.key);
}

/** The cards of a reminder, copies left out, first card first. */
export async function listCards(
  db: Db,
  reminderId: string,
): Promise<{ key: string; no: number; of: number }[]> {
  return db
    .select({ key: reminderCards.key, no: reminderCards.no, of: reminderCards.of })
    .from(reminderCards)
    .where(and(eq(reminderCards.reminderId, reminderId), isList))
    .orderBy(asc(reminderCards.no));
}

/** The cards of these reminders, copies left out. */
export async function listCardsOf(
  db: Db,
  reminderIds: string[],
): Promise<{ key: string; reminderId: string }[]> {
  if (reminderIds.length === 0) return [];
  return db
    .select({ key: reminderCards.key, reminderId: reminderCards.reminderId })
    .from(reminderCards)
    .where(and(inArray(reminderCards.reminderId, [...new Set(reminderIds)]), isList));
}

/** Every card that a unit's people were sent, copies included, in the order of their reminders. */
export async function listCardsOfUnit(
  db: Db,
  unitId: string,
): Promise<(typeof reminderCards.$inferSelect)[]> {
  const rows = await db
    .select({ card: reminderCards })
    .from(reminderCards)
    .innerJoin(reminders, eq(reminders.id, reminderCards.reminderId))
    .where(eq(reminders.unitId, unitId))
    .orderBy(asc(reminders.decidedAt), asc(reminders.month), asc(reminderCards.no));
  return rows.map((r) => r.card);
}

/** From now on this card is a copy that one person has, and the list goes on without it; null: it is the list again. */
export async function setCopyFor(db: Db, key: string, personId: string | null): Promise<void> {
  await db.update(reminderCards).set({ copyFor: personId }).where(eq(reminderCards.key, key));
}
