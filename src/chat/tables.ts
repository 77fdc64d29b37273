import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ProgressQuery } from '../intent/intent.ts';
import type { PlanOrder } from '../intent/plan-order.ts';
import type { Match } from '../units/match-directory.ts';

/** A file that waits for the office's word, what it is or of which year; its bytes stay with Feishu until then. */
export const waitingFiles = pgTable('waiting_files', {
  id: text().primaryKey(),
  messageId: text().notNull(),
  fileKey: text().notNull(),
  name: text().notNull(),
  sentBy: text().notNull(),
  sentAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({
    enum: ['public', 'internal', 'public-apart', 'internal-apart', 'drop', 'plan'],
  }),
  /** `year`: a plan that names none; `nothing`: a plan that was shown, which may go into the library too. */
  asks: text({ enum: ['what', 'year', 'nothing'] })
    .notNull()
    .default('what'),
  /** A Feishu document instead of a file: its address. */
  link: text(),
});

/** What a person asked last in a chat: 那开发区呢 keeps the rest of it. */
export const conversations = pgTable('conversations', {
  /** Chat and person. */
  key: text().primaryKey(),
  query: jsonb().$type<ProgressQuery>(),
  question: text(),
  at: timestamp({ withTimezone: true }).notNull(),
});

/** An order of the office about the plan that was read and waits for 确认; `taskIds` are those it can mean. */
export const planOrders = pgTable('plan_orders', {
  id: text().primaryKey(),
  order: jsonb().$type<PlanOrder>().notNull(),
  planId: text().notNull(),
  taskIds: jsonb().$type<string[]>().notNull(),
  messageId: text().notNull(),
  createdBy: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({ enum: ['confirmed', 'dropped'] }),
});

/** One row of a list that was shown: which item the number meant. */
export type ShownItem = {
  no: number;
  unitId: string;
  role: 'lead' | 'coop';
  occurrenceId: string;
  /** Numbered in an earlier list of the chat and not in this one: 全部 does not mean it. */
  before?: true;
};

/** A list that an answer showed, under the answer's outbox key: numbers said after it are looked up here. */
export const shownLists = pgTable(
  'shown_lists',
  {
    key: text().primaryKey(),
    chatId: text().notNull(),
    items: jsonb().$type<ShownItem[]>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.chatId, t.at)],
);
/** What Feishu's directory proposes for the units, until an administrator says which of it holds. */
export const directorySyncs = pgTable('directory_syncs', {
  id: text().primaryKey(),
  matches: jsonb().$type<Match[]>().notNull(),
  createdBy: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({ enum: ['sure', 'all', 'none'] }),
});
