import type { OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import { findPlansOfYear, listOccurrences, listTasks, updateOccurrence } from './queries.ts';
import { scheduleTask } from './schedule.ts';

/**
 * After the calendar has changed: what was due on the last working day of its month is due on the one it has now. A day
 * that the document or the office named stays. Returns how many due days moved.
 */
export async function recountDue(
  db: Db,
  years: number[],
  before: OwnDays,
  now: OwnDays,
): Promise<number> {
  let moved = 0;
  for (const year of years)
    for (const plan of await findPlansOfYear(db, year))
      for (const task of await listTasks(db, plan.id)) {
        const old = scheduleTask(task, year, before);
        const fresh = scheduleTask(task, year, now);
        if (old.every((s, no) => s.dueOn === fresh[no]?.dueOn)) continue;
        for (const { id, no, months, dueOn } of await listOccurrences(db, task.id)) {
          const to = fresh[no]?.dueOn;
          if (!to || dueOn !== old[no]?.dueOn || dueOn === to) continue;
          await updateOccurrence(db, id, { months, dueOn: to });
          moved++;
        }
      }
  return moved;
}
