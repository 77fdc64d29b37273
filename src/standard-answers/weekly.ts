import { z } from 'zod';
import { addDays, type Day, wallClock, weekday } from '../calendar/county-time.ts';
import { nextWorkingDay, type OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { findMessage } from '../outbox/queries.ts';
import { officePeople } from '../remind/office-people.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { defineSetting } from '../settings/setting.ts';
import { listClusters } from './answer.ts';
import { findDoubted, findExpiring } from './queries.ts';
import { type Weekly, weeklyCard } from './question-cards.ts';

/** When the office gets the week's questions, if at all; `weekday` 1 is Monday. */
const weeklyQuestions = defineSetting(
  'standard-answers.weekly',
  z.strictObject({
    on: z.boolean(),
    weekday: z.int().min(1).max(5),
    at: z.string().regex(/^(09|1[0-7]):[0-5]\d$/),
  }),
  { on: true, weekday: 1, at: '09:30' },
);

/** Answers that run out within this many days are shown beforehand. */
const AHEAD_DAYS = 31;
const DOUBTED = 8;

/** The working day ends: later than this the list waits for the next one. */
const EVENING = '18:00';

/** The Monday of the week whose list is due now: on its working day or the next one, in the daytime. Pure. */
export function weeklyDue(
  now: Date,
  rhythm: { weekday: number; at: string },
  timeZone: string,
  own: OwnDays,
): Day | undefined {
  const { day, time } = wallClock(now, timeZone);
  const monday = addDays(day, 1 - weekday(day));
  const first = nextWorkingDay(addDays(monday, rhythm.weekday - 1), own);
  // A server that slept through the day sends on the next working day; a week of holidays has no list.
  const isDay = day === first || day === nextWorkingDay(addDays(first, 1), own);
  const isOwnWeek = day < addDays(monday, 7);
  return isDay && isOwnWeek && time >= rhythm.at && time < EVENING ? monday : undefined;
}

/** What there is for the office to look at. */
async function loadWeekly(db: Db, today: Day): Promise<Weekly> {
  return {
    clusters: await listClusters(db),
    doubted: await findDoubted(db, DOUBTED),
    expiring: await findExpiring(db, today, addDays(today, AHEAD_DAYS)),
  };
}

/** Once a week every office person gets the list in private, if there is anything on it. */
export async function tellWeekly(deps: Pick<Deps, 'db' | 'config'>, now: Date): Promise<void> {
  const { db, config } = deps;
  const rhythm = await getSetting(db, weeklyQuestions);
  const week = rhythm.on
    ? weeklyDue(now, rhythm, config.APP_TIMEZONE, await loadOwnDays(db))
    : undefined;
  if (!week) return;
  const waiting: { key: string; openId: string }[] = [];
  for (const person of await officePeople(db)) {
    const key = `weekly-questions:${week}:${person.id}`;
    if (!(await findMessage(db, key))) waiting.push({ key, openId: person.openId });
  }
  if (waiting.length === 0) return;
  const weekly = await loadWeekly(db, wallClock(now, config.APP_TIMEZONE).day);
  if (weekly.clusters.length + weekly.doubted.length + weekly.expiring.length === 0) return;
  const card = weeklyCard(weekly);
  for (const { key, openId } of waiting)
    await enqueue(db, {
      key,
      to: { type: 'open_id', id: openId },
      content: { type: 'card', card },
      purpose: 'push',
    });
}
