import type { Day } from '../calendar/county-time.ts';
import type { Status } from './report.ts';

/** Where an item stands for the county: what its leads said, taken together. */
export type TaskStatus = Status | 'none';

/**
 * What tasks can be asked for by: `not_done` is everything but done; `no_report` are those of it of which nothing has
 * been heard.
 */
export const ASKED_STATUSES = [
  'done',
  'not_done',
  'overdue',
  'blocked',
  'extension',
  'not_started',
  'in_progress',
  'no_report',
] as const;

export type AskedStatus = (typeof ASKED_STATUSES)[number];

/** The louder word wins while a task is not done: a lead in difficulty must not vanish behind one in progress. */
const LOUDEST: Status[] = ['blocked', 'extension', 'in_progress', 'not_started'];

/**
 * A task is done when a lead unit reported it done and no other lead says otherwise (CONTRACT section 5); a silent lead
 * says nothing. `none`: no lead has reported, and silence is never progress.
 */
export function taskStatus(leadReports: Status[]): TaskStatus {
  if (leadReports.length === 0) return 'none';
  return LOUDEST.find((s) => leadReports.includes(s)) ?? 'done';
}

/**
 * What a report counts as. A completion on which the office has not agreed, or which it returned, is work in progress;
 * a request for time that has been answered is no open request any more.
 */
export function countedStatus(report: {
  status: Status;
  decision: 'waiting' | 'agreed' | 'refused' | null;
}): Status {
  const { status, decision } = report;
  if (status === 'done') return decision === null || decision === 'agreed' ? 'done' : 'in_progress';
  if (status === 'extension') return decision === 'waiting' ? 'extension' : 'in_progress';
  return status;
}

/** Said to be done and not returned by the office: nothing is asked about it any more, though it may await its review. */
export function isReportedDone(report: {
  status: TaskStatus;
  decision?: 'waiting' | 'agreed' | 'refused' | null;
}): boolean {
  return report.status === 'done' && report.decision !== 'refused';
}

/** Not done, and its day has passed: overdue from the day after (CONTRACT section 5). */
export function isOverdue(status: TaskStatus, dueOn: Day, today: Day): boolean {
  return status !== 'done' && dueOn < today;
}

/** A task that recurs is done in a period when each of its times in it is; else the loudest open word counts. */
export function statusOfAll(statuses: TaskStatus[]): TaskStatus {
  const open: TaskStatus[] = statuses.filter((s) => s !== 'done');
  if (open.length === 0) return statuses.length === 0 ? 'none' : 'done';
  const spoken = LOUDEST.find((s) => open.includes(s));
  if (spoken) return spoken;
  // Some times done, the others silent: work is under way, the task is not done.
  return open.length < statuses.length ? 'in_progress' : 'none';
}
