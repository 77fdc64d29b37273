import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Db, OpenDb } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { freshPglite } from './db.ts';
import { inDatabase } from './postgres-cluster.ts';

const server = inject('postgres');

/** Whether this run has a Postgres; without one the reason was printed at its start. */
export const hasPostgres = server !== undefined;

/** A fresh migrated Postgres database, for a file of tests or a benchmark; it is dropped at the end of the run. */
export async function freshPostgres(): Promise<{ url: string }> {
  if (!server) throw new Error('this run has no Postgres');
  const name = `${server.template}_${randomUUID().slice(0, 8)}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database "${name}" template ${server.template}`);
  await admin.end({ timeout: 5 });
  return { url: inDatabase(server.url, name) };
}

/** The same tests on PGlite and on a real Postgres. */
export function describeOnBoth(
  title: string,
  suite: (database: { kind: 'pglite' | 'postgres'; db: () => Db }) => void,
): void {
  describe(`${title} (PGlite)`, () => {
    let opened: OpenDb;
    beforeAll(async () => {
      opened = await freshPglite();
    });
    afterAll(() => opened.close());
    suite({ kind: 'pglite', db: () => opened.db });
  });

  describe.skipIf(!hasPostgres)(`${title} (Postgres)`, () => {
    let db: Db;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = openPostgres((await freshPostgres()).url);
      db = opened.db;
      close = opened.close;
    });
    afterAll(() => close());
    suite({ kind: 'postgres', db: () => db });
  });
}
