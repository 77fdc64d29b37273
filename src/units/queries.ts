import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { unitAliases, unitGroupMembers, units } from './tables.ts';

export type UnitRow = typeof units.$inferSelect;

export async function listUnits(db: Db): Promise<UnitRow[]> {
  return db.select().from(units).orderBy(asc(units.position), asc(units.name));
}

export async function findUnits(db: Db, ids: string[]): Promise<UnitRow[]> {
  return ids.length === 0 ? [] : db.select().from(units).where(inArray(units.id, ids));
}

/** Holds a unit until the transaction ends: who decides about its people at the same moment waits, and sees what was decided. */
export async function lockUnit(db: Db, id: string): Promise<UnitRow | undefined> {
  const [row] = await db.select().from(units).where(eq(units.id, id)).for('update');
  return row;
}

export async function findUnitByKey(db: Db, folded: string): Promise<UnitRow | undefined> {
  const [row] = await db
    .select({ id: units.id, name: units.name, kind: units.kind, position: units.position })
    .from(unitAliases)
    .innerJoin(units, eq(units.id, unitAliases.unitId))
    .where(eq(unitAliases.folded, folded));
  return row;
}

export async function listAliases(db: Db): Promise<(typeof unitAliases.$inferSelect)[]> {
  return db.select().from(unitAliases);
}

/** Adds a unit at the end of the list. */
export async function insertUnit(db: Db, row: Omit<UnitRow, 'position'>): Promise<void> {
  await db
    .insert(units)
    .values({ ...row, position: sql`(select coalesce(max(position), 0) + 1 from ${units})` });
}

/** False when the name already belongs to a unit. */
export async function insertAlias(db: Db, row: typeof unitAliases.$inferInsert): Promise<boolean> {
  const rows = await db.insert(unitAliases).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function deleteAlias(db: Db, folded: string): Promise<void> {
  await db.delete(unitAliases).where(eq(unitAliases.folded, folded));
}

export async function setGroupMembers(db: Db, groupId: string, unitIds: string[]): Promise<void> {
  await db.delete(unitGroupMembers).where(eq(unitGroupMembers.groupId, groupId));
  if (unitIds.length > 0)
    await db.insert(unitGroupMembers).values(unitIds.map((unitId) => ({ groupId, unitId })));
}

/** Who stands for which group, in the county's order of units. */
export async function listGroupMembers(db: Db): Promise<(typeof unitGroupMembers.$inferSelect)[]> {
  return db
    .select({ groupId: unitGroupMembers.groupId, unitId: unitGroupMembers.unitId })
    .from(unitGroupMembers)
    .innerJoin(units, eq(units.id, unitGroupMembers.unitId))
    .orderBy(asc(units.position), asc(units.name));
}
