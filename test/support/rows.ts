import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/db.ts';

/** Empties the inbox and the outbox, for tests that cannot run inside one transaction. */
export async function emptyQueues(db: Db): Promise<void> {
  await db.execute(
    sql`truncate inbox, card_actions, outbox, send_rate, api_usage, settings restart identity`,
  );
}

/** Lets time pass for the rows of a table: moves its technical times into the past. */
export async function age(
  db: Db,
  table: 'inbox' | 'outbox' | 'send_rate',
  ms: number,
): Promise<void> {
  const back = sql.raw(`interval '${ms} ms'`);
  const changes = TIMES[table].map(
    (c) => sql`${sql.identifier(c)} = ${sql.identifier(c)} - ${back}`,
  );
  await db.execute(sql`update ${sql.identifier(table)} set ${sql.join(changes, sql`, `)}`);
}

const TIMES = {
  inbox: ['runAt', 'leasedUntil', 'receivedAt'],
  outbox: ['runAt', 'leasedUntil', 'maybeSentSince'],
  send_rate: ['next'],
};
