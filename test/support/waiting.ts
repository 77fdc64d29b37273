import { eq } from 'drizzle-orm';
import type { Db } from '../../src/db/db.ts';
import type { MessageRow } from '../../src/outbox/queries.ts';
import { outbox } from '../../src/outbox/tables.ts';

/** What has not been sent yet, in the order it was enqueued. */
export async function listWaiting(db: Db): Promise<MessageRow[]> {
  return db.select().from(outbox).where(eq(outbox.state, 'pending')).orderBy(outbox.seq);
}
