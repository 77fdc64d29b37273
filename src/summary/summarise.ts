import type { Day } from '../calendar/county-time.ts';
import type { Status } from '../progress/report.ts';
import { isOverdue, statusOfAll, type TaskStatus, taskStatus } from '../progress/task-status.ts';

/** One time a task falls due, with who shares in it and what they said last. */
export type Line = {
  taskId: string;
  occurrenceId: string;
  months: number[];
  dueOn: Day;
  leads: string[];
  coops: string[];
  /** 全年 or recurring: it is due in other months besides. */
  repeats?: true;
  /** The report that holds, by unit. */
  reports: Map<string, Status>;
  /** Until when the office has given more time, by unit. */
  granted?: Map<string, Day>;
  /** Of the year before, and still not done. */
  carried?: true;
};

/** How many tasks stand where. Counts add up to `total`; `overdue` counts across them; `rate` is done ÷ total, 0–1. */
export type Counts = {
  total: number;
  done: number;
  inProgress: number;
  notStarted: number;
  blocked: number;
  extension: number;
  /** Nobody who should has said anything: never progress. */
  noReport: number;
  overdue: number;
  rate: number | null;
};

export type Summary = Counts & {
  byUnit: { unitId: string; lead: Counts; coop: Counts }[];
  byMonth: (Counts & { month: number })[];
  /** Units with a share in the period that reported on none of it. */
  silentUnits: string[];
  /** How many units have a share in the period. */
  units: number;
  /** How many of the tasks are 全年 or recurring. */
  repeating: number;
};

/**
 * The figures of a period (CONTRACT section 5). County totals count each task once, by what its leads said; a unit's
 * cooperating parts are counted apart, by what the unit itself said. With `unitId` only tasks in which it shares count.
 * Pure.
 */
export function summarise(lines: Line[], months: number[], today: Day, unitId?: string): Summary {
  const shown = lines.filter(
    (l) =>
      l.months.some((m) => months.includes(m)) &&
      (!unitId || l.leads.includes(unitId) || l.coops.includes(unitId)),
  );
  const counted = unitId ? shown.filter((l) => l.leads.includes(unitId)) : shown;
  const leading = linesOf(shown, (l) => l.leads);
  const helping = linesOf(shown, (l) => l.coops);
  const unitIds = [...new Set(shown.flatMap((l) => [...l.leads, ...l.coops]))].filter(
    (u) => !unitId || u === unitId,
  );
  const byMonth = linesOf(counted, (l) => l.months);
  const spoke = new Set(
    shown.flatMap((l) => [...l.leads, ...l.coops].filter((u) => l.reports.has(u))),
  );
  return {
    ...countTasks(counted, today, leadStatus),
    byUnit: unitIds.map((unit) => ({
      unitId: unit,
      lead: countTasks(leading.get(unit) ?? [], today, leadStatus),
      coop: countTasks(helping.get(unit) ?? [], today, (l) => partStatus(l, unit)),
    })),
    byMonth: months.flatMap((month) => {
      const due = byMonth.get(month);
      return due ? [{ month, ...countTasks(due, today, leadStatus) }] : [];
    }),
    silentUnits: unitIds.filter((unit) => !spoke.has(unit)),
    units: unitIds.length,
    repeating: new Set(counted.flatMap((l) => (l.repeats ? [l.taskId] : []))).size,
  };
}

/** Lines by what they have several of: units, months. */
function linesOf<Key>(lines: Line[], keysOf: (line: Line) => Key[]): Map<Key, Line[]> {
  const result = new Map<Key, Line[]>();
  for (const line of lines)
    for (const key of keysOf(line)) {
      const known = result.get(key);
      if (known) known.push(line);
      else result.set(key, [line]);
    }
  return result;
}

/** How many tasks these are: one that recurs has a line each time. */
export const tasksIn = (lines: Line[]) => new Set(lines.map((l) => l.taskId)).size;

/** What the leads of one line said, taken together. */
export function leadStatus(line: Line): TaskStatus {
  return taskStatus(line.leads.flatMap((u) => line.reports.get(u) ?? []));
}

/** What one unit said of its own part. */
export function partStatus(line: Line, unitId: string): TaskStatus {
  return line.reports.get(unitId) ?? 'none';
}

/**
 * The cooperating units in difficulty where the leads do not say so themselves. Such a task stays counted by its leads'
 * word; whoever asks for difficulties is shown it besides.
 */
export function strugglingHelpers(line: Line): string[] {
  return leadStatus(line) === 'blocked'
    ? []
    : line.coops.filter((u) => partStatus(line, u) === 'blocked');
}

function countTasks(lines: Line[], today: Day, statusOf: (line: Line) => TaskStatus): Counts {
  const counts = { done: 0, in_progress: 0, not_started: 0, blocked: 0, extension: 0, none: 0 };
  let overdue = 0;
  const byTask = Map.groupBy(lines, (l) => l.taskId);
  for (const times of byTask.values()) {
    counts[statusOfAll(times.map(statusOf))]++;
    if (times.some((l) => isOverdue(statusOf(l), l.dueOn, today))) overdue++;
  }
  const total = byTask.size;
  return {
    total,
    done: counts.done,
    inProgress: counts.in_progress,
    notStarted: counts.not_started,
    blocked: counts.blocked,
    extension: counts.extension,
    noReport: counts.none,
    overdue,
    rate: total > 0 ? counts.done / total : null,
  };
}
