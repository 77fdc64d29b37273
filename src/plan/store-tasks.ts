import type { Db } from '../db/db.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { ensureUnit } from '../units/resolve.ts';
import type { ParsedTask } from './plan.ts';
import { insertOccurrences, insertTasks, insertTaskUnits, type TaskUnitRow } from './queries.ts';
import { scheduleTask } from './schedule.ts';

/** Stores tasks with their units and due times; returns their ids. */
export async function addTasks(
  db: Db,
  plan: { id: string; year: number },
  list: { now: ParsedTask; position: number; origin?: 'document' | 'office' }[],
  newId: () => string,
): Promise<string[]> {
  const own = await loadOwnDays(db);
  const unitIds = await ensureUnits(
    db,
    list.map((t) => t.now),
    newId,
  );
  const rows = list.map(({ now, position, origin = 'document' }) => ({
    id: newId(),
    planId: plan.id,
    position,
    origin,
    ...now,
  }));
  await insertTasks(db, rows);
  await insertTaskUnits(
    db,
    rows.flatMap((t) => shares(t.id, t, unitIds)),
  );
  await insertOccurrences(
    db,
    rows.flatMap((t) =>
      scheduleTask(t, plan.year, own).map((s, no) => ({ id: newId(), taskId: t.id, no, ...s })),
    ),
  );
  return rows.map((t) => t.id);
}

/** Every unit the tasks name, by the name as written; unknown ones are made. */
export async function ensureUnits(
  db: Db,
  list: ParsedTask[],
  newId: () => string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of new Set(list.flatMap((t) => [...t.leadUnits, ...t.coopUnits])))
    ids.set(name, (await ensureUnit(db, name, newId)).id);
  return ids;
}

/** A task's units: a unit written both as lead and as cooperating is a lead. */
export function shares(
  taskId: string,
  task: Pick<ParsedTask, 'leadUnits' | 'coopUnits'>,
  unitIds: Map<string, string>,
): TaskUnitRow[] {
  const seen = new Set<string>();
  const named = [
    ...task.leadUnits.map((name) => ({ name, role: 'lead' as const })),
    ...task.coopUnits.map((name) => ({ name, role: 'coop' as const })),
  ];
  return named.flatMap(({ name, role }, position) => {
    const unitId = unitIds.get(name);
    if (!unitId || seen.has(unitId)) return [];
    seen.add(unitId);
    return [{ taskId, unitId, role, position }];
  });
}
