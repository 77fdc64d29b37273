import type { Db } from '../db/db.ts';
import type { CardAction, CardAnswer, IncomingEvent } from '../feishu/event.ts';
import type { Log } from '../log.ts';
import { type ClaimedRow, finishRow, releaseRow, renewLease } from './queries.ts';

/** How a handler changes data. */
export type Work = {
  /** 1 at the first try. */
  attempt: number;
  /**
   * Runs `change` in one transaction with "this event is done": both hold or neither. At most once an event, after
   * everything slow or remote. When another process has taken the event over meanwhile, nothing is changed.
   */
  commit<T>(change: (tx: Db) => Promise<T>): Promise<T>;
};

/** What the application does with what arrives. An exception is a fault: the event comes back later. */
export type Handlers = {
  /** An event that is handled without `commit` is done when this returns. */
  event: (event: IncomingEvent, work: Work) => Promise<void>;
  /** The answer to a click: shown at once, or as a refreshed card when it took longer than 2 seconds. */
  card: (action: CardAction, work: Work) => Promise<CardAnswer>;
  /** After the last try, in the transaction that parks the event: tells the asker in one sentence. */
  parked: (tx: Db, event: IncomingEvent | CardAction) => Promise<void>;
  /** An answer that came after the click had been answered 处理中: puts its card into the outbox. */
  lateAnswer: (db: Db, action: CardAction, answer: CardAnswer) => Promise<void>;
};

export type Patience = {
  /** How long a claim lasts unless renewed; a dead process's events come back after it. */
  leaseMs: number;
  /** The pauses between tries; one try more than pauses, then the event is parked. */
  pausesMs: number[];
};

/** Longest wait of a chat behind an event that keeps failing: 2½ minutes. */
export const PATIENCE: Patience = { leaseMs: 60_000, pausesMs: [1_000, 5_000, 25_000, 120_000] };

class LeaseLost extends Error {
  override name = 'LeaseLost';
}

type Steps<T> = {
  run: (work: Work) => Promise<T>;
  park: (tx: Db) => Promise<void>;
  /** Whether a failed try is made good later; default yes. */
  comesBack?: () => boolean;
};

export type Outcome<T> = { kind: 'done'; result: T } | { kind: 'failed' | 'parked' | 'lost' };

/** Handles one claimed row: renews its lease meanwhile, marks it done, gives it back or parks it. Never throws. */
export async function handleRow<T>(
  context: { db: Db; log: Log; patience: Patience },
  row: ClaimedRow,
  steps: Steps<T>,
): Promise<Outcome<T>> {
  const { db, log, patience } = context;
  const started = performance.now();
  const fields = { key: row.key, type: row.type, attempt: row.attempts };
  let isDone = false;
  const work: Work = {
    attempt: row.attempts,
    commit: async (change) => {
      const result = await db.transaction(async (tx) => {
        // First, because it locks the row: nobody can claim it while the change is being made.
        if (!(await finishRow(tx, row, { state: 'done' }))) throw new LeaseLost();
        return change(tx);
      });
      isDone = true;
      return result;
    },
  };
  const heartbeat = setInterval(() => {
    renewLease(db, row, patience.leaseMs).catch(() => {});
  }, patience.leaseMs / 3);
  try {
    const result = await steps.run(work);
    if (!isDone && !(await finishRow(db, row, { state: 'done' }))) throw new LeaseLost();
    log.info({ ...fields, ms: Math.round(performance.now() - started) }, 'event handled');
    return { kind: 'done', result };
  } catch (error) {
    const reason = faultText(error);
    if (error instanceof LeaseLost || isDone) {
      log.warn({ ...fields, reason }, isDone ? 'fault after commit' : 'lease lost');
      return { kind: 'lost' };
    }
    return await giveBack(context, row, reason, steps);
  } finally {
    clearInterval(heartbeat);
  }
}

async function giveBack(
  { db, log, patience }: { db: Db; log: Log; patience: Patience },
  row: ClaimedRow,
  reason: string,
  steps: Steps<unknown>,
): Promise<{ kind: 'failed' | 'parked' | 'lost' }> {
  const fields = { key: row.key, type: row.type, attempt: row.attempts, reason };
  const comesBack = steps.comesBack?.() ?? true;
  const pause = comesBack ? patience.pausesMs[row.attempts - 1] : undefined;
  try {
    if (pause !== undefined) {
      await releaseRow(db, row, pause, reason);
      log.warn(fields, 'event failed, comes back');
      return { kind: 'failed' };
    }
    await parkRow(db, row, reason, steps.park);
    log.error(fields, 'event parked');
    return { kind: 'parked' };
  } catch (error) {
    // The database is away: the lease will bring the event back.
    log.error({ ...fields, giveBack: faultText(error) }, 'event left to its lease');
    return { kind: 'lost' };
  }
}

/** Parks with the sentence to the asker; without it rather than not at all. */
async function parkRow(
  db: Db,
  row: ClaimedRow,
  reason: string,
  park: (tx: Db) => Promise<void>,
): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      if (await finishRow(tx, row, { state: 'parked', reason })) await park(tx);
    });
  } catch {
    await finishRow(db, row, { state: 'parked', reason });
  }
}

/** Parks a row that was claimed more often than it may be tried: it kills the process each time. */
export async function parkUntried(
  context: { db: Db; log: Log },
  row: ClaimedRow,
  park: (tx: Db) => Promise<void>,
): Promise<void> {
  await parkRow(context.db, row, 'every try ended without an outcome', park);
  context.log.error({ key: row.key, type: row.type }, 'event parked');
}

/** A fault in one line, without the values of a query: they are people's words. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return 'a fault that is no Error';
  const known =
    error.message.startsWith('Failed query') && error.cause instanceof Error ? error.cause : error;
  return `${known.name}: ${known.message.split('\n')[0] ?? ''}`.slice(0, 300);
}
