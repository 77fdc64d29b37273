import type { Db } from '../db/db.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { listAllAssigned } from '../progress/assignment-queries.ts';
import { insertCards } from './card-queries.ts';
import { drawCard } from './draw.ts';
import type { NumberedItem, PlannedReminder } from './planned.ts';

/** 转办: what was passed on inside the unit goes to that person too, as a copy under the same numbers. */
export async function deliverPassedOn(
  { db, timeZone }: { db: Db; timeZone: string },
  reminders: { id: string; reminder: PlannedReminder }[],
  notBefore: Date,
): Promise<void> {
  const assigned = await assignedOf(
    db,
    reminders.map((r) => r.reminder),
  );
  const copies = reminders.flatMap(({ id, reminder }) =>
    passedOn(reminder, assigned).map((copy) => ({ ...copy, reminderId: id })),
  );
  for (const { to, items, reminderId } of copies) {
    const key = `passed-on:${reminderId}:${to.id}`;
    await insertCards(
      db,
      [{ key, reminderId, no: 1, of: 1, copyFor: to.id }],
      items.map(({ no, item, role }) => ({
        cardKey: key,
        no,
        occurrenceId: item.occurrenceId,
        role,
      })),
    );
    const card = await drawCard(db, key, timeZone);
    if (!card) continue;
    await enqueue(db, {
      key,
      to: { type: 'open_id', id: to.openId },
      content: { type: 'card', card },
      purpose: 'push',
      notBefore,
    });
  }
}

type Assigned = Awaited<ReturnType<typeof listAllAssigned>>;

/** Who was passed which items of these reminders. */
export function assignedOf(db: Db, planned: PlannedReminder[]): Promise<Assigned> {
  return listAllAssigned(
    db,
    planned.flatMap((p) => p.items.map((i) => i.item.occurrenceId)),
  );
}

/** The colleagues who get some items of a reminder, under their numbers on the month card. Pure. */
export function passedOn(
  { unit, items, recipient }: Pick<PlannedReminder, 'unit' | 'items' | 'recipient'>,
  assigned: Assigned,
): {
  to: { id: string; openId: string; name: string };
  items: NumberedItem[];
}[] {
  const mine = assigned.filter((a) => a.unitId === unit.id && a.openId !== recipient.id);
  return [...Map.groupBy(mine, (a) => a.personId)].flatMap(([id, of]) => {
    const [first] = of;
    const own = items.filter((i) => of.some((a) => a.occurrenceId === i.item.occurrenceId));
    return first && own.length > 0
      ? [{ to: { id, openId: first.openId, name: first.name }, items: own }]
      : [];
  });
}
