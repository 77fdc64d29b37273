import { isNull } from 'drizzle-orm';
import {
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { occurrences } from '../plan/tables.ts';
import { people, units } from '../units/tables.ts';
import { STATUSES } from './report.ts';

/**
 * What a unit reported on one occurrence of a task. Rows are only added: the newest one that is not withdrawn holds, so
 * an undo brings the one before back by itself.
 */
export const reports = pgTable(
  'reports',
  {
    id: text().primaryKey(),
    /** Items of one message or click: undone together. */
    batchId: text().notNull(),
    occurrenceId: text()
      .notNull()
      .references(() => occurrences.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    role: text({ enum: ['lead', 'coop'] }).notNull(),
    status: text({ enum: STATUSES }).notNull(),
    percent: real(),
    eta: date(),
    note: text().notNull().default(''),
    /** The office's word where one is needed: on more time, and on a completion while review is on. */
    decision: text({ enum: ['waiting', 'agreed', 'refused'] }),
    via: text({ enum: ['card', 'text', 'office'] }).notNull(),
    /** 代填: how the office heard of it and from whom. */
    source: text(),
    messageId: text(),
    reportedBy: text()
      .notNull()
      .references(() => people.id),
    reportedAt: timestamp({ withTimezone: true }).notNull(),
    /** The batch of the same person that this one corrects; both are kept. */
    amends: text(),
    /** Order of rows written at the same instant. */
    no: integer().notNull().default(0),
    withdrawnAt: timestamp({ withTimezone: true }),
    withdrawnBy: text(),
  },
  (t) => [
    index().on(t.occurrenceId, t.unitId, t.reportedAt),
    // In the very order in which the report that holds is looked for: nothing is sorted.
    index('reports_standing')
      .on(
        t.occurrenceId,
        t.unitId,
        t.reportedAt.desc().nullsFirst(),
        t.no.desc().nullsFirst(),
        t.id.desc().nullsFirst(),
      )
      .where(isNull(t.withdrawnAt)),
    index().on(t.batchId),
    index().on(t.reportedAt),
    index().on(t.messageId),
  ],
);

/** A question the bot put with buttons and that waits for the tap: the words and what they could mean. */
export const pendingReplies = pgTable('pending_replies', {
  id: text().primaryKey(),
  personId: text().notNull(),
  unitId: text(),
  messageId: text().notNull(),
  /** Where it was put; empty on questions from before this was kept. */
  chatId: text(),
  text: text().notNull(),
  options: jsonb().$type<unknown[]>().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  settledAt: timestamp({ withTimezone: true }),
});

/** 转办: who in a unit sees to one of its items. */
export const assignments = pgTable(
  'assignments',
  {
    occurrenceId: text()
      .notNull()
      .references(() => occurrences.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    assignedBy: text().notNull(),
    assignedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.occurrenceId, t.unitId] })],
);

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** A file or picture that a unit sent as evidence; the same bytes are kept once. */
export const evidence = pgTable(
  'evidence',
  {
    id: text().primaryKey(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    size: integer().notNull(),
    /** SHA-256 of the bytes, in hex. */
    digest: text().notNull(),
    bytes: bytea().notNull(),
    messageId: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique().on(t.unitId, t.digest)],
);

/** Which report a piece of evidence belongs to. */
export const evidenceOfReports = pgTable(
  'evidence_of_reports',
  {
    evidenceId: text()
      .notNull()
      .references(() => evidence.id, { onDelete: 'cascade' }),
    batchId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidenceId, t.batchId] }), index().on(t.batchId)],
);
