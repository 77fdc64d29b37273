import type { Day } from '../calendar/county-time.ts';
import { isOverdue, type TaskStatus } from '../progress/task-status.ts';
import type { Figures, Ledger } from '../summary/load.ts';
import { type Line, leadStatus, partStatus, strugglingHelpers } from '../summary/summarise.ts';
import { byTopic } from './by-topic.ts';
import type { ProgressQuery } from './intent.ts';

/** The tasks a question is about, and where each stands for who is asked about. */
export type Picked = {
  lines: Line[];
  statusOf: (line: Line) => TaskStatus;
  /** The unit whose own part of others' task counts; undefined where the leads' word does. */
  partOf: (line: Line) => string | undefined;
  /** The day until which the office has given more time for what is not done. */
  grantedOn: (line: Line) => Day | undefined;
  /** No task has the words that were asked for; these share some of them. */
  isNear: boolean;
};

/** Filters by unit, role, status, days and topic. A single unit is shown its part of what others lead; among difficulties stand those
 * of cooperating units too. Pure. */
export function pickLines(
  ledger: Ledger,
  query: Pick<
    ProgressQuery,
    'role' | 'status' | 'window' | 'open' | 'topic' | 'longest' | 'limit' | 'except'
  >,
  unitIds: string[],
  today: Day,
): Picked {
  const isAsked = (u: string) => unitIds.length === 0 || unitIds.includes(u);
  const partOf = (l: Line) =>
    unitIds.find((u) => unitIds.length === 1 && !l.leads.includes(u)) ??
    (query.status === 'blocked' && query.role !== 'lead'
      ? strugglingHelpers(l).find(isAsked)
      : undefined);
  const statusOf = (l: Line) => {
    const unit = partOf(l);
    return unit ? partStatus(l, unit) : leadStatus(l);
  };
  const grantedOn = (l: Line) => {
    const unit = partOf(l);
    const days = (unit ? [unit] : l.leads).flatMap((u) => l.granted?.get(u) ?? []);
    return statusOf(l) === 'done' ? undefined : days.toSorted().at(-1);
  };
  const shares = isAbout(ledger, query, unitIds);
  const fits = (l: Line): boolean => {
    const status = statusOf(l);
    if (query.open && status === 'done') return false;
    switch (query.status) {
      case null:
        return true;
      case 'not_done':
        return status !== 'done';
      case 'overdue':
        return isOverdue(status, l.dueOn, today);
      case 'no_report':
        return status === 'none';
      case 'extension':
        return status === 'extension' || grantedOn(l) !== undefined;
      default:
        return status === query.status;
    }
  };
  const inWindow = (l: Line) =>
    !query.window || (l.dueOn >= query.window.from && l.dueOn <= query.window.to);
  const topical = byTopic(ledger, query.topic);
  const found = ledger.lines.filter((l) => shares(l) && fits(l) && inWindow(l) && topical.fits(l));
  const lines = query.longest ? found.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) : found;
  return {
    lines: query.longest && query.limit ? lines.slice(0, query.limit) : lines,
    statusOf,
    partOf,
    grantedOn,
    isNear: topical.isNear,
  };
}

/**
 * Whether a line is of these units (none: of all), and somebody else's than of those that are left out: 去掉开发区 leaves what
 * it leads together with others.
 */
export function isAbout(
  ledger: Pick<Figures, 'units'>,
  { role, except = [] }: Pick<ProgressQuery, 'role' | 'except'>,
  unitIds: string[],
): (line: Line) => boolean {
  const out = idsOf(ledger, except);
  return (l) => {
    if (unitIds.length > 0) return sharesOf(l, role).some((u) => unitIds.includes(u));
    const own = role === 'coop' ? l.coops : l.leads;
    return own.length === 0 || own.some((u) => !out.includes(u));
  };
}

/** The units that lead, that help, or both. */
function sharesOf(line: Line, role: ProgressQuery['role']): string[] {
  if (role) return role === 'lead' ? line.leads : line.coops;
  return [...line.leads, ...line.coops];
}

/** Ids of the units with these names, in the order of the names. */
export function idsOf(ledger: Pick<Figures, 'units'>, names: string[]): string[] {
  return names.flatMap((name) => [...ledger.units.values()].find((u) => u.name === name)?.id ?? []);
}
