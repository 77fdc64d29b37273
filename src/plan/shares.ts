import type { Db } from '../db/db.ts';
import {
  deleteTaskUnits,
  findTask,
  insertTaskUnits,
  listTaskUnits,
  type TaskUnitRow,
  updateTask,
} from './queries.ts';

type Named = { id: string; name: string };

/**
 * Gives a unit's own share in a task to another unit, or to nobody; the name as written is replaced where it stood, the
 * others stay. False when the unit has no share of its own (it may have one through a group).
 */
export async function passShare(
  db: Db,
  taskId: string,
  from: string,
  to: Named | undefined,
): Promise<boolean> {
  const task = await findTask(db, taskId);
  const rows = await listTaskUnits(db, [taskId]);
  const old = rows.find((r) => r.unitId === from);
  if (!task || !old) return false;
  const written = [...task.leadUnits, ...task.coopUnits].map((name, position) => ({
    name,
    role: position < task.leadUnits.length ? ('lead' as const) : ('coop' as const),
    row: rows.find((r) => r.position === position),
  }));
  const kept = written.flatMap((w) => {
    if (w.row?.unitId === from) return to ? [{ ...w, name: to.name, unitId: to.id }] : [];
    // Who takes the lead over no longer only cooperates.
    if (to && w.row?.unitId === to.id) return [];
    return [{ ...w, unitId: w.row?.unitId }];
  });
  const ordered = [
    ...kept.filter((k) => k.role === 'lead'),
    ...kept.filter((k) => k.role === 'coop'),
  ];
  await updateTask(db, taskId, {
    leadUnits: ordered.filter((k) => k.role === 'lead').map((k) => k.name),
    coopUnits: ordered.filter((k) => k.role === 'coop').map((k) => k.name),
  });
  await deleteTaskUnits(db, taskId);
  await insertTaskUnits(
    db,
    ordered.flatMap(({ unitId, role }, position): TaskUnitRow[] =>
      unitId ? [{ taskId, unitId, role, position }] : [],
    ),
  );
  return true;
}

/** Writes who leads and who cooperates; names as the office wrote them, in order. */
export async function setShares(
  db: Db,
  taskId: string,
  shares: { lead: Named[]; coop: Named[] },
): Promise<void> {
  await updateTask(db, taskId, {
    leadUnits: shares.lead.map((u) => u.name),
    coopUnits: shares.coop.map((u) => u.name),
  });
  const seen = new Set<string>();
  const rows = [
    ...shares.lead.map((u) => ({ ...u, role: 'lead' as const })),
    ...shares.coop.map((u) => ({ ...u, role: 'coop' as const })),
  ].flatMap(({ id, role }, position): TaskUnitRow[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ taskId, unitId: id, role, position }];
  });
  await deleteTaskUnits(db, taskId);
  await insertTaskUnits(db, rows);
}
