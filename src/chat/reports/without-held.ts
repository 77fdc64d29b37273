import type { Proposal } from '../../progress/proposal.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import type { Context } from '../context.ts';

/**
 * 都完成了, 其余正常推进: what the unit said is in difficulty or needs more time is not meant unless it is named; it stays as
 * it is. Undefined where nothing else would be left.
 */
export async function withoutHeld(
  { deps }: Context,
  proposal: Proposal,
): Promise<Proposal | undefined> {
  const { unitId } = proposal;
  const ids = proposal.items.filter((i) => i.swept).map((i) => i.occurrenceId);
  const held = (await findCurrentReports(deps.db, ids)).filter(
    (r) => r.unitId === unitId && (r.status === 'blocked' || r.status === 'extension'),
  );
  const items = proposal.items.map((item) => {
    const own = held.find((r) => r.occurrenceId === item.occurrenceId);
    return own && item.swept ? { ...item, unsaid: true as const, kept: own.status } : item;
  });
  return items.every((i) => i.unsaid) ? undefined : { ...proposal, items };
}
