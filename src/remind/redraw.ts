import type { Deps } from '../deps.ts';
import { enqueuePatch } from '../outbox/enqueue.ts';
import { drawCard } from './draw.ts';
import { listCardsShowing } from './queries.ts';

/** Redraws the month cards on which these items of a unit stand; `cause` keys the refresh, so that it happens once. */
export async function redrawCards(
  deps: Pick<Deps, 'db' | 'config'>,
  unitId: string,
  occurrenceIds: string[],
  cause: string,
): Promise<void> {
  for (const key of await listCardsShowing(deps.db, unitId, occurrenceIds)) {
    const card = await drawCard(deps.db, key, deps.config.APP_TIMEZONE);
    if (card) await enqueuePatch(deps.db, { key: `redraw:${key}:${cause}`, of: key, card });
  }
}
