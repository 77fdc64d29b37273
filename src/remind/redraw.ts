import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import { enqueuePatch } from '../outbox/enqueue.ts';
import { listCardsShowing } from './card-queries.ts';
import { drawCards } from './draw.ts';

/**
 * Redraws the month cards on which these items of a unit stand, and returns them by key; `cause` keys the refresh, so that
 * it happens once. Whoever clicked on `clicked` (a message id) gets the card as the answer: that message is not patched too.
 */
export async function redrawCards(
  deps: Pick<Deps, 'db' | 'config'>,
  unitId: string,
  occurrenceIds: string[],
  { cause, clicked }: { cause: string; clicked?: string | undefined },
): Promise<Map<string, Card>> {
  const keys = await listCardsShowing(deps.db, occurrenceIds, unitId);
  const cards = await drawCards(deps.db, keys, deps.config.APP_TIMEZONE);
  for (const [key, card] of cards)
    await enqueuePatch(deps.db, { key: `redraw:${key}:${cause}`, of: key, card, clicked });
  return cards;
}
