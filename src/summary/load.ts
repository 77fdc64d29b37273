import type { Db } from '../db/db.ts';
import { listGranted } from '../matters/granted-queries.ts';
import { listExempt } from '../matters/queries.ts';
import {
  findItems,
  type ItemDue,
  listItems,
  listItemsDue,
  type PlanItem,
} from '../plan/item-queries.ts';
import { listTaskUnits } from '../plan/queries.ts';
import {
  findCurrentReports,
  findStanding,
  type NamedReport,
  type Standing,
  withFiles,
  withForecasts,
} from '../progress/queries.ts';
import { countedStatus } from '../progress/task-status.ts';
import { listGroupMembers, listUnits, type UnitRow } from '../units/queries.ts';
import { standsFor } from '../units/stands-for.ts';
import { type Line, leadStatus } from './summarise.ts';

/** What figures are counted from, and the units they are of, in their order. */
export type Figures = { lines: Line[]; units: Map<string, UnitRow> };

/** The ledger of a period: lines for counting, and the items and reports behind them for showing. */
export type Ledger = Figures & { items: Map<string, PlanItem>; reports: NamedReport[] };

/** Reads what the figures of these months (1–12) of a year rest on, without a text; a group counts as its members. */
export async function loadFigures(db: Db, year: number, months: number[]): Promise<Figures> {
  const items = await listItemsDue(db, year, months);
  const reports = findStanding(
    db,
    items.map((i) => i.occurrenceId),
  );
  return figuresOf(db, items, reports);
}

/** The same with what stands behind the figures. */
export async function loadLedger(db: Db, year: number, months: number[]): Promise<Ledger> {
  return ledgerOf(db, await listItems(db, year, months));
}

/** The same with what of the year before is still not done: `carried` on its lines. */
export async function withOpenOfYearBefore(db: Db, ledger: Ledger, year: number): Promise<Ledger> {
  const before = await loadLedger(db, year - 1, ALL_MONTHS);
  const known = new Set(ledger.lines.map((l) => l.occurrenceId));
  const open = before.lines.filter((l) => leadStatus(l) !== 'done' && !known.has(l.occurrenceId));
  return {
    ...ledger,
    lines: [...open.map((l) => ({ ...l, carried: true as const })), ...ledger.lines],
    items: new Map([...before.items, ...ledger.items]),
    reports: [...before.reports, ...ledger.reports],
  };
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The same ledger with the files that were sent with its reports. */
export async function withEvidence(db: Db, ledger: Ledger): Promise<Ledger> {
  return { ...ledger, reports: await withFiles(db, ledger.reports) };
}

/** The ledger of these items, whatever their period. */
export async function ledgerOf(db: Db, items: PlanItem[]): Promise<Ledger> {
  const current = await findCurrentReports(
    db,
    items.map((i) => i.occurrenceId),
  );
  const reports = await withForecasts(db, current);
  return {
    ...(await figuresOf(db, items, reports)),
    items: new Map(items.map((i) => [i.occurrenceId, i])),
    reports,
  };
}

async function figuresOf(
  db: Db,
  items: ItemDue[],
  said: Standing[] | Promise<Standing[]>,
): Promise<Figures> {
  const [shares, groups, reports, exempt, granted, units] = await Promise.all([
    listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]),
    listGroupMembers(db),
    said,
    listExempt(db),
    listGranted(db),
    listUnits(db),
  ]);
  // Who stands behind an open group is for the office to decide; until then nobody is behind with it.
  const open = new Set(units.filter((u) => u.kind === 'group').map((u) => u.id));
  const members = standsFor(groups);
  const sharesOf = Map.groupBy(shares, (s) => s.taskId);
  const reportsOf = Map.groupBy(reports, (r) => r.occurrenceId);
  const grantedOf = Map.groupBy(granted, (g) => g.occurrenceId);
  const freedOf = Map.groupBy(exempt, (e) => e.occurrenceId);
  const lines = items.map((item) => {
    const freed = new Set((freedOf.get(item.occurrenceId) ?? []).map((e) => e.unitId));
    const who = (role: 'lead' | 'coop') => [
      ...new Set(
        (sharesOf.get(item.taskId) ?? [])
          .filter((s) => s.role === role)
          .flatMap((s) => members(s.unitId))
          .filter((unitId) => !freed.has(unitId) && !open.has(unitId)),
      ),
    ];
    const leads = who('lead');
    return {
      taskId: item.taskId,
      occurrenceId: item.occurrenceId,
      months: item.months,
      dueOn: item.dueOn,
      ...(item.recurrence || item.months.length > 1 ? { repeats: true as const } : {}),
      leads,
      granted: new Map(
        (grantedOf.get(item.occurrenceId) ?? []).map((g) => [g.unitId, g.grantedOn] as const),
      ),
      coops: who('coop').filter((u) => !leads.includes(u)),
      reports: new Map(
        (reportsOf.get(item.occurrenceId) ?? []).map((r) => [r.unitId, countedStatus(r)] as const),
      ),
    };
  });
  return { lines, units: new Map(units.map((u) => [u.id, u])) };
}

/** The items behind some lines, with everything that stands on them. */
export async function loadBehind(db: Db, lines: Line[]): Promise<Ledger> {
  return ledgerOf(
    db,
    await findItems(
      db,
      lines.map((l) => l.occurrenceId),
    ),
  );
}
