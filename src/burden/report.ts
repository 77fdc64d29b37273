import { addDays, type Day, instantOf, splitDay, wallClock } from '../calendar/county-time.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { findMessage } from '../outbox/queries.ts';
import { officePeople } from '../remind/office-people.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { type Burden, countPushes } from './queries.ts';
import { words } from './wording.ts';

/** The first days of a month belong to the reminders themselves. */
const FROM_DAY = 5;
const FROM_TIME = '10:00';

/** What was pushed in a month, by unit. */
export async function monthBurden(
  db: Db,
  { year, month }: { year: number; month: number },
  timeZone: string,
): Promise<Burden[]> {
  return countPushes(
    db,
    instantOf(firstOf(year, month), '00:00', timeZone),
    instantOf(firstOf(year, month + 1), '00:00', timeZone),
  );
}

/** A month's burden in words, beside the month before; without a month the year's. */
export async function burdenText(
  db: Db,
  { year, month }: { year: number; month?: number },
  timeZone: string,
): Promise<string> {
  if (month === undefined) {
    const from = instantOf(firstOf(year, 1), '00:00', timeZone);
    const burdens = await countPushes(db, from, instantOf(firstOf(year, 13), '00:00', timeZone));
    return burdens.length === 0 ? words.none(year) : words.report(year, undefined, burdens, 0);
  }
  const at = { year, month };
  const burdens = await monthBurden(db, at, timeZone);
  if (burdens.length === 0) return words.none(at.year, at.month);
  const before = await monthBurden(db, monthBefore(at), timeZone);
  const sum = before.reduce((n, b) => n + b.messages, 0);
  return words.report(at.year, at.month, burdens, sum);
}

/** From the first working day on or after the 5th, at ten, the office hears what last month's messages came to. Once. */
export async function tellBurden(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  now: Date,
): Promise<void> {
  const { day, time } = wallClock(now, config.APP_TIMEZONE);
  const from = `${day.slice(0, 8)}${String(FROM_DAY).padStart(2, '0')}` as Day;
  const due = nextWorkingDay(from, await loadOwnDays(db));
  if (day !== due || time < FROM_TIME) return;
  const at = monthBefore(splitDay(day));
  const key = (personId: string) => `burden:${at.year}-${at.month}:${personId}`;
  const waiting = [];
  for (const person of await officePeople(db))
    if (!(await findMessage(db, key(person.id)))) waiting.push(person);
  if (waiting.length === 0) return;
  if ((await monthBurden(db, at, config.APP_TIMEZONE)).length === 0) return;
  const text = await burdenText(db, at, config.APP_TIMEZONE);
  for (const person of waiting)
    await enqueue(db, {
      key: key(person.id),
      to: { type: 'open_id', id: person.openId },
      content: { type: 'text', text },
      purpose: 'push',
      optional: true,
    });
}

function monthBefore({ year, month }: { year: number; month: number }): {
  year: number;
  month: number;
} {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

function firstOf(year: number, month: number): Day {
  const y = month > 12 ? year + 1 : year;
  return addDays(`${y}-${String(month > 12 ? 1 : month).padStart(2, '0')}-01` as Day, 0);
}
