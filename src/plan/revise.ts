import type { Db } from '../db/db.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { type PlanDiff, taskKey } from './diff.ts';
import {
  deleteTaskUnits,
  insertOccurrences,
  insertTaskUnits,
  listOccurrences,
  listTasks,
  type PlanRow,
  type TaskRow,
  updateOccurrence,
  updatePlanSource,
  updateTask,
} from './queries.ts';
import { scheduleTask } from './schedule.ts';
import { restoreTask, snapshotTask, type TaskSnapshot } from './snapshot.ts';
import { addTasks, ensureUnits, shares } from './store-tasks.ts';

/** What a revision did, and what takes it back. */
export type Revision = {
  planId: string;
  /** The document that the plan had before and has now. */
  source: Pick<PlanRow, 'digest' | 'fileName' | 'title'>;
  digest: string;
  /** Tasks that are new, in the plan's order. */
  added: string[];
  changed: { taskId: string; before: TaskSnapshot }[];
  /** With the state each had before. */
  withdrawn: { taskId: string; state: TaskRow['state'] }[];
  /** Where every task that stayed stood in the document before. */
  places: { taskId: string; position: number; seq: number; source: TaskRow['source'] }[];
};

/** What a document no longer says is taken from the task. */
const NAMELESS = { title: null, goal: null, milestones: null };

/**
 * Applies a confirmed diff. A task keeps its id and its occurrences theirs, so every report made on it survives; a
 * withdrawn task stays in the ledger with that state, and is the same task again when a document brings it back.
 */
export async function applyDiff(
  db: Db,
  plan: PlanRow,
  diff: PlanDiff<TaskRow>,
  now: Revision['source'],
  newId: () => string,
): Promise<Revision> {
  const own = await loadOwnDays(db);
  const { digest, fileName, title } = plan;
  const revision: Revision = {
    planId: plan.id,
    source: { digest, fileName, title },
    digest: now.digest,
    added: [],
    changed: [],
    withdrawn: diff.withdrawn.map((t) => ({ taskId: t.id, state: t.state })),
    places: [...diff.same, ...diff.changed].map(({ old }) => ({
      taskId: old.id,
      position: old.position,
      seq: old.seq,
      source: old.source,
    })),
  };
  for (const { old, now: task, position } of diff.same)
    await updateTask(db, old.id, { position, seq: task.seq, source: task.source });
  const unitIds = await ensureUnits(
    db,
    [...diff.changed, ...diff.added].map((c) => c.now),
    newId,
  );
  for (const { old, now: task, position, what } of diff.changed) {
    const before = await snapshotTask(db, old.id, ['text', 'units', 'times']);
    if (before) revision.changed.push({ taskId: old.id, before });
    await updateTask(db, old.id, { ...NAMELESS, ...task, position });
    if (what.includes('lead') || what.includes('coop')) {
      await deleteTaskUnits(db, old.id);
      await insertTaskUnits(db, shares(old.id, task, unitIds));
    }
    if (what.includes('month') || what.includes('due'))
      await reschedule(db, old.id, scheduleTask(task, plan.year, own), newId);
  }
  const gone = (await listTasks(db, plan.id)).filter(
    (t) => t.state === 'withdrawn' && t.origin === 'document',
  );
  const isNew = [];
  for (const one of diff.added) {
    const at = gone.findIndex((t) => taskKey(t.content) === taskKey(one.now.content));
    const [back] = at < 0 ? [] : gone.splice(at, 1);
    if (!back) isNew.push(one);
    else {
      await updateTask(db, back.id, {
        ...NAMELESS,
        ...one.now,
        position: one.position,
        state: 'active',
      });
      await deleteTaskUnits(db, back.id);
      await insertTaskUnits(db, shares(back.id, one.now, unitIds));
      await reschedule(db, back.id, scheduleTask(one.now, plan.year, own), newId);
      revision.added.push(back.id);
    }
  }
  revision.added.push(...(await addTasks(db, plan, isNew, newId)));
  for (const old of diff.withdrawn) await updateTask(db, old.id, { state: 'withdrawn' });
  await updatePlanSource(db, plan.id, now);
  return revision;
}

/** Brings the plan back to what it was before a revision; what was reported since on any of its tasks stays. */
export async function takeBackRevision(db: Db, revision: Revision): Promise<void> {
  for (const { before } of revision.changed) await restoreTask(db, before);
  for (const { taskId, ...place } of revision.places) await updateTask(db, taskId, place);
  for (const { taskId, state } of revision.withdrawn) await updateTask(db, taskId, { state });
  for (const taskId of revision.added) await updateTask(db, taskId, { state: 'withdrawn' });
  await updatePlanSource(db, revision.planId, revision.source);
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
