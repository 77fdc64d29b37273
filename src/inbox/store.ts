import { type Db, isRefusedData } from '../db/db.ts';
import { insertRows, type NewRow } from './queries.ts';

/** Rows of one statement at most: some hundred KB. */
const GROUP = 100;

/** Stores an event durably; true when it was new. */
export type Store = (row: NewRow) => Promise<boolean>;

type Waiting = { row: NewRow; resolve: (isNew: boolean) => void; reject: (error: unknown) => void };

/**
 * A store that inserts in groups: while one insert runs, the next events gather, and each is answered after its own
 * commit. Under load this costs one commit for many events; alone, an event waits for nothing.
 */
export function createStore(db: Db, leaseMs: number): Store {
  let waiting: Waiting[] = [];
  let running = false;

  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      await storeGroup(db, group, leaseMs);
      await breathe();
    }
    running = false;
  };

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      if (!running) void run();
    });
}

/**
 * PGlite computes on this very thread: while it inserts, nothing can arrive. Without a pause each group would be one event.
 */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 1));

async function storeGroup(db: Db, group: Waiting[], leaseMs: number): Promise<void> {
  // The same event twice in a group: one of the two is the new one.
  const first = new Map(group.map((w) => [w.row.key, w]).reverse() as [string, Waiting][]);
  const unique = [...first.values()];
  try {
    const fresh = await insertRows(
      db,
      unique.map((w) => w.row),
      leaseMs,
    );
    for (const w of group) w.resolve(first.get(w.row.key) === w && fresh.has(w.row.key));
  } catch (error) {
    // One event that the database refuses must not take the others with it.
    if (group.length > 1 && isRefusedData(error))
      for (const w of group) await storeGroup(db, [w], leaseMs);
    else for (const w of group) w.reject(error);
  }
}
