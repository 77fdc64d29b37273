import { integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { occurrences, plans } from '../plan/tables.ts';
import { units } from '../units/tables.ts';
import { CARD_KINDS } from './card-kind.ts';

/** A month of a plan whose cards were decided: the key makes the round happen once, however often the tick runs. */
export const reminderRounds = pgTable(
  'reminder_rounds',
  {
    planId: text()
      .notNull()
      .references(() => plans.id),
    month: integer().notNull(),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.month] })],
);

/** What one unit was to be told in a round; `recipientType` none: nobody could be found, the office was told. */
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
    month: integer().notNull(),
    recipientType: text({ enum: ['person', 'chat', 'none'] }).notNull(),
    recipientId: text(),
    decidedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.planId, t.unitId, t.month)],
);

/** A month card that the office holds back (暂缓): nothing goes out until it is let go. */
export const reminderHolds = pgTable(
  'reminder_holds',
  {
    planId: text()
      .notNull()
      .references(() => plans.id),
    month: integer().notNull(),
    heldBy: text().notNull(),
    heldAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.month] })],
);

/** One card of a reminder; more than ten tasks make several. `key` is the outbox key. */
export const reminderCards = pgTable('reminder_cards', {
  key: text().primaryKey(),
  reminderId: text()
    .notNull()
    .references(() => reminders.id),
  no: integer().notNull(),
  /** How many cards the reminder has. */
  of: integer().notNull(),
  /** What it is for: the month's own card, or a later word on some of its items. */
  kind: text({ enum: CARD_KINDS }).notNull().default('month'),
  /** A card with some of the items for one person (转办), or one that was handed over (交接): no list of its own. */
  copyFor: text(),
  /** The fresh card that took its place before its buttons died. */
  replacedBy: text(),
});

/** What stands on a card under which number; numbers run on over the cards of one reminder. */
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
