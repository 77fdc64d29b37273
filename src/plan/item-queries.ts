import { and, arrayOverlaps, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { type Db, isAnyOf } from '../db/db.ts';
import type { TaskRow } from './queries.ts';
import { shownText } from './shown-text.ts';
import { occurrences, plans, tasks, taskUnits } from './tables.ts';

/** One occurrence with its task: what cards, answers and overviews show. */
export type PlanItem = {
  occurrenceId: string;
  months: number[];
  startOn: string | null;
  dueOn: string;
  taskId: string;
  planId: string;
  year: number;
  month: number | null;
  seq: number;
  position: number;
  /** As people are shown it: with the work it is part of, and what is to be reached this time. */
  content: string;
  leadUnits: string[];
  coopUnits: string[];
  state: TaskRow['state'];
  recurrence: TaskRow['recurrence'];
  planTitle: string;
};

const itemColumns = {
  occurrenceId: occurrences.id,
  months: occurrences.months,
  startOn: tasks.startOn,
  dueOn: occurrences.dueOn,
  taskId: tasks.id,
  planId: tasks.planId,
  year: plans.year,
  month: tasks.month,
  seq: tasks.seq,
  position: tasks.position,
  content: tasks.content,
  title: tasks.title,
  goal: tasks.goal,
  milestones: tasks.milestones,
  leadUnits: tasks.leadUnits,
  coopUnits: tasks.coopUnits,
  state: tasks.state,
  recurrence: tasks.recurrence,
  planTitle: plans.title,
};

/**
 * Active items of published plans of a year that are shown in any of these months (1–12), in the plan's order; `unitIds`:
 * only those that name one of these units or groups.
 */
export async function listItems(
  db: Db,
  year: number,
  months: number[],
  unitIds?: string[],
): Promise<PlanItem[]> {
  const shared =
    unitIds &&
    db
      .select({ taskId: taskUnits.taskId })
      .from(taskUnits)
      .where(isAnyOf(taskUnits.unitId, unitIds));
  const rows = await db
    .select(itemColumns)
    .from(occurrences)
    .innerJoin(tasks, eq(tasks.id, occurrences.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(shownIn(year, months), shared && inArray(tasks.id, shared)))
    .orderBy(asc(plans.createdAt), asc(tasks.position), asc(occurrences.no));
  return rows.map(asShown);
}

type ItemRow = PlanItem & Pick<TaskRow, 'title' | 'goal' | 'milestones'>;

function asShown({ title, goal, milestones, ...item }: ItemRow): PlanItem {
  return { ...item, content: shownText({ ...item, title, goal, milestones }, item) };
}

/** What the figures need of an item. */
export type ItemDue = Pick<PlanItem, 'occurrenceId' | 'taskId' | 'months' | 'dueOn' | 'recurrence'>;

/** The same items without their texts. */
export async function listItemsDue(db: Db, year: number, months: number[]): Promise<ItemDue[]> {
  const { occurrenceId, taskId, months: shown, dueOn, recurrence } = itemColumns;
  return db
    .select({ occurrenceId, taskId, months: shown, dueOn, recurrence })
    .from(occurrences)
    .innerJoin(tasks, eq(tasks.id, occurrences.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(shownIn(year, months))
    .orderBy(asc(plans.createdAt), asc(tasks.position), asc(occurrences.no));
}

function shownIn(year: number, months: number[]) {
  return and(
    eq(plans.year, year),
    isNotNull(plans.publishedAt),
    eq(tasks.state, 'active'),
    arrayOverlaps(occurrences.months, months),
  );
}

export function findItems(db: Db, occurrenceIds: string[]): Promise<PlanItem[]> {
  return itemsIn(db, occurrences.id, occurrenceIds);
}

/** Every occurrence of these tasks, shown in a month or not. */
export function findItemsOfTasks(db: Db, taskIds: string[]): Promise<PlanItem[]> {
  return itemsIn(db, tasks.id, taskIds);
}

async function itemsIn(
  db: Db,
  column: typeof occurrences.id | typeof tasks.id,
  ids: string[],
): Promise<PlanItem[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select(itemColumns)
    .from(occurrences)
    .innerJoin(tasks, eq(tasks.id, occurrences.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(isAnyOf(column, ids))
    .orderBy(asc(tasks.position), asc(occurrences.no));
  return rows.map(asShown);
}
