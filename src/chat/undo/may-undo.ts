import type { ChangeKind } from '../../audit/change-kind.ts';
import type { Change } from '../../audit/queries.ts';
import type { Db } from '../../db/db.ts';
import { findAnswerUnit } from '../../instructions/answer-queries.ts';
import { findMatter } from '../../matters/queries.ts';
import { findProblem } from '../../problems/queries.ts';
import { findEvidenceUnit } from '../../progress/evidence-queries.ts';
import { findUnitOfBatch } from '../../progress/queries.ts';
import { findUnitOfValues } from '../../targets/queries.ts';
import type { Context } from '../context.ts';
import { declined } from '../instructions/leader-digest.ts';
import { mayReport } from '../reports/report-scope.ts';
import { isAdmin, isOffice } from '../roles.ts';

/** The units whose people's own act a change was. */
type UnitsOf = (db: Db, data: Change['data']) => Promise<(string | null | undefined)[]>;

const named: UnitsOf = async (_, { unitId }) => [String(unitId)];

const OF_UNITS: Partial<Record<ChangeKind, UnitsOf>> = {
  report: async (db, data) => [await findUnitOfBatch(db, String(data.batchId))],
  'target-values': async (db, data) => [await findUnitOfValues(db, String(data.batchId))],
  'matter-raised': async (db, data) => [(await findMatter(db, String(data.matterId)))?.unitId],
  'problem-solved': async (db, data) => {
    const problem = await findProblem(db, String(data.problemId));
    return [problem?.unitId, problem?.raisedUnitId];
  },
  evidence: async (db, data) => [await findEvidenceUnit(db, String(data.evidenceId))],
  'instruction-answered': async (db, data) => [await findAnswerUnit(db, String(data.answerId))],
  transfer: named,
  'hand-over': named,
};

/** What leaders do for themselves is nobody else's to take back. */
const OF_LEADERS = new Set<ChangeKind>([
  'instruction-sent',
  'instruction-closed',
  'attention',
  'leader-digest',
]);

/** What an administrator granted is the administrators' to take back; a unit's posts the office gives as well. */
const isOfAdmins = ({ kind, data }: Change) =>
  kind === 'bind-chat' || (kind === 'bind-person' && Boolean(data.role ?? data.roleBefore));

/**
 * Who may take a change back: whoever made it, as long as they hold what the act needs, a role or a place in its unit,
 * asked of the database now; and who else by its kind.
 */
export async function mayUndo(
  context: Pick<Context, 'person' | 'chatUnitId' | 'deps'>,
  change: Change,
): Promise<boolean> {
  const { person, deps } = context;
  const { actor, kind, data } = change;
  const isOwn = actor === person.id;
  const isLeader = person.roles.has('leader');
  if (OF_LEADERS.has(kind))
    return isOwn && (isLeader || (kind === 'instruction-closed' && isOffice(context)));
  if (isOfAdmins(change)) return isAdmin(context);
  if (kind === 'bind-person') return isAdmin(context) || (isOwn && isOffice(context));
  if (isOffice(context)) return true;
  if (!isOwn) return false;
  const unitsOf = OF_UNITS[kind];
  if (!unitsOf) return isAdmin(context) || (isLeader && data.key === declined(person.id).key);
  const units = await unitsOf(deps.db, data);
  return units.some((id) => id && mayReport(context, id));
}
