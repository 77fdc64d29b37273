import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { units } from '../units/tables.ts';
import type { ParsedPlan, ParsedTask, Recurrence, Source } from './plan.ts';

/** 重点工作明细表: one yearly document. */
export const plans = pgTable('plans', {
  id: text().primaryKey(),
  title: text().notNull(),
  year: integer().notNull(),
  fileName: text().notNull(),
  /** SHA-256 of the parsed content: the same document imported again changes nothing. */
  digest: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  createdBy: text().notNull(),
  publishedAt: timestamp({ withTimezone: true }),
  publishedBy: text(),
});

/** What was read from a file and waits for 确认 or 放弃: a new plan or a changed one. */
export const planDrafts = pgTable('plan_drafts', {
  id: text().primaryKey(),
  /** The plan that this would change, when there is one of that year and title. */
  planId: text().references(() => plans.id),
  fileName: text().notNull(),
  digest: text().notNull(),
  parsed: jsonb().$type<ParsedPlan>().notNull(),
  createdBy: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({ enum: ['kept', 'discarded'] }),
});

/** One task of a plan, as the document has it. */
export const tasks = pgTable(
  'tasks',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** Order in the document. */
    position: integer().notNull(),
    month: integer(),
    seq: integer().notNull(),
    content: text().notNull(),
    /** The work it is part of, where the document names it beside the task. */
    title: text(),
    /** How much of it is to be reached, as written. */
    goal: text(),
    /** What is to be reached by when, from columns of months or quarters. */
    milestones: jsonb().$type<NonNullable<ParsedTask['milestones']>>(),
    /** Names exactly as written, in order. */
    leadUnits: jsonb().$type<string[]>().notNull(),
    coopUnits: jsonb().$type<string[]>().notNull(),
    startOn: date(),
    dueOn: date(),
    recurrence: jsonb().$type<Recurrence>(),
    source: jsonb().$type<Source>().notNull(),
    /** `office`: added in the chat (县领导交办); a document imported again leaves it alone. */
    origin: text({ enum: ['document', 'office'] })
      .notNull()
      .default('document'),
    state: text({ enum: ['active', 'withdrawn', 'suspended', 'cancelled'] })
      .notNull()
      .default('active'),
  },
  (t) => [index().on(t.planId)],
);

/** A unit's share in a task. */
export const taskUnits = pgTable(
  'task_units',
  {
    taskId: text()
      .notNull()
      .references(() => tasks.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    role: text({ enum: ['lead', 'coop'] }).notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.unitId, t.role] }), index().on(t.unitId)],
);

/**
 * One time a task falls due: recurring tasks have several, all others one. `months` are the months (1–12 of the plan's
 * year) whose cards and overviews show it.
 */
export const occurrences = pgTable(
  'occurrences',
  {
    id: text().primaryKey(),
    taskId: text()
      .notNull()
      .references(() => tasks.id),
    no: integer().notNull(),
    months: integer().array().notNull(),
    dueOn: date().notNull(),
  },
  (t) => [unique().on(t.taskId, t.no)],
);
