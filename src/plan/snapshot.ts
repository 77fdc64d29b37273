import { isDeepStrictEqual } from 'node:util';
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

type Time = Pick<OccurrenceRow, 'id' | 'months' | 'dueOn'>;

/** The parts of a task that one change touches, as they were before it or as it left them. */
export type TaskSnapshot = {
  taskId: string;
  task?: Partial<TaskRow>;
  units?: TaskUnitRow[];
  /** All its times; one that is added after them goes when they come back. */
  times?: Time[];
  /** One of its times, where the change touches no other. */
  time?: Time;
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
  const {
    content,
    title,
    goal,
    milestones,
    leadUnits,
    coopUnits,
    month,
    seq,
    startOn,
    dueOn,
    recurrence,
    state,
  } = task;
  const has = (part: TaskPart) => parts.includes(part);
  return {
    taskId,
    task: {
      ...(has('text') ? { content, title, goal, milestones } : {}),
      ...(has('units') ? { leadUnits, coopUnits } : {}),
      ...(has('times') ? { month, seq, startOn, dueOn, recurrence } : {}),
      ...(has('state') ? { state } : {}),
    },
    ...(has('units') ? { units: await listTaskUnits(db, [taskId]) } : {}),
    ...(has('times')
      ? {
          times: await timesOf(db, taskId),
        }
      : {}),
  };
}

const timesOf = async (db: Db, taskId: string): Promise<Time[]> =>
  (await listOccurrences(db, taskId)).map(({ id, months, dueOn }) => ({ id, months, dueOn }));

/** The parts that `kept` holds, as they are now. */
export async function samePartsNow(db: Db, kept: TaskSnapshot): Promise<TaskSnapshot> {
  const { taskId, task, units, times, time } = kept;
  const now = task && (await findTask(db, taskId));
  const all = times || time ? await timesOf(db, taskId) : [];
  const one = all.find((t) => t.id === time?.id);
  return {
    taskId,
    ...(now
      ? { task: Object.fromEntries(Object.entries(now).filter(([key]) => key in task)) }
      : {}),
    ...(units ? { units: await listTaskUnits(db, [taskId]) } : {}),
    ...(times ? { times: all } : {}),
    ...(one ? { time: one } : {}),
  };
}

/** Whether a task still is as a change left it. */
export const isAsLeft = async (db: Db, left: TaskSnapshot): Promise<boolean> =>
  isDeepStrictEqual(await samePartsNow(db, left), left);

/** Puts the kept parts back; what else has changed since stays. */
export async function restoreTask(db: Db, kept: TaskSnapshot): Promise<void> {
  const { taskId, task, units, times, time } = kept;
  if (task && Object.keys(task).length > 0) await updateTask(db, taskId, task);
  if (units) {
    await deleteTaskUnits(db, taskId);
    await insertTaskUnits(db, units);
  }
  if (time) await updateOccurrence(db, time.id, time);
  if (!times) return;
  for (const { id, months, dueOn } of times) await updateOccurrence(db, id, { months, dueOn });
  const known = new Set(times.map((t) => t.id));
  // Hidden, not deleted: a report may stand on it.
  for (const added of await listOccurrences(db, taskId))
    if (!known.has(added.id))
      await updateOccurrence(db, added.id, { months: [], dueOn: added.dueOn });
}
