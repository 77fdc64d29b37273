import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What the office switches in the chat: one row a setting. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull(),
});
