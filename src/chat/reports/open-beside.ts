import type { Db } from '../../db/db.ts';
import { unanswered } from '../../instructions/instruction.ts';
import { type Instruction, listSent } from '../../instructions/queries.ts';
import { listOpenProblems, type NamedProblem } from '../../problems/queries.ts';

/** What a unit has on hand beside its tasks: instructions that it has not answered, problems that it has to solve. */
export type OpenBeside = { instructions: Instruction[]; problems: NamedProblem[] };

export async function openBeside(db: Db, unitId: string): Promise<OpenBeside> {
  const sent = await listSent(db, { unitIds: [unitId], state: 'open' });
  const problems = await listOpenProblems(db, [unitId]);
  return {
    instructions: sent.filter((i) => unanswered(i).some((u) => u.unitId === unitId)),
    problems: problems.filter((p) => p.unitId === unitId),
  };
}
