import { sql } from 'drizzle-orm';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { settings } from '../settings/tables.ts';

const KEY = 'backup.daily';

/** Whoever began a backup and has not finished it after an hour is taken for dead. */
const PATIENCE_MS = 3_600_000;

/** Takes the day's backup for this process; false when it is done, or another process is at it. */
export async function claimDay(db: Db, day: Day, now: Date): Promise<boolean> {
  const dead = new Date(now.getTime() - PATIENCE_MS).toISOString();
  const value = { day, startedAt: now.toISOString(), done: false };
  const taken = await db
    .insert(settings)
    .values({ key: KEY, value, updatedAt: now })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value, updatedAt: now },
      setWhere: sql`${settings.value}->>'day' < ${day}
        or (${settings.value}->>'done' = 'false' and ${settings.value}->>'startedAt' < ${dead})`,
    })
    .returning({ key: settings.key });
  return taken.length > 0;
}

export async function finishDay(db: Db, day: Day, now: Date): Promise<void> {
  const value = { day, startedAt: now.toISOString(), done: true };
  await db
    .update(settings)
    .set({ value, updatedAt: now })
    .where(sql`${settings.key} = ${KEY} and ${settings.value}->>'day' = ${day}`);
}
