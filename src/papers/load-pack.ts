import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { type Instruction, listSent } from '../instructions/queries.ts';
import { listOpenProblems, type NamedProblem } from '../problems/queries.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';
import { loadTargets, type TargetView } from '../targets/view.ts';
import { listCharges } from '../units/charge-queries.ts';

/** All that a pack for a meeting speaks of. */
export type Pack = {
  year: number;
  months: number[];
  asOf: Date;
  timeZone: string;
  ledger: Ledger;
  problems: NamedProblem[];
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
  return {
    ...of,
    ledger: await loadLedger(db, year, months),
    problems: await listOpenProblems(db),
    instructions: await listSent(db, { state: 'open' }),
    targets: await loadTargets(db, { year, today: dayOf(asOf, timeZone), timeZone }),
    charges: await listCharges(db),
  };
}
