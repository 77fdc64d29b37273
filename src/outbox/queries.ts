import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { type Db, rowsOf } from '../db/db.ts';
import type { Content } from '../feishu/client.ts';
import { outbox } from './tables.ts';

export type NewMessage = typeof outbox.$inferInsert;
export type MessageRow = typeof outbox.$inferSelect;

/** A row that was claimed. */
export type ClaimedMessage = Pick<
  MessageRow,
  | 'key'
  | 'kind'
  | 'target'
  | 'lane'
  | 'toType'
  | 'toId'
  | 'replyTo'
  | 'content'
  | 'optional'
  | 'claims'
  | 'failures'
> & {
  /** For how long it may have been delivered already; null when it certainly was not. */
  maybeSentForMs: number | null;
};

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;

/** How many of the keys are new. */
export async function insertMessages(db: Db, messages: NewMessage[]): Promise<number> {
  if (messages.length === 0) return 0;
  const inserted = await db
    .insert(outbox)
    .values(messages)
    .onConflictDoNothing()
    .returning({ key: outbox.key });
  return inserted.length;
}

/** Changes the card of a message that certainly has not arrived: nobody has tried to send it yet, or it was refused for good. */
export async function replaceUnsent(db: Db, key: string, content: Content): Promise<boolean> {
  const replaced = await db
    .update(outbox)
    .set({ content })
    .where(
      and(
        eq(outbox.key, key),
        eq(outbox.kind, 'message'),
        sql`${outbox.content}->>'type' = 'card'`,
        or(
          eq(outbox.state, 'dead'),
          and(
            eq(outbox.state, 'pending'),
            isNull(outbox.leasedUntil),
            isNull(outbox.maybeSentSince),
          ),
        ),
      ),
    )
    .returning({ key: outbox.key });
  return replaced.length > 0;
}

/** Waiting patches of the same card, older than `key`, need not be sent any more. */
export async function supersedePatches(db: Db, target: string, key: string): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'superseded', finishedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(outbox.target, target),
        sql`${outbox.seq} < (select p.seq from outbox p where p.key = ${key})`,
        eq(outbox.state, 'pending'),
        isNull(outbox.leasedUntil),
      ),
    );
}

/** Whether a change of this message is still to be sent, or is being sent now. */
export async function hasOpenPatch(db: Db, target: string): Promise<boolean> {
  const open = and(eq(outbox.target, target), eq(outbox.state, 'pending'));
  return (await db.$count(outbox, open)) > 0;
}

/** A change of a card that may have arrived: only once the office has decided is it known whether there is one to change. */
export const isHeld = (row: 'm' | 'o') => sql`exists (
  select 1 from outbox u where u.key = ${sql.identifier(row)}.target and u.state = 'uncertain')`;

/** A message that failed so often lets the later ones of its person or chat pass. */
const PATIENT = 6;

/**
 * Claims up to `limit` messages that are due: of each person or chat only the oldest, and no change of a card that is not sent yet. `now` is the application's clock;
 * while pushes, or what is optional, are held they are passed over. Nothing is claimed while sending is stopped or throttled.
 */
