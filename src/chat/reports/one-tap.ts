import { type Proposal, sweepsMany } from '../../progress/proposal.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import { verbose } from '../../text/verbose.ts';
import type { Context } from '../context.ts';
import { isOpen } from './unit-duties.ts';

/** Says that what held before does not, or no more. */
const CORRECTS = verbose`
  更正|纠正|订正|改[正为成]|[说报写填点弄搞打选]错|错了|不对
  |(?:没有?|未)(?:能|全部|都|按时)*(?:完|办|做|弄|搞|报|交|好)|[还尚仍暂](?:没|未)
  |还[在差要有需]|仍[在需]|其实|实际|退回|撤回|收回|返工|重新|不是|不能算|不算
`;
const COOPERATED = /我们?[局办委镇]?(?:这边)?的?配合/u;

/**
 * Words that would turn a completion into something less without saying so, or that speak of helping with what the unit
 * leads; what hangs on a condition, is given up, or takes many items at once: shown first, and recorded with one tap.
 */
export async function needsOneTap(
  { deps }: Context,
  { unitId, items }: Proposal,
  text: string,
): Promise<boolean> {
  if (sweepsMany({ items }) || items.some((i) => i.doubt)) return true;
  if (COOPERATED.test(text) && items.some((i) => i.role === 'lead' && i.status === 'done'))
    return true;
  const less = items.filter((i) => !i.unsaid && i.status !== 'done').map((i) => i.occurrenceId);
  if (less.length === 0 || CORRECTS.test(text)) return false;
  const reports = await findCurrentReports(deps.db, less);
  return less.some((id) => !isOpen(reports, id, unitId));
}
