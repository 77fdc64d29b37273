import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  json,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Content } from '../feishu/client.ts';

/**
 * Messages to people and groups, and later changes of sent cards. Times are the database's own clock, except `notBefore`,
 * the application's.
 */
export const outbox = pgTable(
  'outbox',
  {
    key: text().primaryKey(),
    seq: bigserial({ mode: 'number' }).notNull(),
    kind: text({ enum: ['message', 'patch'] }).notNull(),
    /** A patch: the key of the message whose card it replaces. */
    target: text(),
    /** Person or chat: what goes to one is sent in order. */
    lane: text().notNull(),
    toType: text({ enum: ['open_id', 'chat_id'] }).notNull(),
    toId: text().notNull(),
    replyTo: text(),
    /** json, not jsonb, which refuses a `\u0000` in what people wrote. */
    content: json().$type<Content>().notNull(),
    purpose: text({ enum: ['push', 'answer'] }).notNull(),
    optional: boolean().notNull().default(false),
    notBefore: timestamp({ withTimezone: true }).notNull(),
    /** `uncertain`: perhaps delivered, the office decides. `dead`: refused for good. `superseded`: a newer patch came. */
    state: text({ enum: ['pending', 'sent', 'uncertain', 'dead', 'superseded'] })
      .notNull()
      .default('pending'),
    /** Claims so far; proves who holds the row. */
    claims: integer().notNull().default(0),
    /** Tries that failed; being throttled does not count. */
    failures: integer().notNull().default(0),
    runAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    leasedUntil: timestamp({ withTimezone: true }),
    /** Since when it may have been delivered without our knowing: an answer was lost, or the process died sending. */
    maybeSentSince: timestamp({ withTimezone: true }),
    /** When it was delivered, by the application's clock: what a month's messages are counted by. */
    sentAt: timestamp({ withTimezone: true }),
    messageId: text(),
    reason: text(),
    code: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index('outbox_open').on(t.lane, t.seq).where(sql`${t.state} = 'pending'`),
    index().on(t.messageId),
    // What somebody was shown last, among the messages of years.
    index().on(t.toId, t.seq),
  ],
);

/** The pace of sending, shared by all processes: when the next call under a key may be made (GCRA). */
export const sendRate = pgTable('send_rate', {
  /** `open_id:…`, `chat_id:…`, `app`, `app-minute`; `stopped` and `throttled` hold back everything. */
  key: text().primaryKey(),
  next: timestamp({ withTimezone: true }).notNull(),
});

/** Calls that count against the tenant's monthly quota. */
export const apiUsage = pgTable('api_usage', {
  /** `YYYY-MM` of the county. */
  month: text().primaryKey(),
  calls: integer().notNull(),
  /** The share, in percent, that somebody was warned of. */
  warned: integer().notNull().default(0),
});
