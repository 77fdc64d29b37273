import { type SubscribeClick, subscriptionCard } from '../../announce/cards.ts';
import { deleteRefusal, insertRefusal, listRefusals } from '../../announce/queries.ts';
import type { Reach } from '../../announce/reach.ts';
import { words } from '../../announce/wording.ts';
import { recordAudit } from '../../audit/record.ts';
import { listUnits } from '../../units/queries.ts';
import { findPlaces } from '../../units/recipient.ts';
import { type Answered, type Clicked, change } from '../clicked.ts';
import { actOf, answer, type Context } from '../context.ts';
import { isOffice } from '../roles.ts';

/** Who of which unit wants no policies. */
export const byUnit = (refused: Reach['refused'], nameOf: (unitId: string) => string) =>
  [...Map.groupBy(refused, (r) => r.unitId)].map(([unitId, list]) => ({
    unit: nameOf(unitId),
    names: list.map((r) => r.name),
  }));

/** All who have unsubscribed, unit by unit. */
export async function optedOut({ deps }: Context): Promise<string> {
  const refusals = new Set(await listRefusals(deps.db));
  const units = await listUnits(deps.db);
  const places = await findPlaces(
    deps.db,
    units.map((u) => u.id),
  );
  const refused = [...places].flatMap(([unitId, of]) =>
    of.filter((p) => refusals.has(p.to.id)).map(({ name }) => ({ unitId, name })),
  );
  if (refused.length === 0) return words.optedOutNone;
  return words.optedOut(byUnit(refused, (id) => units.find((u) => u.id === id)?.name ?? id));
}

/** 退订 counts for the person who says it; for a group only where the office says it there. */
export async function subscribe(context: Context, on: boolean) {
  const { deps, person, origin, now } = context;
  const ofGroup = origin.chatType === 'group' && isOffice(context);
  const toId = ofGroup ? origin.chatId : person.openId;
  const changed = on
    ? await deleteRefusal(deps.db, toId)
    : await insertRefusal(deps.db, { toId, refusedBy: person.id, at: now });
  if (!changed) return subscriptionCard(on ? words.acceptedBefore : words.refusedBefore, !on);
  await recordAudit(
    deps.db,
    actOf(context),
    on ? 'announce.accepted' : 'announce.refused',
    `place:${toId}`,
  );
  return subscriptionCard(on ? words.accepted : ofGroup ? words.refusedGroup : words.refused, !on);
}

export function subscribeByClick(clicked: Clicked, click: SubscribeClick): Promise<Answered> {
  return change(clicked, async (context) => {
    const card = await subscribe(context, click.act === 'announce-on');
    await answer(context, { type: 'card', card });
    return {};
  });
}
