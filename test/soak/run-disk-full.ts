/**
 * `npm run soak:disk`: a small file system that fills up while events come in, under PGlite and under Postgres. Mounting
 * one needs root; elsewhere it is left out and said so.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Db } from '../../src/db/db.ts';
import { migratePostgres } from '../../src/db/migrate-postgres.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { inDatabase, startCluster } from '../support/postgres-cluster.ts';
import { soakDiskFull } from './disk-full.ts';

const MIB = { pglite: 90, postgres: 40 };

/** A file system of its own, as large as said; undefined where it cannot be mounted. */
function mountSmall(mib: number): { folder: string; unmount: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'gongxin-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    unmount: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function report(name: string, folder: string, db: Db): Promise<void> {
  const { before, full, after, stored, wrong } = await soakDiskFull(folder, db);
  console.log(
    `${name}: ${before.accepted} events stored, then the disk full: ${full.accepted} stored and ${full.refused} refused with 5xx; with room again ${after.accepted} stored; ${stored} in all: ${wrong.length} violations`,
  );
  for (const line of wrong) console.log(`  ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}

const small = mountSmall(MIB.pglite);
if (!small) {
  console.warn('LEFT OUT: disk full. Mounting a small file system needs root.');
  if (process.env.REQUIRE_ALL === '1') process.exitCode = 1;
  process.exit();
}
const opened = await openPglite(join(small.folder, 'pglite'));
await report('PGlite', small.folder, opened.db);
await opened.close();
small.unmount();

const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') {
  console.warn(`LEFT OUT: Postgres. ${cluster.reason}`);
  if (process.env.REQUIRE_ALL === '1') process.exitCode = 1;
} else {
  const disk = mountSmall(MIB.postgres);
  if (!disk) throw new Error('no second file system');
  // Its tables lie on the small one, its log elsewhere: "could not extend file".
  execFileSync('chown', ['postgres', disk.folder]);
  chmodSync(disk.folder, 0o700);
  const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create tablespace small location '${disk.folder}'`);
  await admin.unsafe(
    `create database gongxin_small tablespace small encoding 'UTF8' locale 'C.UTF-8' template template0`,
  );
  const url = inDatabase(cluster.url, 'gongxin_small');
  await migratePostgres(url);
  const database = openPostgres(url);
  await report('Postgres', disk.folder, database.db);
  await database.close();
  await admin.unsafe('drop database gongxin_small with (force)');
  await admin.unsafe('drop tablespace small');
  await admin.end();
  disk.unmount();
  await cluster.stop();
}
