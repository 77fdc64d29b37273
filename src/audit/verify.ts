import type { Db } from '../db/db.ts';
import {
  type ChainEnd,
  type ChainReport,
  type ChainRow,
  createChainCheck,
  ERASED,
  erasedUpTo,
} from './chain.ts';
import {
  countOutside,
  deleteContents,
  findHead,
  lastPlaceBefore,
  listChain,
} from './chain-queries.ts';
import { type Act, recordAudit } from './record.ts';

const ROWS_AT_ONCE = 1_000;

/** Reads the whole audit and says what was altered, removed or reordered. `outside`: rows that never were in the chain. */
export async function verifyAudit(
  db: Db,
  seen?: ChainEnd,
): Promise<ChainReport & { outside: number }> {
  const check = createChainCheck(seen);
  // One snapshot: rows that come meanwhile are checked the next time, with their head.
  return db.transaction(
    async (tx) => {
      let after: number | undefined = 0;
      while (after !== undefined) {
        const rows: ChainRow[] = await listChain(tx, after, ROWS_AT_ONCE);
        for (const row of rows) check.row(row);
        after = rows.at(-1)?.seq;
      }
      return { ...check.end(await findHead(tx)), outside: await countOutside(tx) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Erases the details of everything older than `before`, and says so in the chain; returns how many rows. */
export async function eraseContents(db: Db, act: Act, before: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const upTo = await lastPlaceBefore(tx, before);
    const gone = await deleteContents(tx, upTo);
    if (gone > 0) await recordAudit(tx, act, ERASED, erasedUpTo(upTo), { rows: gone });
    return gone;
  });
}
