import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import {
  findCard,
  insertCards,
  listCardItems,
  listCardsOfUnit,
  listLatestCards,
  setCopyFor,
} from './card-queries.ts';
import { drawCard } from './draw.ts';
import { setRecipient } from './queries.ts';
import { sendingMoment } from './sending-moment.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

/**
 * 转办: a card with one item of the unit's month, under the number it has there, for the person who sees to it now.
 * False when the item stands on no card yet: then it comes with the month's.
 */
export async function copyCard(
  deps: Effects,
  at: Date,
  input: {
    key: string;
    unitId: string;
    occurrenceId: string;
    person: { id: string; openId: string };
  },
): Promise<boolean> {
  const { db } = deps;
  const cards = await listCardsOfUnit(db, input.unitId);
  const items = await listCardItems(
    db,
    cards.map((c) => c.key),
  );
  const item = items.findLast((i) => i.occurrenceId === input.occurrenceId);
  const origin = cards.find((c) => c.key === item?.cardKey);
  if (!item || !origin) return false;
  const { key } = input;
  await insertCards(
    db,
    [{ key, reminderId: origin.reminderId, no: 1, of: 1, copyFor: input.person.id }],
    [{ ...item, cardKey: key }],
  );
  await send(deps, at, key, input.person.openId);
  return true;
}

/**
 * 交接: the cards of the unit's newest month, of every plan, go to the successor under new keys and are the unit's list from
 * now on; the old ones stay as copies of who had them. Returns what `swapBack` needs.
 */
export async function passCards(
  deps: Effects,
  at: Date,
  input: { cause: string; unitId: string; from: string; to: { id: string; openId: string } },
): Promise<{ old: string[]; now: string[] }> {
  const { db } = deps;
  const latest = await listLatestCards(db, [input.unitId]);
  const cards = latest.toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime());
  const items = await listCardItems(
    db,
    cards.map((c) => c.key),
  );
  const now: string[] = [];
  for (const card of cards) {
    const key = `${card.key}:${input.cause}`;
    now.push(key);
    await insertCards(
      db,
      [{ key, reminderId: card.reminderId, no: card.no, of: card.of }],
      items.filter((i) => i.cardKey === card.key).map((i) => ({ ...i, cardKey: key })),
    );
    await setCopyFor(db, card.key, input.from);
    await send(deps, at, key, input.to.openId);
  }
  for (const reminder of new Set(cards.map((c) => c.reminderId)))
    await setRecipient(db, reminder, { type: 'person', id: input.to.openId });
  return { old: cards.map((c) => c.key), now };
}

/** Takes a handing over of cards back. */
export async function swapBack(
  { db }: Effects,
  cards: { old: string[]; now: string[] },
  to: string,
): Promise<void> {
  for (const key of cards.now) {
    // A card that was renewed meanwhile lives on in the fresh one.
    for (let at: string | null | undefined = key; at; at = (await findCard(db, at))?.replacedBy)
      await setCopyFor(db, at, to);
  }
  for (const key of cards.old) await setCopyFor(db, key, null);
}

async function send(deps: Effects, at: Date, key: string, openId: string): Promise<void> {
  const card = await drawCard(deps.db, key, deps.config.APP_TIMEZONE);
  if (!card) return;
  await enqueue(deps.db, {
    key,
    to: { type: 'open_id', id: openId },
    content: { type: 'card', card },
    purpose: 'answer',
    notBefore: await sendingMoment(deps, at),
  });
}
