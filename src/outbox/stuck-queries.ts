import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';
import { isHeld, type MessageRow } from './queries.ts';
import { outbox } from './tables.ts';

export type StuckMessage = Pick<
  MessageRow,
  'key' | 'toType' | 'toId' | 'reason' | 'code' | 'failures' | 'content' | 'createdAt' | 'claims'
> & { state: 'dead' | 'uncertain' };

/** What was not, or perhaps not, delivered: for the office to look through, oldest first. */
export async function listStuck(db: Db): Promise<StuckMessage[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(and(inArray(outbox.state, ['dead', 'uncertain']), eq(outbox.kind, 'message')))
    .orderBy(outbox.seq);
  return rows.flatMap((row) =>
    row.state === 'dead' || row.state === 'uncertain' ? [{ ...row, state: row.state }] : [],
  );
}

/** The office wants it sent (again). False when it is not stuck. */
export async function resend(db: Db, key: string): Promise<boolean> {
  const revived = await db
    .update(outbox)
    .set({
      state: 'pending',
      failures: 0,
      runAt: sql`clock_timestamp()`,
      maybeSentSince: null,
      reason: null,
      code: null,
      finishedAt: null,
    })
    .where(and(eq(outbox.key, key), inArray(outbox.state, ['dead', 'uncertain'])))
    .returning({ key: outbox.key });
  return revived.length > 0;
}

/** The office has seen that it arrived. False when it was not 可能已送达. */
export async function confirmDelivered(db: Db, key: string): Promise<boolean> {
  const confirmed = await db
    .update(outbox)
    .set({ state: 'sent', reason: null, code: null })
    .where(and(eq(outbox.key, key), eq(outbox.state, 'uncertain')))
    .returning({ key: outbox.key });
  return confirmed.length > 0;
}

/** How many messages stand where, for doctor and metrics. */
export async function countMessages(db: Db): Promise<Record<MessageRow['state'], number>> {
  const rows = await db
    .select({ state: outbox.state, n: sql<number>`count(*)::int` })
    .from(outbox)
    .groupBy(outbox.state);
  const counts = { pending: 0, sent: 0, uncertain: 0, dead: 0, superseded: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

const RESTORED = 'restored from a backup';

/** Messages in doubt since a restore that the office has not been asked about: each is given out once. */
export async function takeUnasked(db: Db, limit: number): Promise<MessageRow[]> {
  const some = db
    .select({ key: outbox.key })
    .from(outbox)
    .where(and(eq(outbox.state, 'uncertain'), eq(outbox.reason, RESTORED)))
    .orderBy(outbox.seq)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db
    .update(outbox)
    .set({ reason: `${RESTORED}, the office was asked` })
    .where(inArray(outbox.key, some))
    .returning();
}

/** What waits in a database brought back from the past may have been sent since: the office decides, card changes lapse. */
export async function doubtWaiting(db: Db): Promise<void> {
  const ended = { leasedUntil: null, finishedAt: sql`clock_timestamp()` };
  await db
    .update(outbox)
    .set({ ...ended, state: 'uncertain', reason: RESTORED })
    .where(and(eq(outbox.state, 'pending'), eq(outbox.kind, 'message')));
  await db
    .update(outbox)
    .set({ ...ended, state: 'superseded' })
    .where(and(eq(outbox.state, 'pending'), eq(outbox.kind, 'patch')));
}

/** Seconds since the oldest message that could have gone by now became due; 0 when none waits. `now`: the application's. */
export async function oldestDue(db: Db, now: Date): Promise<number> {
  const result = await db.execute(sql`
    select coalesce(extract(epoch from clock_timestamp() - min("runAt")), 0)::float8 as lag
    from outbox o where state = 'pending' and "notBefore" <= ${now.toISOString()}::timestamptz
      and not ${isHeld('o')}`);
  return Math.max(0, rowsOf<{ lag: number }>(result)[0]?.lag ?? 0);
}
