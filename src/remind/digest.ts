import { dayOf, splitDay } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { loadFigures } from '../summary/load.ts';
import { summarise } from '../summary/summarise.ts';
import { tellOffice } from './office-people.ts';
import { isDigestDay, rhythmSetting } from './rhythm.ts';
import { words } from './wording.ts';

/** About the 25th the office hears who has not answered: in private, and nobody else does. */
export async function tellDigest(deps: Pick<Deps, 'db' | 'config'>, now: Date): Promise<void> {
  const digest = await planDigest(deps, now);
  if (!digest) return;
  const { key, text } = digest;
  await tellOffice(deps.db, { key, content: { type: 'text', text }, purpose: 'push' });
}

/** The month's digest, when it is due now. Changes nothing. */
export async function planDigest(
  deps: Pick<Deps, 'db' | 'config'>,
  now: Date,
): Promise<{ key: string; text: string } | undefined> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const own = await loadOwnDays(db);
  if (!isDigestDay(now, await getSetting(db, rhythmSetting), timeZone, own)) return undefined;
  const today = dayOf(now, timeZone);
  const { year, month } = splitDay(today);
  const { lines, units } = await loadFigures(db, year, [month]);
  const { total, done, blocked, silentUnits } = summarise(lines, [month], today);
  if (total === 0) return undefined;
  const silent = silentUnits.flatMap((id) => units.get(id)?.name ?? []);
  const text = words.digest(month, total, done, silent, blocked);
  return { key: `digest:${year}:${month}`, text };
}
