import { and, eq, inArray } from 'drizzle-orm';
import { type Db, isAnyOf } from '../db/db.ts';
import { people } from '../units/tables.ts';
import { assignments } from './tables.ts';

export type Assignment = typeof assignments.$inferSelect;

export async function findAssignment(
  db: Db,
  occurrenceId: string,
  unitId: string,
): Promise<Assignment | undefined> {
  const [row] = await db
    .select()
    .from(assignments)
    .where(and(eq(assignments.occurrenceId, occurrenceId), eq(assignments.unitId, unitId)));
  return row;
}

/** Who sees to these items, in every unit; items that nobody was given are left out. */
export async function listAssigned(
  db: Db,
  occurrenceIds: string[],
): Promise<
  {
    occurrenceId: string;
    unitId: string;
    personId: string;
    openId: string;
    name: string;
    unreachable: string | null;
  }[]
> {
  if (occurrenceIds.length === 0) return [];
  return db
    .select({
      occurrenceId: assignments.occurrenceId,
      unitId: assignments.unitId,
      personId: assignments.personId,
      openId: people.openId,
      name: people.name,
      unreachable: people.unreachable,
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(inArray(assignments.occurrenceId, occurrenceIds));
}

/** The same, where messages reach the person. */
export async function listAllAssigned(db: Db, occurrenceIds: string[]) {
  return (await listAssigned(db, occurrenceIds)).filter((a) => !a.unreachable);
}

/** Gives an item of a unit to a person, instead of whoever had it. */
export async function setAssignment(db: Db, row: Assignment): Promise<void> {
  const { occurrenceId: _, unitId: __, ...set } = row;
  await db
    .insert(assignments)
    .values(row)
    .onConflictDoUpdate({ target: [assignments.occurrenceId, assignments.unitId], set });
}

export async function deleteAssignment(
  db: Db,
  occurrenceId: string,
  unitId: string,
): Promise<void> {
  await db
    .delete(assignments)
    .where(and(eq(assignments.occurrenceId, occurrenceId), eq(assignments.unitId, unitId)));
}

/** Gives what one person of a unit sees to, or these items of it, to another; returns the items. */
export async function passAssignments(
  db: Db,
  unitId: string,
  from: string,
  to: string,
  among?: string[],
): Promise<string[]> {
  const rows = await db
    .update(assignments)
    .set({ personId: to })
    .where(
      and(
        eq(assignments.unitId, unitId),
        eq(assignments.personId, from),
        among ? isAnyOf(assignments.occurrenceId, among) : undefined,
      ),
    )
    .returning({ occurrenceId: assignments.occurrenceId });
  return rows.map((r) => r.occurrenceId);
}
