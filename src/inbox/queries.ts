import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { type Db, isAnyOf, rowsOf } from '../db/db.ts';
import { cardActions, inbox } from './tables.ts';

/** An event to be stored. `claimed`: whoever stores it handles it at once, as clicks are. */
export type NewRow = {
  key: string;
  type: string;
  lane: string;
  payload: string;
  sentAt: Date;
  claimed: boolean;
};

/** A row that was claimed: `attempts` is the claim's number and proves it. */
export type ClaimedRow = { key: string; type: string; payload: string; attempts: number };

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;

/** Stores events in one statement; returns the keys that were new. Known ones are left as they are. */
export async function insertRows(db: Db, rows: NewRow[], leaseMs: number): Promise<Set<string>> {
  // One parameter for all rows: the statement's text stays the same, so Postgres plans it once. In the order of keys,
  // because two processes that insert the same keys in different orders would wait for each other.
  const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const result = await db.execute(sql`
    insert into inbox (key, type, lane, payload, "sentAt", attempts, "leasedUntil")
    select r.key, r.type, r.lane, r.payload, r."sentAt", r.claimed::int,
      case when r.claimed then clock_timestamp() + ${seconds(leaseMs)} end
    from json_to_recordset(${JSON.stringify(sorted)}::json)
      as r(key text, type text, lane text, payload text, "sentAt" timestamptz, claimed boolean)
    on conflict (key) do nothing
    returning key`);
  return new Set(rowsOf<{ key: string }>(result).map((r) => r.key));
}

/**
 * Claims up to `limit` events that are due: of each lane only the oldest, and none while another of the lane is being
 * handled. Rows whose lease has ended come back. Two processes never get the same row.
 */
export async function claimRows(db: Db, limit: number, leaseMs: number): Promise<ClaimedRow[]> {
  const result = await db.execute(sql`
    with due as (
      select i.key from inbox i
      where i.state = 'pending' and i."runAt" <= clock_timestamp()
        and (i."leasedUntil" is null or i."leasedUntil" <= clock_timestamp())
        and not exists (
          select 1 from inbox o
          where o.state = 'pending' and o.lane = i.lane and o.key <> i.key
            and ((o."sentAt", o.seq) < (i."sentAt", i.seq) or o."leasedUntil" > clock_timestamp()))
      order by i."sentAt", i.seq limit ${limit} for update skip locked)
    update inbox set attempts = attempts + 1, "leasedUntil" = clock_timestamp() + ${seconds(leaseMs)}
    from due where inbox.key = due.key
    returning inbox.key, inbox.type, inbox.payload, inbox.attempts`);
  return rowsOf<ClaimedRow>(result);
}

const stillMine = (row: { key: string; attempts: number }) =>
  and(eq(inbox.key, row.key), eq(inbox.attempts, row.attempts), eq(inbox.state, 'pending'));

type Claim = { key: string; attempts: number };

/** Keeps a claimed row for longer; false when it is no longer the claimer's. */
export async function renewLease(db: Db, row: Claim, leaseMs: number): Promise<boolean> {
  const kept = await db
    .update(inbox)
    .set({ leasedUntil: sql`clock_timestamp() + ${seconds(leaseMs)}` })
    .where(stillMine(row))
    .returning({ key: inbox.key });
  return kept.length > 0;
}

/** Marks a claimed row done or parked; false when it is no longer the claimer's. */
export async function finishRow(
  db: Db,
  row: Claim,
  outcome: { state: 'done' } | { state: 'parked'; reason: string },
): Promise<boolean> {
  const finished = await db
    .update(inbox)
    .set({
      state: outcome.state,
      reason: outcome.state === 'parked' ? outcome.reason : null,
      leasedUntil: null,
      finishedAt: sql`clock_timestamp()`,
    })
    .where(stillMine(row))
    .returning({ key: inbox.key });
  return finished.length > 0;
}

/** Gives a claimed row back, to be tried again after `delayMs`. */
export async function releaseRow(
  db: Db,
  row: Claim,
  delayMs: number,
  reason: string,
): Promise<void> {
  await db
    .update(inbox)
    .set({ runAt: sql`clock_timestamp() + ${seconds(delayMs)}`, leasedUntil: null, reason })
    .where(stillMine(row));
}

/** Whether an event with this key has come within the last 7 days. */
export async function hasCome(db: Db, key: string): Promise<boolean> {
  return (await db.$count(inbox, eq(inbox.key, key))) > 0;
}

/** Whether a newer event of one of these types, about the same chat or person, has been handled before this one. */
export async function isOvertaken(db: Db, key: string, types: string[]): Promise<boolean> {
  const result = await db.execute(sql`
    select 1 from inbox late join inbox newer
      on newer.lane = late.lane and newer."sentAt" > late."sentAt"
    where late.key = ${key} and newer.state = 'done' and ${isAnyOf(sql`newer.type`, types)}
    limit 1`);
  return rowsOf(result).length > 0;
}

/** Drops what was written in a message and keeps only that it came: for words that must not be stored. */
export async function forgetMessage(db: Db, messageId: string): Promise<void> {
  await db
    .update(inbox)
    .set({ payload: '{}' })
    .where(eq(inbox.key, `message:${messageId}`));
}

/** Deletes what was finished more than 7 days ago (the platform re-pushes for about 7 hours); returns how many. */
export async function forgetOldRows(db: Db): Promise<number> {
  const gone = await db
    .delete(inbox)
    .where(and(ne(inbox.state, 'pending'), sql`${inbox.receivedAt} < now() - interval '7 days'`))
    .returning({ key: inbox.key });
  await db.delete(cardActions).where(sql`${cardActions.at} < now() - interval '30 days'`);
  return gone.length;
}

/** How many events stand where, for doctor and metrics. */
export async function countRows(
  db: Db,
): Promise<{ pending: number; done: number; parked: number }> {
  const rows = await db
    .select({ state: inbox.state, n: sql<number>`count(*)::int` })
    .from(inbox)
    .groupBy(inbox.state);
  const of = (state: string) => rows.find((r) => r.state === state)?.n ?? 0;
  return { pending: of('pending'), done: of('done'), parked: of('parked') };
}

/** Seconds since the oldest event that is due and waits came; 0 when none does. */
export async function oldestWaiting(db: Db): Promise<number> {
  const result = await db.execute(sql`
    select coalesce(extract(epoch from clock_timestamp() - min("receivedAt")), 0)::float8 as lag
    from inbox where state = 'pending'`);
  return Math.max(0, rowsOf<{ lag: number }>(result)[0]?.lag ?? 0);
}

/** When the newest event came; undefined when none is kept. */
export async function lastReceived(db: Db): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: inbox.receivedAt })
    .from(inbox)
    .orderBy(desc(inbox.seq))
    .limit(1);
  return row?.at;
}

/**
 * Whether this click is the first of its kind: call it in the transaction of the change and change nothing on false.
 * `version` is that of the form or of the thing clicked, so that the same button works again after 撤销.
 */
export async function onceCardAction(
  db: Db,
  click: { messageId: string; action: string; version: string; eventId: string; openId: string },
): Promise<boolean> {
  const { eventId, openId } = click;
  const key = JSON.stringify([click.messageId, click.action, click.version]);
  const inserted = await db
    .insert(cardActions)
    .values({ key, eventId, openId })
    .onConflictDoNothing()
    .returning({ key: cardActions.key });
  return inserted.length > 0;
}
