import { and, eq, lt, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';
import { apiUsage, sendRate } from './tables.ts';

/** `gapMs` between two calls; `burst` calls may come without the gap after a silence. */
export type Pace = { key: string; gapMs: number; burst: number };

/** Takes the next place under each key; returns how many milliseconds to wait for it, by the database's clock. */
export async function reserve(db: Db, paces: Pace[]): Promise<number> {
  let wait = 0;
  for (const { key, gapMs, burst } of paces) {
    const result = await db.execute(sql`
      insert into send_rate (key, next)
      values (${key}, clock_timestamp() + ${gapMs}::float8 * interval '1 ms')
      on conflict (key) do update
        set next = greatest(send_rate.next, clock_timestamp()) + ${gapMs}::float8 * interval '1 ms'
      returning (extract(epoch from next - clock_timestamp()) * 1000)::float8 as ahead`);
    const ahead = rowsOf<{ ahead: number }>(result)[0]?.ahead ?? 0;
    wait = Math.max(wait, ahead - gapMs - burst * gapMs);
  }
  return wait;
}

/** Takes the next place under a key if it is free now, within the burst; false when it is not, and then nothing is taken. */
export async function takeTurn(db: Db, { key, gapMs, burst }: Pace): Promise<boolean> {
  const gap = sql`${gapMs}::float8 * interval '1 ms'`;
  const result = await db.execute(sql`
    insert into send_rate (key, next) values (${key}, clock_timestamp() + ${gap})
    on conflict (key) do update set next = greatest(send_rate.next, clock_timestamp()) + ${gap}
      where send_rate.next <= clock_timestamp() + ${gapMs * (burst - 1)}::float8 * interval '1 ms'
    returning key`);
  return rowsOf(result).length > 0;
}

/** Forgets paces that have been at rest for a day; they begin anew as if they had never been. */
export async function forgetOldPaces(db: Db): Promise<void> {
  await db.delete(sendRate).where(sql`${sendRate.next} < clock_timestamp() - interval '1 day'`);
}

/** Nothing more under this key for `ms`. Returns false when that was so already. */
export async function holdBack(db: Db, key: string, ms: number): Promise<boolean> {
  const result = await db.execute(sql`
    with before as (select next from send_rate where key = ${key})
    insert into send_rate (key, next)
    values (${key}, clock_timestamp() + ${ms}::float8 * interval '1 ms')
    on conflict (key) do update set next = greatest(send_rate.next, excluded.next)
    returning coalesce((select next > clock_timestamp() from before), false) as held`);
  return rowsOf<{ held: boolean }>(result)[0]?.held !== true;
}

/** Counts calls of a month (`YYYY-MM`); returns the calls so far. */
export async function countCalls(db: Db, month: string, calls: number): Promise<number> {
  const [row] = await db
    .insert(apiUsage)
    .values({ month, calls })
    .onConflictDoUpdate({
      target: apiUsage.month,
      set: { calls: sql`${apiUsage.calls} + ${calls}` },
    })
    .returning({ calls: apiUsage.calls });
  return row?.calls ?? 0;
}

export async function callsOf(db: Db, month: string): Promise<number> {
  const [row] = await db.select().from(apiUsage).where(eq(apiUsage.month, month));
  return row?.calls ?? 0;
}

/** True once for each month and share: the caller warns. */
export async function markWarned(db: Db, month: string, percent: number): Promise<boolean> {
  const marked = await db
    .update(apiUsage)
    .set({ warned: percent })
    .where(and(eq(apiUsage.month, month), lt(apiUsage.warned, percent)))
    .returning({ month: apiUsage.month });
  return marked.length > 0;
}
