import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from './db.ts';
import { MIGRATIONS } from './migrations.ts';

/** How many migrations this version of the program has, and how many the database has had. */
export async function migrationState(db: Db): Promise<{ known: number; applied: number }> {
  const journal = await readFile(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8');
  // Written by drizzle-kit, part of the program.
  const { entries } = JSON.parse(journal) as { entries: unknown[] };
  const result = await db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
  return { known: entries.length, applied: rowsOf<{ n: number }>(result)[0]?.n ?? 0 };
}

/** The database's own clock. */
export async function databaseTime(db: Db): Promise<Date> {
  const result = await db.execute(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  return new Date(rowsOf<{ ms: number }>(result)[0]?.ms ?? Number.NaN);
}
