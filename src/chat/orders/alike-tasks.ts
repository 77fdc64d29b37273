import type { NewTask } from '../../plan/change-task.ts';
import { isReworded } from '../../plan/diff.ts';
import { listItems, type PlanItem } from '../../plan/item-queries.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import { isReportedDone } from '../../progress/task-status.ts';
import { findUnit } from '../../units/resolve.ts';
import type { Context } from '../context.ts';

const ALL_MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Open items of the year that say the same as a new task in nearly the same words, of the same lead. */
export async function alikeTasks(
  { deps: { db } }: Context,
  year: number,
  task: NewTask,
): Promise<PlanItem[]> {
  const leads: string[] = [];
  for (const name of task.leadUnits) {
    const unit = await findUnit(db, name);
    if (unit) leads.push(unit.id);
  }
  const items = (await listItems(db, year, ALL_MONTHS, leads)).filter((i) =>
    isReworded(i.content, task.content),
  );
  const reports = await findCurrentReports(
    db,
    items.map((i) => i.occurrenceId),
  );
  const isDone = ({ occurrenceId }: PlanItem) =>
    reports.some((r) => r.occurrenceId === occurrenceId && r.role === 'lead' && isReportedDone(r));
  return items.filter((i) => !isDone(i));
}
