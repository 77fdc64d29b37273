import type { Db } from '../db/db.ts';
import {
  deleteTaskUnits,
  findTask,
  insertTaskUnits,
  listOccurrences,
  listTaskUnits,
  type OccurrenceRow,
  type TaskRow,
  type TaskUnitRow,
  updateOccurrence,
  updateTask,
} from './queries.ts';

/** The parts of a task that one change touches, as they were before it. */
export type TaskSnapshot = {
  taskId: string;
  task?: Partial<TaskRow>;
  units?: TaskUnitRow[];
  times?: Pick<OccurrenceRow, 'id' | 'months' | 'dueOn'>[];
};

/** What a change can touch: `text` its wording, `units` who shares in it, `times` when it falls due, `state`. */
export type TaskPart = 'text' | 'units' | 'times' | 'state';

/** Keeps these parts of a task; undefined when there is no such task. */
export async function snapshotTask(
  db: Db,
  taskId: string,
  parts: readonly TaskPart[],
): Promise<TaskSnapshot | undefined> {
  const task = await findTask(db, taskId);
  if (!task) return undefined;
  const { content, leadUnits, coopUnits, month, seq, startOn, dueOn, recurrence, state } = task;
  const has = (part: TaskPart) => parts.includes(part);
  return {
    taskId,
    task: {
      ...(has('text') ? { content } : {}),
      ...(has('units') ? { leadUnits, coopUnits } : {}),
      ...(has('times') ? { month, seq, startOn, dueOn, recurrence } : {}),
      ...(has('state') ? { state } : {}),
    },
    ...(has('units') ? { units: await listTaskUnits(db, [taskId]) } : {}),
    ...(has('times')
      ? {
          times: (await listOccurrences(db, taskId)).map(({ id, months, dueOn }) => ({
            id,
            months,
            dueOn,
          })),
        }
      : {}),
  };
}

/** Puts the kept parts back; what else has changed since stays. */
export async function restoreTask(db: Db, kept: TaskSnapshot): Promise<void> {
  const { taskId, task, units, times } = kept;
  if (task && Object.keys(task).length > 0) await updateTask(db, taskId, task);
  if (units) {
    await deleteTaskUnits(db, taskId);
    await insertTaskUnits(db, units);
  }
  if (!times) return;
  for (const { id, months, dueOn } of times) await updateOccurrence(db, id, { months, dueOn });
  const known = new Set(times.map((t) => t.id));
  // Hidden, not deleted: a report may stand on it.
  for (const added of await listOccurrences(db, taskId))
    if (!known.has(added.id))
      await updateOccurrence(db, added.id, { months: [], dueOn: added.dueOn });
}
