import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db } from '../db/db.ts';
import type { Trailer } from './format.ts';
import { backupLines } from './lines.ts';

export type Written = { tables: number; rows: number; bytes: number };

/**
 * Writes the whole database, as it is at one moment, to a file that only this user may read. The file appears under its
 * name when it is complete and on the disk.
 */
export async function writeBackup(db: Db, path: string, at: Date): Promise<Written> {
  const part = `${path}.part`;
  try {
    const trailer = await db.transaction(
      async (tx) => {
        let last: Trailer | undefined;
        const lines = backupLines(tx, at);
        const text = async function* () {
          last = yield* lines;
        };
        await pipeline(
          Readable.from(text(), { objectMode: true }),
          createGzip(),
          createWriteStream(part, { mode: 0o600 }),
        );
        return last;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    const file = await open(part, 'r+');
    await file.sync();
    await file.close();
    await rename(part, path);
    const sums = Object.values(trailer?.tables ?? {});
    const rows = sums.reduce((sum, t) => sum + t.rows, 0);
    return { tables: sums.length, rows, bytes: (await stat(path)).size };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
