import type { Db, OpenDb } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';

let shared: ReturnType<typeof openPglite> | undefined;
let dumped: Promise<Blob> | undefined;

/** The worker's one migrated PGlite; change it only inside `rolledBack`. */
export async function testDb(): Promise<Db> {
  shared ??= openPglite();
  return (await shared).db;
}

/** A PGlite of one's own, migrated and empty, for tests that cannot be rolled back. */
export async function freshPglite(): Promise<OpenDb> {
  shared ??= openPglite();
  const { client } = await shared;
  dumped ??= client.dumpDataDir('none');
  return openPglite(undefined, await dumped);
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
