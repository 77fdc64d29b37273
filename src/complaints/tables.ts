import { pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { people } from '../units/tables.ts';

/** 投诉建议: what somebody wrote about the bot or the work asked of them, with its receipt number, and the office's answer. */
export const complaints = pgTable('complaints', {
  no: serial().primaryKey(),
  personId: text()
    .notNull()
    .references(() => people.id),
  text: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  answer: text(),
  answeredBy: text(),
  answeredAt: timestamp({ withTimezone: true }),
});
