import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Db, OpenDb } from './db.ts';
import { FETCH_TYPES } from './postgres.ts';

/** How long what is under way on the other connections of a lost pool may take: what hangs there never ends by itself. */
const LOST_POOL_SECONDS = 5;
/** Where connections close because nobody uses them, that must not cut off a long transaction beside them. */
const IDLE_POOL_SECONDS = 120;

const CLOSE_SECONDS = 5;

type Pool = { client: postgres.Sql; db: object };

/**
 * A pool for a process that lives for months and outlives its database's absences. When postgres.js loses a connection
 * with something still to be written on it, that connection never sends again: queries on it hang, or wait half a minute
 * and fail. So the first lost connection replaces the whole pool. For Workers, whose pools live for one request, there is
 * `openPostgres`.
 */
export function openLastingPostgres(
  url: string,
  { max = 10, idleSeconds }: { max?: number | undefined; idleSeconds?: number | undefined } = {},
): OpenDb {
  const patience = idleSeconds === undefined ? LOST_POOL_SECONDS : IDLE_POOL_SECONDS;
  let isClosing = false;
  const open = (): Pool => {
    const client = postgres(url, {
      max,
      ...(idleSeconds === undefined ? {} : { idle_timeout: idleSeconds }),
      // No connection ends by its age: whichever closes was lost, or nobody used it.
      max_lifetime: null,
      onnotice: () => {},
      fetch_types: FETCH_TYPES,
      onclose: () => {
        if (isClosing || client !== current.client) return;
        current = open();
        void client.end({ timeout: patience }).catch(() => {});
      },
    });
    return { client, db: drizzle(client) };
  };
  let current = open();
  const db = new Proxy(current.db, {
    get: (_, property) => {
      const value: unknown = Reflect.get(current.db, property);
      return typeof value === 'function' ? value.bind(current.db) : value;
    },
  });
  return {
    // Guarantee of the cast: Db is the common base of both drivers' databases.
    db: db as Db,
    close: () => {
      isClosing = true;
      return current.client.end({ timeout: CLOSE_SECONDS });
    },
    kind: 'postgres',
  };
}

/**
 * Whether an uncaught exception is postgres.js writing to a connection that is gone: a rollback that nobody waits for any
 * more, thrown outside of every promise. Its pool has been replaced by then; every other exception ends the process.
 */
export function isWriteToLostConnection(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    error.message.includes("reading 'write'") &&
    /postgres[\\/].*connection\.js/.test(error.stack ?? '')
  );
}
