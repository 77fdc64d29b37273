import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Recipient } from '../feishu/client.ts';
import { enqueue, enqueuePatch } from '../outbox/enqueue.ts';
import { findItemsOfTasks, type PlanItem } from '../plan/item-queries.ts';
import { findPlan, listTaskUnits } from '../plan/queries.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { listGroupMembers } from '../units/queries.ts';
import { findRecipients } from '../units/recipient.ts';
import {
  insertCards,
  listCardItems,
  listCards,
  listCardsShowing,
  listLastNumbers,
} from './card-queries.ts';
import { ITEMS_ON_A_CARD } from './deliver.ts';
import { drawCards } from './draw.ts';
import { findReminder, insertReminders, listRounds } from './queries.ts';
import { sendingMoment } from './sending-moment.ts';

type Effects = Pick<Deps, 'db' | 'newId' | 'config'>;

/**
 * Brings the month cards in line with tasks that were added or changed after their month's cards had gone out: the items
 * are put on the cards of the units that have them now, and every card on which they stand shows what became of them. Past
 * months are records and get no new cards. `cause` keys what is sent, so that it happens once.
 */
export async function syncCards(
  deps: Effects,
  taskIds: string[],
  at: Date,
  cause: string,
): Promise<void> {
  const { db, config } = deps;
  const items = await findItemsOfTasks(db, taskIds);
  const { year, month } = splitDay(dayOf(at, config.APP_TIMEZONE));
  const fresh = new Map<string, Recipient>();
  for (const item of items) {
    const shown = item.state === 'active' && item.year === year && item.months.includes(month);
    if (shown && (await isOut(deps, item, month))) await place(deps, item, month, at, fresh);
  }
  const showing = await listCardsShowing(
    db,
    items.map((i) => i.occurrenceId),
  );
  const notBefore = fresh.size > 0 ? await sendingMoment(deps, at) : at;
  for (const [key, card] of await drawCards(db, showing, config.APP_TIMEZONE)) {
    const to = fresh.get(key);
    if (to)
      await enqueue(db, { key, to, content: { type: 'card', card }, purpose: 'push', notBefore });
    else await enqueuePatch(db, { key: `sync:${key}:${cause}`, of: key, card });
  }
}

async function isOut({ db }: Effects, item: PlanItem, month: number): Promise<boolean> {
  const plan = await findPlan(db, item.planId);
  return !!plan?.publishedAt && (await listRounds(db, item.planId)).includes(month);
}

/** Puts an item on the units' cards of its month; cards made for it, which nobody has yet, are added to `fresh`. */
async function place(
  deps: Effects,
  item: PlanItem,
  month: number,
  at: Date,
  fresh: Map<string, Recipient>,
): Promise<void> {
  const { db } = deps;
  const shares = await listTaskUnits(db, [item.taskId]);
  for (const [unitId, own] of itemsByUnit([item], shares, await listGroupMembers(db))) {
    const role = own[0]?.role ?? 'lead';
    const { reminderId, to } = await reminderOf(deps, item, unitId, month, at);
    const cards = await listCards(db, reminderId);
    const placed = await listCardItems(
      db,
      cards.map((c) => c.key),
    );
    if (placed.some((p) => p.occurrenceId === item.occurrenceId)) continue;
    const given = await listLastNumbers(db, [unitId], item.year, month);
    const entry = {
      no: (given.get(unitId) ?? 0) + 1,
      occurrenceId: item.occurrenceId,
      role,
    };
    const last = cards.at(-1);
    const onLast = placed.filter((p) => p.cardKey === last?.key).length;
    if (last && onLast < ITEMS_ON_A_CARD) {
      await insertCards(db, [], [{ cardKey: last.key, ...entry }]);
      continue;
    }
    if (!to) continue;
    const no = cards.length + 1;
    const key = `month-card:${item.planId}:${month}:${unitId}:${no}`;
    await insertCards(db, [{ key, reminderId, no, of: no }], [{ cardKey: key, ...entry }]);
    fresh.set(key, to);
  }
}

/** The reminder of a unit's month, made now where the unit had nothing in that month. */
async function reminderOf(
  { db, newId }: Effects,
  item: PlanItem,
  unitId: string,
  month: number,
  at: Date,
) {
  const to = (await findRecipients(db, [unitId])).get(unitId);
  const known = await findReminder(db, item.planId, unitId, month);
  if (known) return { reminderId: known.id, to };
  const reminderId = newId();
  await insertReminders(db, [
    {
      id: reminderId,
      planId: item.planId,
      unitId,
      month,
      recipientType: to ? (to.type === 'open_id' ? 'person' : 'chat') : 'none',
      recipientId: to?.id ?? null,
      decidedAt: at,
    },
  ]);
  return { reminderId, to };
}
