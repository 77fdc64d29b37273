import type { Db } from '../db/db.ts';
import { listExempt } from '../matters/queries.ts';
import { listItems, listTaskUnits, type PlanItem } from '../plan/queries.ts';
import { findCurrentReports, type NamedReport } from '../progress/queries.ts';
import { countedStatus } from '../progress/task-status.ts';
import { listGroupMembers, listUnits, type UnitRow } from '../units/queries.ts';
import type { Line } from './summarise.ts';

/** The ledger of a period: lines for counting, and the items, reports and units behind them for showing. */
export type Ledger = {
  lines: Line[];
  items: Map<string, PlanItem>;
  reports: NamedReport[];
  units: Map<string, UnitRow>;
};

/** Reads what the figures of these months (1–12) of a year rest on; a group counts as its members. */
export async function loadLedger(db: Db, year: number, months: number[]): Promise<Ledger> {
  return ledgerOf(db, await listItems(db, year, months));
}

/** The same for these items, whatever their period. */
export async function ledgerOf(db: Db, items: PlanItem[]): Promise<Ledger> {
  const [shares, groups, reports, exempt, units] = await Promise.all([
    listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]),
    listGroupMembers(db),
    findCurrentReports(
      db,
      items.map((i) => i.occurrenceId),
    ),
    listExempt(db),
    listUnits(db),
  ]);
  const members = Map.groupBy(groups, (m) => m.groupId);
  const sharesOf = Map.groupBy(shares, (s) => s.taskId);
  const reportsOf = Map.groupBy(reports, (r) => r.occurrenceId);
  const freedOf = Map.groupBy(exempt, (e) => e.occurrenceId);
  const lines = items.map((item) => {
    const freed = new Set((freedOf.get(item.occurrenceId) ?? []).map((e) => e.unitId));
    const who = (role: 'lead' | 'coop') => [
      ...new Set(
        (sharesOf.get(item.taskId) ?? [])
          .filter((s) => s.role === role)
          .flatMap((s) => members.get(s.unitId)?.map((m) => m.unitId) ?? [s.unitId])
          .filter((unitId) => !freed.has(unitId)),
      ),
    ];
    const leads = who('lead');
    return {
      taskId: item.taskId,
      occurrenceId: item.occurrenceId,
      months: item.months,
      dueOn: item.dueOn,
      leads,
      coops: who('coop').filter((u) => !leads.includes(u)),
      reports: new Map(
        (reportsOf.get(item.occurrenceId) ?? []).map((r) => [r.unitId, countedStatus(r)] as const),
      ),
    };
  });
  return {
    lines,
    items: new Map(items.map((i) => [i.occurrenceId, i])),
    reports,
    units: new Map(units.map((u) => [u.id, u])),
  };
}
