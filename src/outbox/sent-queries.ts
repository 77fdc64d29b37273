import { and, desc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Content, Recipient } from '../feishu/client.ts';
import type { MessageRow } from './queries.ts';
import { outbox } from './tables.ts';

export type SentMessage = { key: string; messageId: string; to: Recipient; sentAt: Date };

const sentColumns = {
  key: outbox.key,
  messageId: outbox.messageId,
  toType: outbox.toType,
  toId: outbox.toId,
  finishedAt: outbox.finishedAt,
};

/** The message that the platform knows under this id: what a reply or a click belongs to. */
export async function findByMessageId(db: Db, messageId: string): Promise<SentMessage | undefined> {
  const rows = await db
    .select(sentColumns)
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), eq(outbox.kind, 'message')));
  return rows.flatMap(toSent)[0];
}

/** Whether a message to this person or chat was handed to the platform, which has not told its id yet. */
export async function isUnderWay(db: Db, toId: string): Promise<boolean> {
  const [row] = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(
      and(
        eq(outbox.toId, toId),
        eq(outbox.kind, 'message'),
        eq(outbox.state, 'pending'),
        gt(outbox.claims, 0),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** What the message that the platform knows under this id showed when it was sent. */
export async function findSentContent(db: Db, messageId: string): Promise<Content | undefined> {
  const [row] = await db
    .select({ content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), eq(outbox.kind, 'message')));
  return row?.content;
}

/** What was answered last to a message of this person or chat. */
export async function findLastAnswer(db: Db, toId: string): Promise<Content | undefined> {
  const [row] = await db
    .select({ content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.toId, toId), eq(outbox.kind, 'message'), isNotNull(outbox.replyTo)))
    .orderBy(desc(outbox.seq))
    .limit(1);
  return row?.content;
}

function toSent(
  row: Pick<MessageRow, 'key' | 'messageId' | 'toType' | 'toId' | 'finishedAt'>,
): SentMessage[] {
  const { key, messageId, toType, toId, finishedAt } = row;
  if (messageId === null || finishedAt === null) return [];
  return [{ key, messageId, to: { type: toType, id: toId }, sentAt: finishedAt }];
}
