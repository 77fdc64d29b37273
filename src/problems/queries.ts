import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { units } from '../units/tables.ts';
import { problems } from './tables.ts';

export type ProblemRow = typeof problems.$inferSelect;

/** A problem with the name of the unit that has to solve it. */
export type NamedProblem = ProblemRow & { unitName: string };

/** The lock under which a year's problems are numbered: `problem` in ASCII and the year. */
const NUMBERING = 1_886_544_226;

/**
 * Adds a problem under the year's next number. Two that are raised at once wait for one another until the first is
 * committed, so that no number is given twice and neither fails.
 */
export async function insertProblem(
  db: Db,
  row: Omit<typeof problems.$inferInsert, 'no'>,
): Promise<ProblemRow> {
  await db.execute(sql`select pg_advisory_xact_lock(${NUMBERING}, ${row.year})`);
  const [saved] = await db
    .insert(problems)
    .values({
      ...row,
      no: sql`(select coalesce(max(${problems.no}), 0) + 1 from ${problems} where ${problems.year} = ${row.year})`,
    })
    .returning();
  if (!saved) throw new Error('insert returned no row');
  return saved;
}

export async function findProblem(db: Db, id: string): Promise<ProblemRow | undefined> {
  const [row] = await db.select().from(problems).where(eq(problems.id, id));
  return row;
}

/** Those of all years that bear this number, newest year first. */
export async function listProblemsByNo(db: Db, no: number): Promise<ProblemRow[]> {
  return db.select().from(problems).where(eq(problems.no, no)).orderBy(desc(problems.year));
}

/** Open problems in order of number; with `unitIds` those that one of these units raised or has to solve. */
export async function listOpenProblems(db: Db, unitIds?: string[]): Promise<NamedProblem[]> {
  if (unitIds?.length === 0) return [];
  const rows = await db
    .select({ problem: problems, unitName: units.name })
    .from(problems)
    .innerJoin(units, eq(units.id, problems.unitId))
    .where(
      and(
        eq(problems.state, 'open'),
        unitIds
          ? or(inArray(problems.unitId, unitIds), inArray(problems.raisedUnitId, unitIds))
          : undefined,
      ),
    )
    .orderBy(asc(problems.year), asc(problems.no));
  return rows.map((r) => ({ ...r.problem, unitName: r.unitName }));
}

/** Open problems that a unit raised on these items. */
export async function findOpenOfShare(
  db: Db,
  unitId: string,
  occurrenceIds: string[],
): Promise<ProblemRow[]> {
  if (occurrenceIds.length === 0) return [];
  return db
    .select()
    .from(problems)
    .where(
      and(
        eq(problems.raisedUnitId, unitId),
        inArray(problems.occurrenceId, occurrenceIds),
        eq(problems.state, 'open'),
      ),
    );
}

/** Strikes problems off; returns those that were still open. */
export async function strikeOff(
  db: Db,
  ids: string[],
  by: { personId: string; at: Date; batchId?: string },
): Promise<ProblemRow[]> {
  if (ids.length === 0) return [];
  return db
    .update(problems)
    .set({
      state: 'solved',
      solvedBy: by.personId,
      solvedAt: by.at,
      solvedBatchId: by.batchId ?? null,
    })
    .where(and(inArray(problems.id, ids), eq(problems.state, 'open')))
    .returning();
}

const reopened = { state: 'open', solvedBy: null, solvedAt: null, solvedBatchId: null } as const;

/** Puts a struck-off problem back on the list; undefined when it is not struck off. */
export async function reopenProblem(db: Db, id: string): Promise<ProblemRow | undefined> {
  const [row] = await db
    .update(problems)
    .set(reopened)
    .where(and(eq(problems.id, id), eq(problems.state, 'solved')))
    .returning();
  return row;
}

/** Open problems that have their words from a batch of reports. */
export async function findOpenOfBatch(db: Db, batchId: string): Promise<ProblemRow[]> {
  return db
    .select()
    .from(problems)
    .where(and(eq(problems.batchId, batchId), eq(problems.state, 'open')));
}

/** What a batch of reports had struck off is open again. */
export async function reopenOfBatch(db: Db, batchId: string): Promise<void> {
  await db.update(problems).set(reopened).where(eq(problems.solvedBatchId, batchId));
}

/** Changes an open problem: its words, who has to solve it, by when, or takes it back. False when it is not open. */
export async function updateProblem(
  db: Db,
  id: string,
  set: Partial<Pick<ProblemRow, 'content' | 'batchId' | 'unitId' | 'dueOn' | 'state'>>,
): Promise<boolean> {
  const rows = await db
    .update(problems)
    .set(set)
    .where(and(eq(problems.id, id), eq(problems.state, 'open')))
    .returning({ id: problems.id });
  return rows.length > 0;
}
