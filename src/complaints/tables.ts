import { date, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';
import { people } from '../units/tables.ts';

/**
 * Letters to the office with their receipt numbers and answers: 投诉建议, what somebody wrote about the bot or the work asked of
 * them, and 企业诉求, what a firm asks for.
 */
export const complaints = pgTable('complaints', {
  no: serial().primaryKey(),
  personId: text()
    .notNull()
    .references(() => people.id),
  text: text().notNull(),
  kind: text({ enum: ['complaint', 'firm'] })
    .notNull()
    .default('complaint'),
  /** Until when a firm's matter is to be answered: its clock counts working days. */
  dueOn: date(),
  at: timestamp({ withTimezone: true }).notNull(),
  answer: text(),
  answeredBy: text(),
  answeredAt: timestamp({ withTimezone: true }),
});
