/** `npm run soak:edge -- --events 2000 --kills 20 --seed N`: the full figures on PGlite and on Postgres with 3 processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';
import { type EdgeSoak, soakEdge } from './edge.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const run = {
  seed: Number(values.seed),
  events: Number(values.events),
  kills: Number(values.kills),
};

async function report(name: string, soak: EdgeSoak): Promise<void> {
  const start = Date.now();
  const { wrong, kills, faults } = await soakEdge(soak);
  const took = Math.round((Date.now() - start) / 1000);
  console.log(
    `${name}: seed ${soak.seed}, ${soak.events} events, ${soak.events} answers, ${soak.events} reminders, ` +
      `${kills} x kill -9, ${faults} faults of the platform, ${took} s: ${wrong.length} violations`,
  );
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}

const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') {
  console.warn(`LEFT OUT: Postgres. ${cluster.reason}`);
  if (process.env.REQUIRE_ALL === '1') process.exitCode = 1;
} else {
  const { url, drop } = await createMigrated(cluster.url);
  await report('Postgres, 3 processes', { ...run, processes: 3, storage: url });
  await drop();
  await cluster.stop();
}
const folder = mkdtempSync(join(tmpdir(), 'gongxin-soak-'));
await report('PGlite', { ...run, processes: 1, storage: folder });
rmSync(folder, { recursive: true, force: true });
