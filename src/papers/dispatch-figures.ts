import { type Day, dayOf, lastDayOfMonth, makeDay } from '../calendar/county-time.ts';
import { standingOf } from '../instructions/instruction.ts';
import type { Instruction } from '../instructions/queries.ts';
import type { PlanItem } from '../plan/item-queries.ts';
import type { NamedProblem } from '../problems/queries.ts';
import { type Line, leadStatus } from '../summary/summarise.ts';
import type { TargetView } from '../targets/view.ts';
import { classify, type PaceClass, type Reason } from './classify.ts';
import type { Pack, UnlistedPart } from './load-pack.ts';

/** One task of the meeting, with its class and why. */
export type PacedTask = {
  item: PlanItem;
  line: Line;
  pace: PaceClass;
  reason: Reason;
  /** What was said last on it by a lead. */
  said: string;
};

/** A date that a unit gave and that falls due. */
type DatePromise = { item: PlanItem; unit: string; unitId: string; on: Day; isPast: boolean };

/** What the meeting goes through: of the county, or of the units of one leader. */
export type Dispatch = {
  tasks: PacedTask[];
  promises: DatePromise[];
  problems: NamedProblem[];
  unlisted: UnlistedPart[];
  instructions: Instruction[];
  targets: TargetView[];
};

/** The figures of a pack. Pure. */
export function dispatchOf(pack: Pack): Dispatch {
  const today = dayOf(pack.asOf, pack.timeZone);
  return {
    tasks: shownLines(pack.ledger.lines).flatMap((line) => paced(pack, line, today)),
    promises: promisesOf(pack, today),
    problems: pack.problems,
    unlisted: pack.unlisted,
    instructions: pack.instructions,
    targets: pack.targets,
  };
}

/** Each task once: of one that recurs the first time that is not done, else the last. */
function shownLines(lines: Line[]): Line[] {
  return [...Map.groupBy(lines, (l) => l.taskId).values()].flatMap(
    (times) => times.find((l) => leadStatus(l) !== 'done') ?? times.at(-1) ?? [],
  );
}

/** The part of it that concerns some units. */
export function partOf(d: Dispatch, unitIds: ReadonlySet<string>, leaderId?: string): Dispatch {
  return {
    tasks: d.tasks.filter((t) => t.line.leads.some((u) => unitIds.has(u))),
    promises: d.promises.filter((p) => unitIds.has(p.unitId)),
    problems: d.problems.filter((p) => unitIds.has(p.unitId)),
    unlisted: d.unlisted.filter((u) => unitIds.has(u.unitId)),
    instructions: d.instructions.filter(
      (i) => i.leaderId === leaderId || i.units.some((u) => unitIds.has(u.unitId)),
    ),
    targets: d.targets.filter((t) => t.target.unitId !== null && unitIds.has(t.target.unitId)),
  };
}

/** Instructions that wait longer than they should. */
export function overdueOf(d: Dispatch, today: Day): number {
  return d.instructions.filter((i) => standingOf(i, today) === 'overdue').length;
}

function paced(pack: Pack, line: Line, today: Day): PacedTask[] {
  const item = pack.ledger.items.get(line.occurrenceId);
  if (!item) return [];
  const reports = pack.ledger.reports
    .filter((r) => r.occurrenceId === line.occurrenceId && line.leads.includes(r.unitId))
    .toSorted((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime());
  const percents = reports.flatMap((r) => r.percent ?? []);
  const etas = reports.flatMap((r) => r.eta ?? r.promised ?? []);
  const known = {
    status: leadStatus(line),
    percent: percents.length > 0 ? Math.min(...percents) : null,
    startOn: item.startOn ?? makeDay(item.year, line.months[0] ?? 1, 1),
    dueOn: line.dueOn,
    eta: etas.toSorted().at(-1) ?? null,
    problems: pack.problems.filter((p) => p.occurrenceId === line.occurrenceId).map((p) => p.no),
  };
  const said = reports.find((r) => r.note.trim())?.note.trim() ?? '';
  return [{ item, line, said, ...classify(known, today) }];
}

/** Dates given by leads of tasks that are not done, past ones and those up to the end of the next month. */
function promisesOf(pack: Pack, today: Day): DatePromise[] {
  const until = nextMonthEnd(today);
  return pack.ledger.lines
    .flatMap((line) => {
      const item = pack.ledger.items.get(line.occurrenceId);
      if (!item || leadStatus(line) === 'done') return [];
      return pack.ledger.reports.flatMap((r) => {
        const on = r.eta ?? r.promised;
        return r.occurrenceId === line.occurrenceId && on && on <= until && r.status !== 'done'
          ? [
              {
                item,
                unit: pack.ledger.units.get(r.unitId)?.name ?? '',
                unitId: r.unitId,
                on,
                isPast: on < today,
              },
            ]
          : [];
      });
    })
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

function nextMonthEnd(today: Day): Day {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return month === 12 ? lastDayOfMonth(year + 1, 1) : lastDayOfMonth(year, month + 1);
}
