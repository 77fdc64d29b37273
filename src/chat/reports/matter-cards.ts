import type { Deps } from '../../deps.ts';
import { matterCard } from '../../matters/cards.ts';
import { loadMatter } from '../../matters/view.ts';
import { enqueue, enqueuePatch } from '../../outbox/enqueue.ts';
import { findByMessageId } from '../../outbox/sent-queries.ts';
import { officePeople } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

const keyOf = (matterId: string, personId: string) => `matter:${matterId}:${personId}`;

/** The matter whose card went out under this outbox key, by itself or on request. */
export function matterOfKey(key: string): string | undefined {
  return /^matter[:-]([^:]+):/u.exec(key)?.[1];
}

/** Puts a matter before each of the office, outside quiet hours. */
export async function sendMatterCards(deps: Effects, at: Date, matterId: string): Promise<void> {
  const view = await loadMatter(deps.db, matterId, deps.config.APP_TIMEZONE);
  if (!view) return;
  for (const person of await officePeople(deps.db)) {
    await enqueue(deps.db, {
      key: keyOf(matterId, person.id),
      to: { type: 'open_id', id: person.openId },
      content: { type: 'card', card: matterCard(view) },
      purpose: 'answer',
      notBefore: await sendingMoment(deps, at),
    });
  }
}

/**
 * Brings the office's cards of a matter up to date; `cause` keys the refresh, so that it happens once. The card in the
 * message `shown` is left alone: it is being answered with a card of its own.
 */
export async function redrawMatterCards(
  deps: Effects,
  matterId: string,
  cause: string,
  shown?: string,
): Promise<void> {
  const view = await loadMatter(deps.db, matterId, deps.config.APP_TIMEZONE);
  if (!view) return;
  const answered = shown ? (await findByMessageId(deps.db, shown))?.key : undefined;
  for (const person of await officePeople(deps.db)) {
    const of = keyOf(matterId, person.id);
    if (of === answered) continue;
    await enqueuePatch(deps.db, { key: `redraw:${of}:${cause}`, of, card: matterCard(view) });
  }
}
