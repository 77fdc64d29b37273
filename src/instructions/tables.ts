import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { tasks } from '../plan/tables.ts';
import { people, units } from '../units/tables.ts';

/**
 * 批示件: what a leader ordered, in the leader's own words. `draft` until the leader confirms; only then it has a number
 * within its year, which is never given twice. Overdue is computed, never stored.
 */
export const instructions = pgTable(
  'instructions',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    no: integer(),
    text: text().notNull(),
    leaderId: text()
      .notNull()
      .references(() => people.id),
    /** The task it was said of, if of one. */
    taskId: text().references(() => tasks.id),
    dueOn: date(),
    /** The leader's message: answers come back under it. */
    messageId: text().notNull(),
    chatId: text().notNull(),
    state: text({ enum: ['draft', 'open', 'closed', 'dropped', 'withdrawn'] })
      .notNull()
      .default('draft'),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    closedBy: text(),
  },
  (t) => [unique().on(t.year, t.no), index().on(t.leaderId), index().on(t.state)],
);

/** Who has to carry it out; none: the office decides. */
export const instructionUnits = pgTable(
  'instruction_units',
  {
    instructionId: text()
      .notNull()
      .references(() => instructions.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.instructionId, t.unitId] }), index().on(t.unitId)],
);

/** 办理情况: what a unit, or the office where no unit was named, says of an instruction. Rows are only added. */
export const instructionAnswers = pgTable(
  'instruction_answers',
  {
    id: text().primaryKey(),
    instructionId: text()
      .notNull()
      .references(() => instructions.id),
    unitId: text().references(() => units.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    messageId: text(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.instructionId)],
);

/** 领导关注: whose attention a task has; that leader is sent what is reported on it. */
export const attentions = pgTable(
  'attentions',
  {
    id: text().primaryKey(),
    taskId: text()
      .notNull()
      .references(() => tasks.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    since: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('attention_open').on(t.taskId, t.personId).where(sql`${t.endedAt} is null`),
    index().on(t.personId),
  ],
);
