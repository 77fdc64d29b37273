import {
  bigint,
  bigserial,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { ChangeKind } from './change-kind.ts';

/**
 * Who changed what, when and by which message: ids only. Rows are only ever added; a trigger (drizzle/0001_audit.sql) gives each
 * its place in the chain when its transaction commits, and refuses every other change.
 */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** The place in the chain, from 1 without gaps. */
    seq: integer().unique(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** Person's id, or `system`, or `cli`. */
    actor: text().notNull(),
    action: text().notNull(),
    /** `task:…`, `unit:…`: what was changed. */
    subject: text().notNull(),
    messageId: text(),
    /** SHA-256 of salt and detail: still proves the details when somebody shows them after they were erased here. */
    digest: text().notNull(),
    /** The hash of the row before; empty for the first. */
    prev: text(),
    /** SHA-256 of everything above. */
    hash: text(),
  },
  (t) => [index().on(t.subject)],
);

/** The details of an audit row: they may hold what people wrote, and can be erased without breaking the chain. */
export const auditContents = pgTable('audit_contents', {
  auditId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => audit.id),
  /** So that nobody finds an erased detail by trying likely ones against its digest. */
  salt: text().notNull(),
  /** json, not jsonb: the digest is over the text as it was written. */
  detail: json().$type<Record<string, unknown>>().notNull(),
});

/** The one row with the end of the chain: locking it gives out the places, and it tells when the last rows are missing. */
export const auditHead = pgTable('audit_head', {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
});

/** What can be taken back with 撤销: the kind of change and what its undoing needs to know. */
export const changes = pgTable(
  'changes',
  {
    id: text().primaryKey(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    undoneAt: timestamp({ withTimezone: true }),
    undoneBy: text(),
  },
  (t) => [index().on(t.actor, t.at)],
);
