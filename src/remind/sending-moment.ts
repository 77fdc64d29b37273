import type { Deps } from '../deps.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { outsideQuietHours } from './due.ts';

/** When something nobody asked for may reach people: now, or when quiet hours and days of rest are over. */
export async function sendingMoment(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  now: Date,
): Promise<Date> {
  return outsideQuietHours(now, config.APP_TIMEZONE, await loadOwnDays(db));
}
