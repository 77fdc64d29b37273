import type { Db } from '../db/db.ts';
import { listItems } from '../plan/item-queries.ts';
import { listTaskUnits } from '../plan/queries.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { countedStatus, taskStatus } from '../progress/task-status.ts';
import { listGroupMembers, listUnits } from '../units/queries.ts';

/** A month for the office's digest: how many items, done and in difficulty by their leads' word, and who is silent. */
export async function loadLedgerCounts(
  db: Db,
  year: number,
  month: number,
): Promise<{ total: number; done: number; blocked: number; silent: string[] }> {
  const items = await listItems(db, year, [month]);
  const reports = await findCurrentReports(
    db,
    items.map((i) => i.occurrenceId),
  );
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const byUnit = itemsByUnit(items, shares, await listGroupMembers(db));
  const statuses = items.map((i) =>
    taskStatus(
      reports
        .filter((r) => r.occurrenceId === i.occurrenceId && r.role === 'lead')
        .map(countedStatus),
    ),
  );
  const spoke = new Set(reports.map((r) => r.unitId));
  return {
    total: items.length,
    done: statuses.filter((s) => s === 'done').length,
    blocked: statuses.filter((s) => s === 'blocked').length,
    silent: (await listUnits(db))
      .filter((u) => u.kind === 'unit' && byUnit.has(u.id) && !spoke.has(u.id))
      .map((u) => u.name),
  };
}
