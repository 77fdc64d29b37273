import { index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { units } from '../units/tables.ts';

/** 标签: by what the office calls several units at once. */
export const unitTags = pgTable(
  'unit_tags',
  {
    unitId: text()
      .notNull()
      .references(() => units.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.tag] }), index().on(t.tag)],
);

/** A policy that the office tells units of. */
export const announcements = pgTable('announcements', {
  id: text().primaryKey(),
  policyId: text().notNull(),
  unitIds: jsonb().$type<string[]>().notNull(),
  state: text({ enum: ['draft', 'sent', 'dropped', 'undone'] }).notNull(),
  createdBy: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});

/** Who was told of which policy: one row a policy and place, so that nobody is told twice. */
export const announced = pgTable(
  'announced',
  {
    policyId: text().notNull(),
    /** Person or group. */
    toId: text().notNull(),
    toType: text({ enum: ['open_id', 'chat_id'] }).notNull(),
    announcementId: text().notNull(),
    unitId: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.toId] }), index().on(t.announcementId)],
);

/** 退订政策推送: a person or group that wants none. */
export const announceRefusals = pgTable('announce_refusals', {
  toId: text().primaryKey(),
  refusedBy: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
