import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** A file that is no plan and waits for the office's word; its bytes stay with Feishu until then. */
export const waitingFiles = pgTable('waiting_files', {
  id: text().primaryKey(),
  messageId: text().notNull(),
  fileKey: text().notNull(),
  name: text().notNull(),
  sentBy: text().notNull(),
  sentAt: timestamp({ withTimezone: true }).notNull(),
  decision: text({ enum: ['public', 'internal', 'drop'] }),
});
