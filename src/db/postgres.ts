import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Db, OpenDb } from './db.ts';

/**
 * postgres.js asks for the array types on every new connection, and nobody waits for that question: when the connection
 * is lost meanwhile, its error ends the process. drizzle writes and reads arrays without it.
 */
export const FETCH_TYPES = false;

/** Opens a pool on a Postgres database; migrations are `migratePostgres`. */
export function openPostgres(
  url: string,
  options: {
    max?: number | undefined;
    /** Connections that nobody used for so long are closed; by default they stay. */
    idleSeconds?: number | undefined;
  } = {},
): OpenDb {
  const client = postgres(url, {
    max: options.max ?? 10,
    ...(options.idleSeconds ? { idle_timeout: options.idleSeconds } : {}),
    fetch_types: FETCH_TYPES,
    onnotice: () => {},
  });
  // Guarantee of the cast: Db is the common base of both drivers' databases.
  return {
    db: drizzle(client) as unknown as Db,
    close: () => client.end({ timeout: 5 }),
    kind: 'postgres',
  };
}
