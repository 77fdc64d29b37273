import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { people, unitLeaders, units } from './tables.ts';

/** Who is in charge of which unit, by leader and in the county's order of units. */
export async function listCharges(
  db: Db,
): Promise<{ personId: string; leader: string; unitId: string }[]> {
  return db
    .select({ personId: people.id, leader: people.name, unitId: units.id })
    .from(unitLeaders)
    .innerJoin(people, eq(people.id, unitLeaders.personId))
    .innerJoin(units, eq(units.id, unitLeaders.unitId))
    .orderBy(asc(people.name), asc(units.position));
}

/** Puts a leader in charge of units; returns those that are new. */
export async function insertCharges(
  db: Db,
  personId: string,
  unitIds: string[],
): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .insert(unitLeaders)
    .values(unitIds.map((unitId) => ({ unitId, personId })))
    .onConflictDoNothing()
    .returning({ unitId: unitLeaders.unitId });
  return rows.map((r) => r.unitId);
}

/** Ends it; returns those units that the leader was in charge of. */
export async function deleteCharges(
  db: Db,
  personId: string,
  unitIds: string[],
): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .delete(unitLeaders)
    .where(and(eq(unitLeaders.personId, personId), inArray(unitLeaders.unitId, unitIds)))
    .returning({ unitId: unitLeaders.unitId });
  return rows.map((r) => r.unitId);
}
