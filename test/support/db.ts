import type { Db } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';

let opened: Promise<Db> | undefined;

/** The worker's one migrated PGlite; change it only inside `rolledBack`. */
export function testDb(): Promise<Db> {
  opened ??= openPglite().then((o) => o.db);
  return opened;
}

class Rollback extends Error {}

/** Runs a test in a transaction that is undone afterwards. */
export async function rolledBack(run: (db: Db) => Promise<void>): Promise<void> {
  const db = await testDb();
  try {
    await db.transaction(async (tx) => {
      await run(tx);
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
}