export async function claimMessages(
  db: Db,
  options: {
    limit: number;
    leaseMs: number;
    now: Date;
    holdPushes: boolean;
    holdOptional?: boolean;
  },
): Promise<ClaimedMessage[]> {
  const { limit, leaseMs, holdPushes, holdOptional = false } = options;
  const now = options.now.toISOString();
  const result = await db.execute(sql`
    with due as (
      select m.key, m."maybeSentSince" as since from outbox m
      where m.state = 'pending' and m."notBefore" <= ${now}::timestamptz
        and not (${holdPushes}::boolean and m.purpose = 'push')
        and not (${holdOptional}::boolean and m.optional)
        and m."runAt" <= clock_timestamp()
        and (m."leasedUntil" is null or m."leasedUntil" <= clock_timestamp())
        and not exists (
          select 1 from outbox o
          where o.state = 'pending' and o.lane = m.lane and o.key <> m.key
            and (o."leasedUntil" > clock_timestamp()
              or (o.seq < m.seq and not ${isHeld('o')} and o.failures < ${PATIENT} and o."notBefore" <= ${now}::timestamptz
                and not (${holdPushes}::boolean and o.purpose = 'push')
                and not (${holdOptional}::boolean and o.optional))))
        and not ${isHeld('m')}
        and not exists (
          select 1 from outbox t where t.key = m.target and t.state = 'pending')
        and not exists (
          select 1 from send_rate where key in ('stopped', 'throttled') and next > clock_timestamp())
      order by m.seq limit ${limit} for update of m skip locked)
    update outbox set claims = claims + 1,
      "leasedUntil" = clock_timestamp() + ${seconds(leaseMs)},
      "maybeSentSince" = coalesce("maybeSentSince", clock_timestamp())
    from due where outbox.key = due.key
    returning outbox.key, kind, target, lane, "toType", "toId", "replyTo", optional,
      content::text as content, claims, failures,
      (extract(epoch from clock_timestamp() - due.since) * 1000)::float8 as "maybeSentForMs"`);
  // Cast: the column holds only what `insertMessages` and `replaceUnsent` took as a Content.
  return rowsOf<Omit<ClaimedMessage, 'content'> & { content: string }>(result).map((row) => ({
    ...row,
    content: JSON.parse(row.content) as Content,
  }));
}

type Claim = Pick<ClaimedMessage, 'key' | 'claims' | 'maybeSentForMs'>;

const stillMine = (row: Claim) =>
  and(eq(outbox.key, row.key), eq(outbox.claims, row.claims), eq(outbox.state, 'pending'));

/** It was delivered: true whoever holds the row by now. False when that was known already. */
export async function markSent(
  db: Db,
  row: Pick<ClaimedMessage, 'key'>,
  messageId: string | null,
  sentAt: Date,
): Promise<boolean> {
  const marked = await db
    .update(outbox)
    .set({
      state: 'sent',
      messageId,
      sentAt,
      leasedUntil: null,
      maybeSentSince: null,
      reason: null,
      code: null,
      finishedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(outbox.key, row.key), ne(outbox.state, 'sent')))
    .returning({ key: outbox.key });
  return marked.length > 0;
}

/** Gives a claimed row back for a try after `delayMs`. `maybeSent`: this try may have delivered it all the same. */
export async function postpone(
  db: Db,
  row: Claim,
  next: {
    delayMs: number;
    counts: boolean;
    maybeSent: boolean;
    reason: string;
    code?: number | undefined;
  },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      runAt: sql`clock_timestamp() + ${seconds(next.delayMs)}`,
      leasedUntil: null,
      ...(next.counts ? { failures: sql`${outbox.failures} + 1` } : {}),
      ...(next.maybeSent || row.maybeSentForMs !== null ? {} : { maybeSentSince: null }),
      reason: next.reason,
      code: next.code ?? null,
    })
    .where(stillMine(row));
}

/** Ends a claimed row without delivery, or without knowing of it. False when somebody else holds it. */
export async function giveUp(
  db: Db,
  row: Claim,
  end: { state: 'dead' | 'uncertain' | 'superseded'; reason: string; code?: number | undefined },
): Promise<boolean> {
  const ended = await db
    .update(outbox)
    .set({
      state: end.state,
      reason: end.reason,
      code: end.code ?? null,
      leasedUntil: null,
      finishedAt: sql`clock_timestamp()`,
    })
    .where(stillMine(row))
    .returning({ key: outbox.key });
  return ended.length > 0;
}

export async function findMessage(db: Db, key: string): Promise<MessageRow | undefined> {
  const [row] = await db.select().from(outbox).where(eq(outbox.key, key));
  return row;
}

/** Whether a message whose key begins so is still to be sent. */
export async function isWaiting(db: Db, prefix: string): Promise<boolean> {
  const waiting = and(eq(outbox.state, 'pending'), sql`starts_with(${outbox.key}, ${prefix})`);
  return (await db.$count(outbox, waiting)) > 0;
}
