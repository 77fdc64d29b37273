import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { OpenDb } from './db/db.ts';
import { type Hold, holdFolder } from './local-socket.ts';

/** Where the embedded database lies; the simulator's is kept apart from a real county's. */
export function databaseFolder(config: Config): string {
  return config.simulator ? join(config.DATA_DIR, 'simulator') : config.DATA_DIR;
}

export type OpenDatabase =
  | { kind: 'open'; database: OpenDb; hold?: Extract<Hold, { kind: 'held' }> }
  | { kind: 'taken'; folder: string };

/** Opens and migrates the database that the settings name; an embedded one is locked against other processes first. */
export async function openDatabase(
  config: Config,
  pool: { connections?: number; idleSeconds?: number } = {},
): Promise<OpenDatabase> {
  if (config.DATABASE_URL) {
    const { migratePostgres } = await import('./db/migrate-postgres.ts');
    const { openLastingPostgres } = await import('./db/lasting-postgres.ts');
    await migratePostgres(config.DATABASE_URL);
    return {
      kind: 'open',
      database: openLastingPostgres(config.DATABASE_URL, {
        max: pool.connections,
        idleSeconds: pool.idleSeconds,
      }),
    };
  }
  const folder = databaseFolder(config);
  const hold = await holdFolder(folder);
  if (hold.kind === 'taken') return { kind: 'taken', folder };
  mkdirSync(folder, { recursive: true });
  const { openPglite } = await import('./db/pglite.ts');
  const database = await openPglite(join(folder, 'pglite'));
  const close = async () => {
    await database.close();
    hold.release();
  };
  return { kind: 'open', database: { ...database, close }, hold };
}
