import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { TaskSnapshot } from '../plan/snapshot.ts';
import { occurrences } from '../plan/tables.ts';
import { units } from '../units/tables.ts';
import { MATTER_KINDS } from './matter.ts';

/**
 * What a unit has put to the office and waits for its word: more time, a disputed share, no such work, a completion to
 * be reviewed. One open matter of a kind for a unit and an item; a newer one takes its place.
 */
export const matters = pgTable(
  'matters',
  {
    id: text().primaryKey(),
    kind: text({ enum: MATTER_KINDS }).notNull(),
    occurrenceId: text()
      .notNull()
      .references(() => occurrences.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    role: text({ enum: ['lead', 'coop'] }).notNull(),
    raisedBy: text().notNull(),
    raisedAt: timestamp({ withTimezone: true }).notNull(),
    messageId: text(),
    /** The reports it came with. */
    batchId: text(),
    reason: text().notNull().default(''),
    /** The day asked for. */
    askedOn: date(),
    state: text({ enum: ['open', 'agreed', 'refused', 'withdrawn', 'replaced'] })
      .notNull()
      .default('open'),
    /** The batch of reports, or the matter, that made it pointless: with that undone it is open again. */
    replacedBy: text(),
    decidedBy: text(),
    decidedAt: timestamp({ withTimezone: true }),
    /** What the office said with its decision. */
    answer: text().notNull().default(''),
    /** The day agreed to. */
    grantedOn: date(),
    /** The unit that took a disputed share over. */
    passedTo: text(),
    /** What the decision changed, as it was before. */
    before: jsonb().$type<TaskSnapshot>(),
  },
  (t) => [
    uniqueIndex('matters_open')
      .on(t.kind, t.occurrenceId, t.unitId)
      .where(sql`${t.state} = 'open'`),
    index().on(t.occurrenceId, t.unitId),
    index().on(t.batchId),
  ],
);
