import { recordAudit } from '../../audit/record.ts';
import { type PackOrder, readPackOrder } from '../../intent/read-pack-order.ts';
import { dispatchCard } from '../../papers/dispatch-card.ts';
import { packFile } from '../../papers/packs.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import { words } from '../../summary/wording.ts';
import { seesAll } from '../answers/may-ask.ts';
import { actOf, answer, type Context, type PreparedPaper, say } from '../context.ts';

/** The pack a message asks for, built and uploaded before the transaction; undefined where it asks for none or may not. */
export async function preparePack(
  context: Context,
  text: string,
): Promise<PreparedPaper | undefined> {
  const order = readPackOrder(text, context.today);
  if (!order || (await refusal(context, order))) return undefined;
  const { deps, now } = context;
  const { year, months, kind } = order;
  const of = { year, months, asOf: now, timeZone: deps.config.APP_TIMEZONE };
  const { name, bytes, pack } = await packFile(deps.db, kind, of);
  const { fileKey } = await deps.feishu.uploadFile(name, bytes);
  return {
    kind: 'uploaded',
    name,
    fileKey,
    ...(kind === 'dispatch' ? { card: dispatchCard(pack) } : {}),
  };
}

/** 调度材料, 明年计划草稿, 年终总结: for leaders and the office, in private. False where none is asked for. */
export async function takePackOrder(context: Context, text: string): Promise<boolean> {
  const order = readPackOrder(text, context.today);
  if (!order) return false;
  // A summary for oneself is a question about progress like others: its own reader knows what may be told.
  if (order.kind === 'report' && !seesAll(context)) return false;
  const refused = await refusal(context, order);
  const { paper, deps } = context;
  if (refused) await say(context, refused);
  else if (paper?.kind !== 'uploaded') throw new Error('no file was prepared');
  else {
    if (paper.card) await answer(context, { type: 'card', card: paper.card });
    await answer(context, { type: 'file', fileKey: paper.fileKey }, 'file');
    await recordAudit(deps.db, actOf(context), 'paper.sent', 'paper', { name: paper.name });
  }
  return true;
}

async function refusal(context: Context, order: PackOrder): Promise<string | undefined> {
  if (context.origin.chatType !== 'p2p') return words.groupFiles;
  if (!seesAll(context)) return words.notAllowed;
  const plans = await listPublishedPlans(context.deps.db);
  return plans.some((p) => p.year === order.year) ? undefined : words.noPlan(order.year);
}
