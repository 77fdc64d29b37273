import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { listItems } from '../plan/item-queries.ts';
import { listTaskUnits } from '../plan/queries.ts';
import { syncCards } from './sync-cards.ts';

/** After the office has decided who stands behind an open group: this month's cards that are out take its items in. */
export async function syncGroup(
  deps: Pick<Deps, 'db' | 'newId' | 'config'>,
  groupId: string,
  at: Date,
  cause: string,
): Promise<void> {
  const { year, month } = splitDay(dayOf(at, deps.config.APP_TIMEZONE));
  const items = await listItems(deps.db, year, [month]);
  const shares = await listTaskUnits(deps.db, [...new Set(items.map((i) => i.taskId))]);
  const own = shares.filter((s) => s.unitId === groupId).map((s) => s.taskId);
  await syncCards(deps, [...new Set(own)], at, cause);
}
