import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Db, OpenDb } from './db.ts';
import { MIGRATIONS } from './migrations.ts';

/** Opens (and migrates) the embedded database in `folder`, or in memory. The caller holds the folder's lock. */
export async function openPglite(
  folder?: string,
  loadDataDir?: Blob,
): Promise<OpenDb & { client: PGlite }> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
  const client = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(loadDataDir ? { loadDataDir } : {}),
    startParams,
  });
  const db = drizzle(client);
  await migrate(db, { migrationsFolder: MIGRATIONS });
  // Guarantee of the cast: Db is the common base of both drivers' databases.
  return { db: db as unknown as Db, close: () => client.close(), kind: 'pglite', client };
}
