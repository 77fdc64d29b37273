import { arrangementOf } from '../calendar/arrangement.ts';
import { addDays, type Day, dayOf, instantOf, splitDay, weekday } from '../calendar/county-time.ts';
import {
  isYearKnown,
  knownUntil,
  missingFestivals,
  type OwnDays,
} from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { shortDay } from '../text/short-day.ts';
import { outsideQuietHours } from './due.ts';
import { tellOffice } from './office-people.ts';
import { rhythmSetting } from './rhythm.ts';
import { dayWords as words } from './wording.ts';

/** The next year's holidays are published in November; from then on their absence is worth a word. */
const FROM_MONTH = 11;

/** The year whose holidays the office should enter now, if any: this one, or from November on the next. Pure. */
export function missingYear(today: Day, own: OwnDays): number | undefined {
  const { year, month } = splitDay(today);
  if (!isYearKnown(year, own)) return year;
  return month >= FROM_MONTH && !isYearKnown(year + 1, own) ? year + 1 : undefined;
}

/** Once a week, until they are imported, the office hears that the next year's holidays are missing. */
export async function tellMissingDays(deps: Pick<Deps, 'db' | 'config'>, now: Date): Promise<void> {
  const notice = await planMissingDays(deps, now);
  if (!notice) return;
  const text = `${words.notice(notice.year)}${words.how}`;
  const content = { type: 'text', text } as const;
  await tellOffice(deps.db, { key: notice.key, content, purpose: 'push', notBefore: now });
}

/** The notice that is due in this week, if any. Changes nothing. */
export async function planMissingDays(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  now: Date,
): Promise<{ key: string; year: number } | undefined> {
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  const own = await loadOwnDays(db);
  const year = missingYear(today, own);
  if (year === undefined || outsideQuietHours(now, timeZone, own) > now) return undefined;
  const { nudgeAt } = await getSetting(db, rhythmSetting);
  if (now < instantOf(today, nudgeAt, timeZone)) return undefined;
  const monday = addDays(today, 1 - weekday(today));
  return { key: `days-missing:${year}:${monday}`, year };
}

/** What is known of the calendar, for people: how far it reaches, this year and the next. */
export async function describeDays(db: Db, today: Day): Promise<string> {
  const own = await loadOwnDays(db);
  const { year } = splitDay(today);
  const lines = [year, year + 1].map((y) => {
    const missing = missingFestivals(y, own);
    const { rests, works } = arrangementOf(y, own);
    const known = words.year(
      y,
      rests.map(({ from, to }) => words.span(shortDay(from), shortDay(to))),
      works.map(shortDay),
    );
    if (missing.length === 0) return known;
    return missing.length >= 7 ? words.unknown(y, missing) : `${known}${words.unknown(y, missing)}`;
  });
  const how = isYearKnown(year + 1, own) ? [] : [words.how];
  return [words.until(knownUntil(own)), ...lines, ...how].join('\n');
}
