import { insertChange } from '../audit/queries.ts';
import { type Act, recordAudit } from '../audit/record.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { insertReports, type ReportRow, withdrawBatch } from './queries.ts';
import type { Status } from './report.ts';

/** One item of what a unit reported. */
export type ReportItem = {
  occurrenceId: string;
  role: 'lead' | 'coop';
  status: Status;
  /** 0–100, only where the person gave a number. */
  percent?: number;
  eta?: Day;
  note?: string;
  /** Where the office has to decide on it: `waiting` until then. */
  decision?: 'waiting';
};

/**
 * Stores what a unit reported, as one batch that 撤销 takes back whole, with its audit row. The caller has checked that
 * the person works for the unit and that the unit has a share in each item.
 */
export async function recordReports(
  db: Db,
  act: Act,
  input: {
    unitId: string;
    via: 'card' | 'text' | 'office';
    source?: string;
    amends?: string;
    items: ReportItem[];
  },
  newId: () => string,
): Promise<{ batchId: string }> {
  const batchId = newId();
  await insertReports(
    db,
    input.items.map((item, no) => ({
      id: newId(),
      batchId,
      occurrenceId: item.occurrenceId,
      unitId: input.unitId,
      role: item.role,
      status: item.status,
      percent: item.percent ?? null,
      eta: item.eta ?? null,
      note: item.note ?? '',
      decision: item.decision ?? null,
      via: input.via,
      source: input.source ?? null,
      amends: input.amends ?? null,
      messageId: act.messageId ?? null,
      reportedBy: act.actor,
      reportedAt: act.at,
      no,
    })),
  );
  await insertChange(db, act, { id: batchId, kind: 'report', data: { batchId } });
  await recordAudit(db, act, 'report.recorded', `unit:${input.unitId}`, {
    batchId,
    via: input.via,
    ...(input.amends ? { amends: input.amends } : {}),
    items: input.items.map((i) => ({ occurrenceId: i.occurrenceId, status: i.status })),
  });
  return { batchId };
}

/** Takes a batch back: what held before holds again. Returns what was withdrawn, none when it was before. */
export async function withdrawReports(
  db: Db,
  act: Act,
  batchId: string,
): Promise<{ unitId: string; rows: ReportRow[] } | undefined> {
  const rows = await withdrawBatch(db, batchId, act.at, act.actor);
  const [first] = rows;
  if (!first) return undefined;
  await recordAudit(db, act, 'report.withdrawn', `unit:${first.unitId}`, { batchId });
  return { unitId: first.unitId, rows };
}
