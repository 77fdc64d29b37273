import { asc, inArray, sql } from 'drizzle-orm';
import type { Act } from '../audit/record.ts';
import type { OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import { ownDays } from './tables.ts';

/** The county's own days: what every decision about working days is given. */
export async function loadOwnDays(db: Db): Promise<OwnDays> {
  const rows = await db
    .select({ day: ownDays.day, works: ownDays.works })
    .from(ownDays)
    .orderBy(asc(ownDays.day));
  return new Map(rows.map((r) => [r.day, r.works]));
}

/** Puts days in, and takes out those of `gone`. */
export async function storeOwnDays(
  db: Db,
  act: Act,
  days: OwnDays,
  gone: string[] = [],
): Promise<void> {
  if (gone.length > 0) await db.delete(ownDays).where(inArray(ownDays.day, gone));
  const rows = [...days].map(([day, works]) => ({
    day,
    works,
    addedBy: act.actor,
    addedAt: act.at,
  }));
  if (rows.length === 0) return;
  await db
    .insert(ownDays)
    .values(rows)
    .onConflictDoUpdate({
      target: ownDays.day,
      set: { works: sql`excluded.works`, addedBy: act.actor, addedAt: act.at },
    });
}
