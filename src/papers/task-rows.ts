import type { Day } from '../calendar/county-time.ts';
import type { NamedReport } from '../progress/queries.ts';
import { isOverdue, statusOfAll, type TaskStatus } from '../progress/task-status.ts';
import type { Ledger } from '../summary/load.ts';
import { type Line, leadStatus } from '../summary/summarise.ts';
import { wordsBehind } from '../summary/words-behind.ts';

/** One task of a ledger with where it stands. */
export type TaskRow = {
  /** Month of the plan; null for a task without one. */
  month: number | null;
  seq: number;
  content: string;
  /** As the plan writes them. */
  leadUnits: string[];
  coopUnits: string[];
  /** Of a task that recurs: its first day that is not done, else its last one. */
  dueOn: Day;
  status: TaskStatus;
  /** 100 when done, else what the leads gave last; null when nobody gave any. */
  percent: number | null;
  overdue: boolean;
  /** The words behind the state; `asCoop`: of a unit that only helps. */
  last: {
    unit: string;
    asCoop: boolean;
    reporter: string;
    at: Date;
    status: TaskStatus;
    note: string;
  } | null;
  /** What a lead said last: what stands for the whole task; a cooperating unit's word never does. */
  ledBy: TaskRow['last'];
  /** Names of the files that units sent as evidence, where the ledger has them. */
  files: string[];
};

/** One row per task of the period, in the order of the plan; `statusOf` says where a line stands. Pure. */
export function taskRows(
  ledger: Ledger,
  today: Day,
  statusOf: (line: Line) => TaskStatus = leadStatus,
): TaskRow[] {
  const reportsOf = Map.groupBy(ledger.reports, (r) => r.occurrenceId);
  return [...Map.groupBy(ledger.lines, (l) => l.taskId).values()].flatMap((times) => {
    const item = ledger.items.get(times[0]?.occurrenceId ?? '');
    const due = times.find((l) => statusOf(l) !== 'done') ?? times.at(-1);
    if (!item || !due) return [];
    const status = statusOfAll(times.map(statusOf));
    const reports = times
      .flatMap((l) => reportsOf.get(l.occurrenceId) ?? [])
      .sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime() || b.no - a.no);
    const { month, seq, content, leadUnits, coopUnits } = item;
    return [
      {
        month,
        seq,
        content,
        leadUnits,
        coopUnits,
        dueOn: due.dueOn,
        status,
        percent: status === 'done' ? 100 : leadPercent(due, reportsOf.get(due.occurrenceId) ?? []),
        overdue: times.some((l) => isOverdue(statusOf(l), l.dueOn, today)),
        last: lastWords(
          ledger,
          wordsBehind(due, reportsOf.get(due.occurrenceId) ?? reports, statusOf(due)),
        ),
        ledBy: lastWords(
          ledger,
          reports.find((r) => due.leads.includes(r.unitId)),
        ),
        files: [...new Set(reports.flatMap((r) => r.files ?? []).map((f) => f.name))],
      },
    ];
  });
}

/** Of several leads the one that is least far: a task is as far as its slowest part. */
function leadPercent(line: Line, reports: NamedReport[]): number | null {
  const given = reports
    .filter((r) => line.leads.includes(r.unitId))
    .flatMap((r) => r.percent ?? []);
  return given.length > 0 ? Math.min(...given) : null;
}

function lastWords(ledger: Ledger, report: NamedReport | undefined): TaskRow['last'] {
  if (!report) return null;
  return {
    unit: ledger.units.get(report.unitId)?.name ?? '',
    asCoop: report.role === 'coop',
    reporter: report.reporter,
    at: report.reportedAt,
    status: report.status,
    note: report.note,
  };
}
