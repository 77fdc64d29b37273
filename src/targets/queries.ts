import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { units } from '../units/tables.ts';
import { targets, targetValues } from './tables.ts';

export type TargetRow = typeof targets.$inferSelect;
export type ValueRow = typeof targetValues.$inferSelect;

/** Adds a target; false when the year has one of that name and measure. */
export async function insertTarget(db: Db, row: typeof targets.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(targets)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: targets.id });
  return rows.length > 0;
}

export async function findTarget(db: Db, id: string): Promise<TargetRow | undefined> {
  const [row] = await db.select().from(targets).where(eq(targets.id, id));
  return row;
}

/** Targets of a year in one state, in the order in which they came. */
export async function listTargets(
  db: Db,
  year: number,
  state: TargetRow['state'],
): Promise<(TargetRow & { unitName: string | null })[]> {
  const rows = await db
    .select({ target: targets, unitName: units.name })
    .from(targets)
    .leftJoin(units, eq(units.id, targets.unitId))
    .where(and(eq(targets.year, year), eq(targets.state, state)))
    .orderBy(asc(targets.createdAt), asc(targets.id));
  return rows.map((r) => ({ ...r.target, unitName: r.unitName }));
}

/** Moves targets on; returns those that were in `from`. */
export async function moveTargets(
  db: Db,
  ids: string[],
  from: TargetRow['state'],
  set: Pick<TargetRow, 'state' | 'decidedBy' | 'decidedAt'>,
): Promise<TargetRow[]> {
  if (ids.length === 0) return [];
  return db
    .update(targets)
    .set(set)
    .where(and(inArray(targets.id, ids), eq(targets.state, from)))
    .returning();
}

export async function updateTarget(
  db: Db,
  id: string,
  set: Partial<
    Pick<TargetRow, 'half' | 'lag' | 'unitId' | 'name' | 'bound' | 'value' | 'unit' | 'source'>
  >,
): Promise<void> {
  await db.update(targets).set(set).where(eq(targets.id, id));
}

export async function insertValues(
  db: Db,
  rows: (typeof targetValues.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await db.insert(targetValues).values(rows);
}

/** The unit that said what one message said; null: the office. */
export async function findUnitOfValues(
  db: Db,
  batchId: string,
): Promise<string | null | undefined> {
  const [row] = await db
    .select({ unitId: targetValues.unitId })
    .from(targetValues)
    .where(eq(targetValues.batchId, batchId))
    .limit(1);
  return row?.unitId;
}

/** Withdraws what one message said; false when that was done before. */
export async function withdrawValues(db: Db, batchId: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(targetValues)
    .set({ withdrawnAt: at })
    .where(and(eq(targetValues.batchId, batchId), isNull(targetValues.withdrawnAt)))
    .returning({ id: targetValues.id });
  return rows.length > 0;
}

/** The figure that holds for each target, unit, month and span. */
export async function listValues(
  db: Db,
  targetIds: string[],
): Promise<(ValueRow & { unitName: string | null })[]> {
  if (targetIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn(
      [
        targetValues.targetId,
        sql`coalesce(${targetValues.unitId}, '')`,
        targetValues.month,
        targetValues.span,
      ],
      { value: targetValues, unitName: units.name },
    )
    .from(targetValues)
    .leftJoin(units, eq(units.id, targetValues.unitId))
    .where(and(inArray(targetValues.targetId, targetIds), isNull(targetValues.withdrawnAt)))
    .orderBy(
      asc(targetValues.targetId),
      sql`coalesce(${targetValues.unitId}, '')`,
      asc(targetValues.month),
      asc(targetValues.span),
      desc(targetValues.reportedAt),
      desc(targetValues.no),
      desc(targetValues.id),
    );
  return rows.map((r) => ({ ...r.value, unitName: r.unitName }));
}
