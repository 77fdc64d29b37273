import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { enqueue, enqueuePatch } from '../outbox/enqueue.ts';
import { findItems, type PlanItem } from '../plan/item-queries.ts';
import { findPlan, listOccurrences, listTaskUnits } from '../plan/queries.ts';
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
import { drawCard } from './draw.ts';
import { findReminder, insertReminders, listRounds } from './queries.ts';
import { sendingMoment } from './sending-moment.ts';

type Effects = Pick<Deps, 'db' | 'newId' | 'config'>;

/**
 * Brings the month cards in line with a task that was added or changed after its month's cards had gone out: the item is
 * put on the cards of the units that have it now, and every card on which it stands shows what became of it. Past months
 * are records and get no new cards. `cause` keys what is sent, so that it happens once.
 */
export async function syncCards(
  deps: Effects,
  taskId: string,
  at: Date,
  cause: string,
): Promise<void> {
  const { db } = deps;
  const times = await listOccurrences(db, taskId);
  const items = await findItems(
    db,
    times.map((t) => t.id),
  );
  const { year, month } = splitDay(dayOf(at, deps.config.APP_TIMEZONE));
  for (const item of items) {
    const shown = item.state === 'active' && item.year === year && item.months.includes(month);
    if (shown && (await isOut(deps, item, month))) await place(deps, item, month, at);
  }
  for (const key of await listCardsShowing(
    db,
    times.map((t) => t.id),
  )) {
    const card = await drawCard(db, key, deps.config.APP_TIMEZONE);
    if (card) await enqueuePatch(db, { key: `sync:${key}:${cause}`, of: key, card });
  }
}

async function isOut({ db }: Effects, item: PlanItem, month: number): Promise<boolean> {
  const plan = await findPlan(db, item.planId);
  return !!plan?.publishedAt && (await listRounds(db, item.planId)).includes(month);
}

async function place(deps: Effects, item: PlanItem, month: number, at: Date): Promise<void> {
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
    const card = await drawCard(db, key, deps.config.APP_TIMEZONE);
    if (!card) continue;
    await enqueue(db, {
      key,
      to,
      content: { type: 'card', card },
      purpose: 'push',
      notBefore: await sendingMoment(deps, at),
    });
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
