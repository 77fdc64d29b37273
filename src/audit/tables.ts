import { bigserial, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Who changed what, when and by which message. Rows are only ever added. */
export const audit = pgTable('audit', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
  /** Person's id, or `system`, or `cli`. */
  actor: text().notNull(),
  action: text().notNull(),
  /** `task:…`, `unit:…`: what was changed. */
  subject: text().notNull(),
  messageId: text(),
  detail: jsonb().$type<Record<string, unknown>>().notNull(),
});

/** What can be taken back with 撤销: the kind of change and what its undoing needs to know. */
export const changes = pgTable(
  'changes',
  {
    id: text().primaryKey(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    kind: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    undoneAt: timestamp({ withTimezone: true }),
    undoneBy: text(),
  },
  (t) => [index().on(t.actor, t.at)],
);
