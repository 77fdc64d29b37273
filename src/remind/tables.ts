import { integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { occurrences, plans } from '../plan/tables.ts';
import { units } from '../units/tables.ts';

/** A reminder that was decided: the unique key makes it once for ever. */
export const reminders = pgTable(
  'reminders',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    month: integer().notNull(),
    kind: text({ enum: ['month-card', 'office-line'] }).notNull(),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.planId, t.unitId, t.year, t.month, t.kind)],
);

/** One card of a reminder; more than ten tasks make several. `key` is the outbox key. */
export const reminderCards = pgTable('reminder_cards', {
  key: text().primaryKey(),
  reminderId: text()
    .notNull()
    .references(() => reminders.id),
  no: integer().notNull(),
});

/** What stands on a card under which number. */
export const reminderItems = pgTable(
  'reminder_items',
  {
    cardKey: text()
      .notNull()
      .references(() => reminderCards.key),
    no: integer().notNull(),
    occurrenceId: text()
      .notNull()
      .references(() => occurrences.id),
    role: text({ enum: ['lead', 'coop'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.cardKey, t.no] })],
);
