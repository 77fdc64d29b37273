import type { Db } from '../db/db.ts';
import { enqueueAll } from '../outbox/enqueue.ts';
import { insertCards } from './card-queries.ts';
import { drawCards } from './draw.ts';
import type { PlannedReminder } from './planned.ts';

/** How many items one card still shows well. */
export const ITEMS_ON_A_CARD = 10;

/** Reminders that are written, each with the id of its row, put on cards and into the outbox; those to nobody are left. */
export async function deliverCards(
  { db, timeZone }: { db: Db; timeZone: string },
  reminders: { id: string; reminder: PlannedReminder }[],
  notBefore: Date,
): Promise<void> {
  const cards = reminders.flatMap(({ id, reminder }) => {
    const { recipient, items, month, plan, unit } = reminder;
    if (recipient.type === 'none') return [];
    const type = recipient.type === 'person' ? ('open_id' as const) : ('chat_id' as const);
    const of = Math.ceil(items.length / ITEMS_ON_A_CARD);
    return Array.from({ length: of }, (_, i) => ({
      key: `month-card:${plan.id}:${month}:${unit.id}:${i + 1}`,
      reminderId: id,
      no: i + 1,
      of,
      to: { type, id: recipient.id },
      items: items.slice(i * ITEMS_ON_A_CARD, (i + 1) * ITEMS_ON_A_CARD),
    }));
  });
  await insertCards(
    db,
    cards.map(({ key, reminderId, no, of }) => ({ key, reminderId, no, of })),
    cards.flatMap(({ key, items }) =>
      items.map(({ no, item, role }) => ({
        cardKey: key,
        no,
        occurrenceId: item.occurrenceId,
        role,
      })),
    ),
  );
  const drawn = await drawCards(
    db,
    cards.map((c) => c.key),
    timeZone,
  );
  await enqueueAll(
    db,
    cards.flatMap(({ key, to }) => {
      const card = drawn.get(key);
      return card
        ? [
            {
              key,
              to,
              content: { type: 'card' as const, card },
              purpose: 'push' as const,
              notBefore,
            },
          ]
        : [];
    }),
  );
}
