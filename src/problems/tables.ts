import { date, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { occurrences } from '../plan/tables.ts';
import { units } from '../units/tables.ts';

/** 问题清单: numbered within a year; a number is never given twice. */
export const problems = pgTable(
  'problems',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    no: integer().notNull(),
    content: text().notNull(),
    /** Who has to solve it: the unit that raised it until the office decides otherwise. */
    unitId: text()
      .notNull()
      .references(() => units.id),
    /** Who raised it. */
    raisedUnitId: text()
      .notNull()
      .references(() => units.id),
    /** The item it holds up. */
    occurrenceId: text().references(() => occurrences.id),
    dueOn: date(),
    raisedBy: text().notNull(),
    raisedAt: timestamp({ withTimezone: true }).notNull(),
    /** The reports whose words it bears: when they are withdrawn, it bears those of an earlier one or goes with them. */
    batchId: text(),
    state: text({ enum: ['open', 'solved', 'withdrawn'] })
      .notNull()
      .default('open'),
    solvedBy: text(),
    solvedAt: timestamp({ withTimezone: true }),
    /** The completion that struck it off, if one did. */
    solvedBatchId: text(),
  },
  (t) => [
    unique().on(t.year, t.no),
    index().on(t.occurrenceId, t.raisedUnitId),
    index().on(t.batchId),
  ],
);
