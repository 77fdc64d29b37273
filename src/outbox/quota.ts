import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { getSetting } from '../settings/queries.ts';
import { monthlyQuota } from '../settings/setting.ts';
import { callsOf, countCall, markWarned } from './pace-queries.ts';

/** Shares of the month's calls at which the office is warned; from the last on only what is essential is sent. */
const WARNINGS = [90, 70] as const;

export type QuotaWarning = { percent: 70 | 90; calls: number; quota: number; month: string };

const monthOf = (now: Date, timeZone: string) => dayOf(now, timeZone).slice(0, 7);

/**
 * Counts a call that counts against the tenant's quota (messages, cards, files; not contacts, not failures). Returns the
 * warning that is due with it, once a month for each share.
 */
export async function countApiCall(
  db: Db,
  now: Date,
  timeZone: string,
): Promise<QuotaWarning | undefined> {
  const month = monthOf(now, timeZone);
  const calls = await countCall(db, month);
  const quota = await getSetting(db, monthlyQuota);
  const percent = WARNINGS.find((share) => calls * 100 >= quota * share);
  if (!percent || !(await markWarned(db, month, percent))) return undefined;
  return { percent, calls, quota, month };
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
