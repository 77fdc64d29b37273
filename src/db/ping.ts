import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

/** Why the database cannot serve: it does not answer, or its tables are not there; undefined when it can. */
export async function ping(db: Db): Promise<string | undefined> {
  try {
    await db.execute(sql`select 1 from plans limit 1`);
    return undefined;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : undefined;
    const missing = cause instanceof Error && 'code' in cause && cause.code === '42P01';
    return missing ? 'migrations are not applied' : 'the database does not answer';
  }
}
