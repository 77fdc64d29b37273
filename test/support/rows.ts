import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/db.ts';

/** Empties the inbox and the outbox, for tests that cannot run inside one transaction. */
export async function emptyQueues(db: Db): Promise<void> {
  await db.execute(
    sql`truncate inbox, card_actions, outbox, send_rate, api_usage, settings restart identity`,
  );
}

/** Lets time pass for the rows of a table: moves its technical times into the past. */
export async function age(db: Db, table: 'inbox' | 'outbox', ms: number): Promise<void> {
  const columns =
    table === 'inbox'
      ? ['runAt', 'leasedUntil', 'receivedAt']
      : ['runAt', 'leasedUntil', 'maybeSentSince'];
  const back = sql.raw(`interval '${ms} ms'`);
  const changes = columns.map((c) => sql`${sql.identifier(c)} = ${sql.identifier(c)} - ${back}`);
  await db.execute(sql`update ${sql.identifier(table)} set ${sql.join(changes, sql`, `)}`);
}
