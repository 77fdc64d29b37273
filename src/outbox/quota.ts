import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { getSetting } from '../settings/queries.ts';
import { monthlyQuota } from '../settings/setting.ts';
import { callsOf, countCalls, markWarned } from './pace-queries.ts';

/** Shares of the month's calls at which the office is warned; from the last on only what is essential is sent. */
const WARNINGS = [90, 70] as const;

export type QuotaWarning = { percent: 70 | 90; calls: number; quota: number; month: string };

const monthOf = (now: Date, timeZone: string) => dayOf(now, timeZone).slice(0, 7);

/**
 * Counts calls that count against the tenant's quota (messages, cards, files; not contacts, not failures). Returns the
 * warning that is due with it, once a month for each share.
 */
export async function countApiCalls(
  db: Db,
  now: Date,
  timeZone: string,
  count = 1,
): Promise<QuotaWarning | undefined> {
  const month = monthOf(now, timeZone);
  const calls = await countCalls(db, month, count);
  const quota = await getSetting(db, monthlyQuota);
  const percent = WARNINGS.find((share) => calls * 100 >= quota * share);
  if (!percent || !(await markWarned(db, month, percent))) return undefined;
  return { percent, calls, quota, month };
}

/** In the first hours of a month what waited for it still waits: nobody is to be woken by it. */
const NIGHT_MS = 9 * 3_600_000;

/** Whether what is neither reminder nor confirmation has to wait. */
export async function holdsOptional(db: Db, now: Date, timeZone: string): Promise<boolean> {
  const quota = await getSetting(db, monthlyQuota);
  const months = new Set(
    [now, new Date(now.getTime() - NIGHT_MS)].map((t) => monthOf(t, timeZone)),
  );
  for (const month of months)
    if ((await callsOf(db, month)) * 100 >= quota * WARNINGS[0]) return true;
  return false;
}

/** How much of the month's quota is used. `isNearlyUsed` from 90 % on: only reminders and confirmations go out. */
export async function quotaState(
  db: Db,
  now: Date,
  timeZone: string,
): Promise<{ calls: number; quota: number; isNearlyUsed: boolean }> {
  const calls = await callsOf(db, monthOf(now, timeZone));
  const quota = await getSetting(db, monthlyQuota);
  return { calls, quota, isNearlyUsed: calls * 100 >= quota * WARNINGS[0] };
}
