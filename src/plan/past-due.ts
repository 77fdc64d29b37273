import { type Day, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { findItemsOfTasks, type PlanItem } from './item-queries.ts';
import { listTasks } from './queries.ts';

/** How many tasks have no day left: those of months before this one, and those of this month. */
export type PastDue = { before: number; thisMonth: number };

/** Which tasks of a plan are over on `today`: published then, its months before are recorded and not reminded. */
export async function countPastDue(db: Db, planId: string, today: Day): Promise<PastDue> {
  const active = (await listTasks(db, planId)).filter((t) => t.state === 'active');
  return pastDueOf(
    await findItemsOfTasks(
      db,
      active.map((t) => t.id),
    ),
    today,
  );
}

/** The same of times that are known; work that comes again is over when its last time is. Pure. */
export function pastDueOf(
  times: Pick<PlanItem, 'taskId' | 'year' | 'months' | 'dueOn'>[],
  today: Day,
): PastDue {
  const { year, month } = splitDay(today);
  const isOver = (t: (typeof times)[number]) => t.dueOn < today;
  const isBefore = (t: (typeof times)[number]) =>
    t.months.every((m) => t.year * 12 + m < year * 12 + month);
  const over = [...Map.groupBy(times, (t) => t.taskId).values()].filter((all) => all.every(isOver));
  const before = over.filter((all) => all.every(isBefore)).length;
  return { before, thisMonth: over.length - before };
}
