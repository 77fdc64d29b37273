import { dayOf } from '../calendar/county-time.ts';
import { range } from '../calendar/period.ts';
import type { Db } from '../db/db.ts';
import { type Instruction, listSent } from '../instructions/queries.ts';
import type { PlanItem } from '../plan/item-queries.ts';
import { listOpenProblems, type NamedProblem } from '../problems/queries.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import { unlisted } from '../summary/unlisted.ts';
import { loadTargets, type TargetView } from '../targets/view.ts';
import { listCharges } from '../units/charge-queries.ts';

/** A unit's part in difficulty. */
export type UnlistedPart = { item: PlanItem; unitId: string; unit: string; note: string };

/** All that a pack for a meeting speaks of. */
export type Pack = {
  year: number;
  months: number[];
  asOf: Date;
  timeZone: string;
  ledger: Ledger;
  problems: NamedProblem[];
  /** Difficulties reported in the year, in whatever month, that are not on the list of problems. */
  unlisted: UnlistedPart[];
  instructions: Instruction[];
  targets: TargetView[];
  charges: { personId: string; leader: string; unitId: string }[];
};

/** Reads what stands now of a period: tasks with reports, open problems, open instructions, targets, who is in charge. */
export async function loadPack(
  db: Db,
  of: { year: number; months: number[]; asOf: Date; timeZone: string },
): Promise<Pack> {
  const { year, months, asOf, timeZone } = of;
  const problems = await listOpenProblems(db);
  return {
    ...of,
    ledger: await loadLedger(db, year, months),
    problems,
    unlisted: partsOf(await loadLedger(db, year, range(1, 12)), problems),
    instructions: await listSent(db, { state: 'open' }),
    targets: await loadTargets(db, { year, today: dayOf(asOf, timeZone), timeZone }),
    charges: await listCharges(db),
  };
}

function partsOf(ledger: Ledger, listed: NamedProblem[]): UnlistedPart[] {
  return unlisted(ledger, listed).flatMap(({ line, report: { unitId, note } }) => {
    const item = ledger.items.get(line.occurrenceId);
    return item ? [{ item, unitId, unit: ledger.units.get(unitId)?.name ?? '', note }] : [];
  });
}
