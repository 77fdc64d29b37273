import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Events and card clicks as they came. Times are the database's own clock, which all processes share and nobody moves,
 * except `sentAt`, the platform's.
 */
export const inbox = pgTable(
  'inbox',
  {
    /** `message:…` or `event:…`: what makes an event the same one when it comes again. */
    key: text().primaryKey(),
    seq: bigserial({ mode: 'number' }).notNull(),
    type: text().notNull(),
    /** The chat: its events are handled one after the other, in the order they were sent. */
    lane: text().notNull(),
    /** The payload's JSON as it came: jsonb would refuse a `\u0000` that a person may well have sent. */
    payload: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    state: text({ enum: ['pending', 'done', 'parked'] })
      .notNull()
      .default('pending'),
    /** Claims so far; who claimed holds this number and loses the row when it moves on. */
    attempts: integer().notNull().default(0),
    /** Not before: the end of a back-off. */
    runAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Somebody is at it until then. */
    leasedUntil: timestamp({ withTimezone: true }),
    /** Why the last try failed. */
    reason: text(),
    finishedAt: timestamp({ withTimezone: true }),
  },
  // One index of the few that are open: every further one slows the answer to each event.
  (t) => [index('inbox_open').on(t.lane, t.sentAt, t.seq).where(sql`${t.state} = 'pending'`)],
);

/** Clicks that changed data. The key makes double clicks, and two people clicking at once, change it once. */
export const cardActions = pgTable('card_actions', {
  /** Message, action, and the version of the form or the task that was clicked. */
  key: text().primaryKey(),
  eventId: text().notNull(),
  openId: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
