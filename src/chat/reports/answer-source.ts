import { readSourceAlone } from '../../intent/read-proxy.ts';
import { Proposal } from '../../progress/proposal.ts';
import { findOpenPending, settlePending } from '../../progress/queries.ts';
import { actOf, type Context } from '../context.ts';
import { isOffice } from '../roles.ts';
import { recordProxy } from './record-proxy.ts';
import { answerRecorded } from './record-said.ts';

/** Longer ago nobody has the question in mind. */
const FRESH_MS = 24 * 3_600_000;

/** 电话, 纸质材料 written instead of a tap on a source: the 代填 that waits for it is recorded. */
export async function answerSource(context: Context, text: string): Promise<boolean> {
  const source = isOffice(context) ? readSourceAlone(text) : undefined;
  if (!source) return false;
  const { deps, person, origin, now } = context;
  const pending = await findOpenPending(deps.db, person.id, origin.chatId);
  const options = (pending?.options ?? []).flatMap((o) => Proposal.safeParse(o).data ?? []);
  const [proposal, second] = options;
  const asksSource = proposal?.source !== undefined && second !== undefined;
  if (!pending || !asksSource || now.getTime() - pending.createdAt.getTime() > FRESH_MS)
    return false;
  if (new Set(options.map((o) => JSON.stringify(o.items))).size > 1) return false;
  await settlePending(deps.db, pending.id, now);
  const act = { ...actOf(context), messageId: pending.messageId };
  await answerRecorded(context, await recordProxy(context, proposal, { source, act }));
  return true;
}
