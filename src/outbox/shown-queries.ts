import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import { outbox } from './tables.ts';

/** A card as it was sent, with its key in the outbox. */
export type ShownCard = { key: string; card: Card };

/** The card that the platform knows under this id. */
export async function findShownCard(db: Db, messageId: string): Promise<ShownCard | undefined> {
  const [row] = await db
    .select({ key: outbox.key, content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), eq(outbox.kind, 'message')));
  return row && withCard(row);
}

/** The newest cards sent to a person or chat, newest first. */
export async function listShownCards(db: Db, toIds: string[], limit: number): Promise<ShownCard[]> {
  const rows = await db
    .select({ key: outbox.key, content: outbox.content })
    .from(outbox)
    .where(
      and(inArray(outbox.toId, toIds), eq(outbox.kind, 'message'), isNotNull(outbox.messageId)),
    )
    .orderBy(desc(outbox.seq))
    .limit(limit);
  return rows.flatMap((row) => withCard(row) ?? []);
}

function withCard({ key, content }: Pick<typeof outbox.$inferSelect, 'key' | 'content'>) {
  return content.type === 'card' ? { key, card: content.card } : undefined;
}
