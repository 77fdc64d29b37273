import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Db, OpenDb } from './db.ts';

/** Opens a pool on a Postgres database; migrations are `migratePostgres`. */
export function openPostgres(
  url: string,
  options: { max?: number; fetchTypes?: boolean } = {},
): OpenDb {
  const client = postgres(url, {
    max: options.max ?? 10,
    fetch_types: options.fetchTypes ?? true,
    onnotice: () => {},
  });
  // Guarantee of the cast: Db is the common base of both drivers' databases.
  return {
    db: drizzle(client) as unknown as Db,
    close: () => client.end({ timeout: 5 }),
    kind: 'postgres',
  };
}
