import type { Db } from '../db/db.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import type { PlanDiff } from './diff.ts';
import {
  deleteTaskUnits,
  insertOccurrences,
  insertTaskUnits,
  listOccurrences,
  type TaskRow,
  updateOccurrence,
  updateTask,
} from './queries.ts';
import { scheduleTask } from './schedule.ts';
import { addTasks, ensureUnits, shares } from './store-tasks.ts';

/**
 * Applies a confirmed diff. A task keeps its id and its occurrences theirs, so every report made on it survives; a
 * withdrawn task stays in the ledger with that state.
 */
export async function applyDiff(
  db: Db,
  plan: { id: string; year: number },
  diff: PlanDiff<TaskRow>,
  newId: () => string,
): Promise<void> {
  const own = await loadOwnDays(db);
  for (const { old, now, position } of diff.same)
    await updateTask(db, old.id, { position, seq: now.seq, source: now.source });
  const unitIds = await ensureUnits(
    db,
    diff.changed.map((c) => c.now),
    newId,
  );
  for (const { old, now, position, what } of diff.changed) {
    await updateTask(db, old.id, { ...now, position });
    if (what.includes('lead') || what.includes('coop')) {
      await deleteTaskUnits(db, old.id);
      await insertTaskUnits(db, shares(old.id, now, unitIds));
    }
    if (what.includes('month') || what.includes('due'))
      await reschedule(db, old.id, scheduleTask(now, plan.year, own), newId);
  }
  await addTasks(db, plan, diff.added, newId);
  for (const old of diff.withdrawn) await updateTask(db, old.id, { state: 'withdrawn' });
}

async function reschedule(
  db: Db,
  taskId: string,
  schedule: { months: number[]; dueOn: string }[],
  newId: () => string,
): Promise<void> {
  const old = await listOccurrences(db, taskId);
  for (const [no, s] of schedule.entries()) {
    const known = old[no];
    if (known) await updateOccurrence(db, known.id, s);
    else await insertOccurrences(db, [{ id: newId(), taskId, no, ...s }]);
  }
  // What no longer recurs is hidden, not deleted: a report may stand on it.
  for (const extra of old.slice(schedule.length))
    await updateOccurrence(db, extra.id, { months: [], dueOn: extra.dueOn });
}
