import { boolean, date, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What the office switches in the chat: one row a setting. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull(),
});

/** Days the county settles itself, from imported tables: they win over the published holidays. */
export const ownDays = pgTable('own_days', {
  day: date().primaryKey(),
  works: boolean().notNull(),
  addedBy: text().notNull(),
  addedAt: timestamp({ withTimezone: true }).notNull(),
});
