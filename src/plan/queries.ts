import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { type Db, isAnyOf } from '../db/db.ts';
import { occurrences, planDrafts, plans, tasks, taskUnits } from './tables.ts';

export type PlanRow = typeof plans.$inferSelect;
export type TaskRow = typeof tasks.$inferSelect;
export type OccurrenceRow = typeof occurrences.$inferSelect;
export type DraftRow = typeof planDrafts.$inferSelect;
export type TaskUnitRow = typeof taskUnits.$inferSelect;

export async function listPlans(db: Db): Promise<PlanRow[]> {
  return db.select().from(plans).orderBy(desc(plans.year), asc(plans.createdAt));
}

export async function findPlan(db: Db, id: string): Promise<PlanRow | undefined> {
  const [row] = await db.select().from(plans).where(eq(plans.id, id));
  return row;
}

export async function listPublishedPlans(db: Db): Promise<PlanRow[]> {
  return db.select().from(plans).where(isNotNull(plans.publishedAt)).orderBy(asc(plans.createdAt));
}

export async function findPlansOfYear(db: Db, year: number): Promise<PlanRow[]> {
  return db.select().from(plans).where(eq(plans.year, year)).orderBy(asc(plans.createdAt));
}

export async function insertPlan(db: Db, row: typeof plans.$inferInsert): Promise<void> {
  await db.insert(plans).values(row);
}

export async function updatePlanSource(
  db: Db,
  id: string,
  set: { digest: string; fileName: string; title: string },
): Promise<void> {
  await db.update(plans).set(set).where(eq(plans.id, id));
}

/** Publishes a draft; false when it was published before. */
export async function setPublished(db: Db, id: string, at: Date, by: string): Promise<boolean> {
  const rows = await db
    .update(plans)
    .set({ publishedAt: at, publishedBy: by })
    .where(and(eq(plans.id, id), isNull(plans.publishedAt)))
    .returning({ id: plans.id });
  return rows.length > 0;
}

export async function clearPublished(db: Db, id: string): Promise<void> {
  await db.update(plans).set({ publishedAt: null, publishedBy: null }).where(eq(plans.id, id));
}

/** Removes a plan that was never published, with its tasks. */
export async function deletePlan(db: Db, id: string): Promise<void> {
  const ids = (await listTasks(db, id)).map((t) => t.id);
  if (ids.length > 0) {
    await db.delete(occurrences).where(inArray(occurrences.taskId, ids));
    await db.delete(taskUnits).where(inArray(taskUnits.taskId, ids));
    await db.delete(tasks).where(inArray(tasks.id, ids));
  }
  await db.update(planDrafts).set({ planId: null }).where(eq(planDrafts.planId, id));
  await db.delete(plans).where(eq(plans.id, id));
}

export async function insertDraft(db: Db, row: typeof planDrafts.$inferInsert): Promise<void> {
  await db.insert(planDrafts).values(row);
}

export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  const [row] = await db.select().from(planDrafts).where(eq(planDrafts.id, id));
  return row;
}

/** The newest draft of this person that waits for a word. */
export async function findWaitingDraft(db: Db, createdBy: string): Promise<DraftRow | undefined> {
  const [row] = await db
    .select()
    .from(planDrafts)
    .where(and(eq(planDrafts.createdBy, createdBy), isNull(planDrafts.decision)))
    .orderBy(desc(planDrafts.createdAt))
    .limit(1);
  return row;
}

/** When this person was shown the last draft, settled or not. */
export async function lastDraftAt(db: Db, createdBy: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: planDrafts.createdAt })
    .from(planDrafts)
    .where(eq(planDrafts.createdBy, createdBy))
    .orderBy(desc(planDrafts.createdAt))
    .limit(1);
  return row?.at;
}

/** Settles a draft; false when it was settled before. */
export async function decideDraft(
  db: Db,
  id: string,
  decision: 'kept' | 'discarded',
): Promise<boolean> {
  const rows = await db
    .update(planDrafts)
    .set({ decision })
    .where(and(eq(planDrafts.id, id), isNull(planDrafts.decision)))
    .returning({ id: planDrafts.id });
  return rows.length > 0;
}

export async function listTasks(db: Db, planId: string): Promise<TaskRow[]> {
  return db.select().from(tasks).where(eq(tasks.planId, planId)).orderBy(asc(tasks.position));
}

export async function findTask(db: Db, id: string): Promise<TaskRow | undefined> {
  const [row] = await db.select().from(tasks).where(eq(tasks.id, id));
  return row;
}

/** Rows at most in one statement: PostgreSQL takes 65,535 parameters. */
const CHUNK = 2_000;

async function inChunks<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>) {
  for (let i = 0; i < rows.length; i += CHUNK) await insert(rows.slice(i, i + CHUNK));
}

export async function insertTasks(db: Db, rows: (typeof tasks.$inferInsert)[]): Promise<void> {
  await inChunks(rows, (part) => db.insert(tasks).values(part));
}

export async function updateTask(
  db: Db,
  id: string,
  set: Partial<typeof tasks.$inferInsert>,
): Promise<void> {
  await db.update(tasks).set(set).where(eq(tasks.id, id));
}

export async function insertTaskUnits(db: Db, rows: TaskUnitRow[]): Promise<void> {
  await inChunks(rows, (part) => db.insert(taskUnits).values(part).onConflictDoNothing());
}

export async function deleteTaskUnits(db: Db, taskId: string): Promise<void> {
  await db.delete(taskUnits).where(eq(taskUnits.taskId, taskId));
}

export async function insertOccurrences(db: Db, rows: OccurrenceRow[]): Promise<void> {
  await inChunks(rows, (part) => db.insert(occurrences).values(part));
}

export async function listOccurrences(db: Db, taskId: string): Promise<OccurrenceRow[]> {
  return db
    .select()
    .from(occurrences)
    .where(eq(occurrences.taskId, taskId))
    .orderBy(asc(occurrences.no));
}

export async function updateOccurrence(
  db: Db,
  id: string,
  set: { months: number[]; dueOn: string },
): Promise<void> {
  await db.update(occurrences).set(set).where(eq(occurrences.id, id));
}

/** Which units (or groups) share in these tasks, in the document's order. */
export async function listTaskUnits(db: Db, taskIds: string[]): Promise<TaskUnitRow[]> {
  return db
    .select()
    .from(taskUnits)
    .where(isAnyOf(taskUnits.taskId, taskIds))
    .orderBy(asc(taskUnits.position));
}
