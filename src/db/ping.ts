import { sql } from 'drizzle-orm';
import journal from '../../drizzle/meta/_journal.json' with { type: 'json' };
import { type Db, rowsOf } from './db.ts';

/**
 * Why the database cannot serve: it does not answer, or migrations of this version are missing; undefined when it can. One
 * that is ahead can: migrations only add.
 */
export async function ping(db: Db): Promise<string | undefined> {
  try {
    const result = await db.execute(
      sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
    );
    const applied = rowsOf<{ n: number }>(result)[0]?.n ?? 0;
    const known = journal.entries.length;
    return applied < known ? `migrations are not applied: ${applied} of ${known}` : undefined;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : undefined;
    const missing = cause instanceof Error && 'code' in cause && cause.code === '42P01';
    return missing ? 'migrations are not applied' : 'the database does not answer';
  }
}
