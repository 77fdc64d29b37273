import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Setting } from './setting.ts';
import { settings } from './tables.ts';

/** The value that holds now; a stored one of another shape counts as never set. */
export async function getSetting<T>(db: Db, setting: Setting<T>): Promise<T> {
  const [row] = await db.select().from(settings).where(eq(settings.key, setting.key));
  const parsed = setting.schema.safeParse(row?.value);
  return parsed.success ? parsed.data : setting.fallback;
}

/** The value that holds; where none was ever set, `value` from now on. All who ask at once get the same one. */
export async function ensureSetting<T>(
  db: Db,
  setting: Setting<T>,
  value: T,
  now: Date,
): Promise<T> {
  await db
    .insert(settings)
    .values({ key: setting.key, value, updatedAt: now })
    .onConflictDoNothing();
  return getSetting(db, setting);
}

/** A setting as a change wrote it, kept with the change so that 撤销 can tell whether it still holds. */
export type Written = { key: string; value: unknown };

/** Whether a setting still is as a change wrote it. */
export async function stillHolds(db: Db, { key, value }: Written): Promise<boolean> {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  return isDeepStrictEqual(row?.value, value);
}

export async function setSetting<T>(
  db: Db,
  setting: Setting<T>,
  value: T,
  now: Date,
): Promise<void> {
  await db
    .insert(settings)
    .values({ key: setting.key, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });
}
