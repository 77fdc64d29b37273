import { sql } from 'drizzle-orm';
import { type Db, rowsOf } from './db.ts';

/** Empties every table but the record of migrations. Only the demonstration's 重置 and a restore do this. */
export async function clearAllTables(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    const result = await tx.execute(
      sql`select tablename from pg_tables where schemaname = 'public'`,
    );
    const names = rowsOf<{ tablename: string }>(result).map((r) => `"${r.tablename}"`);
    if (names.length === 0) return;
    // The audit's own guard lets nobody else do it (drizzle/0001_audit.sql).
    await tx.execute(sql`select set_config('gongxin.clearing', 'on', true)`);
    await tx.execute(sql.raw(`truncate ${names.join(', ')} restart identity cascade`));
    await tx.execute(sql`select set_config('gongxin.clearing', '', true)`);
  });
}
