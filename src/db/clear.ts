import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from './db.ts';

/** Empties every table but the record of migrations. Only the demonstration's 重置 does this. */
export async function clearAllTables(db: Db): Promise<void> {
  const result = await db.execute(sql`select tablename from pg_tables where schemaname = 'public'`);
  const names = rowsOf<{ tablename: string }>(result).map((r) => `"${r.tablename}"`);
  if (names.length > 0)
    await db.execute(sql.raw(`truncate ${names.join(', ')} restart identity cascade`));
}
