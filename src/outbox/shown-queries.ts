import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import { outbox } from './tables.ts';

/** The card that the platform knows under this id, as it was sent. */
export async function findShownCard(db: Db, messageId: string): Promise<Card | undefined> {
  const [row] = await db
    .select({ content: outbox.content })
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), eq(outbox.kind, 'message')));
  return row?.content.type === 'card' ? row.content.card : undefined;
}

/** The newest cards sent to a person or chat, newest first. */
export async function listShownCards(db: Db, toIds: string[], limit: number): Promise<Card[]> {
  const rows = await db
    .select({ content: outbox.content })
    .from(outbox)
    .where(
      and(inArray(outbox.toId, toIds), eq(outbox.kind, 'message'), isNotNull(outbox.messageId)),
    )
    .orderBy(desc(outbox.seq))
    .limit(limit);
  return rows.flatMap((r) => (r.content.type === 'card' ? [r.content.card] : []));
}
