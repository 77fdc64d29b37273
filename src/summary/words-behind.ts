import type { NamedReport } from '../progress/queries.ts';
import { countedStatus, type TaskStatus } from '../progress/task-status.ts';
import { type Line, leadStatus, strugglingHelpers } from './summarise.ts';

/**
 * The newest words behind a task's state: those of a lead who is in it, of whoever else's part is where the state is not the
 * leads', then of any lead. A cooperating unit's words stand only where no lead has spoken. `reports`: of this time of it. Pure.
 */
export function wordsBehind(
  line: Line,
  reports: NamedReport[],
  status: TaskStatus = leadStatus(line),
): NamedReport | undefined {
  const newest = reports.toSorted(
    (a, b) => b.reportedAt.getTime() - a.reportedAt.getTime() || b.no - a.no,
  );
  const isLead = (r: NamedReport) => line.leads.includes(r.unitId);
  const isIn = (r: NamedReport) => countedStatus(r) === status;
  return (
    newest.find((r) => isLead(r) && isIn(r)) ??
    (status === leadStatus(line) ? undefined : newest.find(isIn)) ??
    newest.find(isLead) ??
    newest[0]
  );
}

/** What was said of a difficulty or a wish for time: by the cooperating unit whose difficulty it is, else by the lead in it. Pure. */
export function reasonBehind(line: Line, reports: NamedReport[]): string {
  const [helper] = strugglingHelpers(line);
  const ofTask = reports.filter((r) => r.occurrenceId === line.occurrenceId && r.note);
  const own = ofTask.filter((r) => (helper ? r.unitId === helper : line.leads.includes(r.unitId)));
  return wordsBehind(line, own)?.note ?? '';
}
