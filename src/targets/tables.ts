import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { units } from '../units/tables.ts';

/** Numeric annual targets. What was read from a document is `proposed` until the office confirms it. */
export const targets = pgTable(
  'targets',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    name: text().notNull(),
    /** The form in which names are compared. */
    key: text().notNull(),
    measure: text({ enum: ['level', 'growth', 'ratio'] }).notNull(),
    bound: text({ enum: ['at-least', 'at-most', 'about'] }).notNull(),
    scope: text({ enum: ['county', 'city'] }).notNull(),
    /** As written, in the unit that was used: a decimal, never a binary fraction. */
    value: text().notNull(),
    unit: text().notNull(),
    /** Who reports it; null: whoever names it. */
    unitId: text().references(() => units.id),
    /** Percent of the year due by the end of June; null: as the county's default. */
    half: integer(),
    /** 错月: months by which its figures come later. */
    lag: integer().notNull().default(0),
    state: text({ enum: ['proposed', 'confirmed', 'dropped'] }).notNull(),
    /** Document and sentence. */
    source: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    decidedBy: text(),
    decidedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('target_live')
      .on(t.year, t.key, t.measure, t.scope)
      .where(sql`${t.state} <> 'dropped'`),
  ],
);

/** Reported figures of a target. Rows are only added; the newest of a month and span that is not withdrawn holds. */
export const targetValues = pgTable(
  'target_values',
  {
    id: text().primaryKey(),
    targetId: text()
      .notNull()
      .references(() => targets.id),
    /** Who reported it; null: the office. */
    unitId: text().references(() => units.id),
    month: integer().notNull(),
    span: text({ enum: ['cumulative', 'current'] }).notNull(),
    value: text().notNull(),
    unit: text().notNull(),
    /** What was written. */
    text: text().notNull(),
    /** Values of one message are undone together. */
    batchId: text().notNull(),
    reportedBy: text().notNull(),
    reportedAt: timestamp({ withTimezone: true }).notNull(),
    no: integer().notNull().default(0),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.targetId, t.month), index().on(t.batchId)],
);
