/**
 * `npm run soak`: 2 040 events and 2 040 reminders on Postgres with three processes and on PGlite, with `--kills` SIGKILLs
 * each. `--seed N` repeats a run, `--only postgres|pglite`, `--speed N` allows N times the platform's limits to both sides.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';
import type { SoakRun } from './options.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    units: { type: 'string', default: '170' },
    months: { type: 'string', default: '12' },
    kills: { type: 'string', default: '36' },
    away: { type: 'string', default: '120' },
    speed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
const common = {
  seed: Number(values.seed),
  units: Number(values.units),
  months: Number(values.months),
  kills: Number(values.kills),
  awayMs: Number(values.away) * 1_000,
  speed: Number(values.speed),
  verbose: values.verbose,
};

async function report(name: string, run: SoakRun): Promise<void> {
  console.log(`${name}: seed ${run.seed}`);
  const start = Date.now();
  const r = await soak(run);
  const took = Math.round((Date.now() - start) / 1000);
  console.log(
    [
      `  ${r.events} events, ${r.reminders} reminders, ${r.delivered} messages and card changes sent, ${took} s`,
      `  ${r.kills} x kill -9, ${r.faults} faults of the platform, ${r.clockSteps} clock steps, database away for ${r.awayMs / 1000} s`,
      `  ${r.wrong.length} violations`,
      ...r.wrong.slice(0, 20).map((line) => `    ${line}`),
    ].join('\n'),
  );
  if (r.wrong.length > 0) process.exitCode = 1;
}

if (values.only !== 'pglite') {
  const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
  if (cluster.kind === 'left-out') {
    console.warn(`LEFT OUT: Postgres. ${cluster.reason}`);
    if (process.env.REQUIRE_ALL === '1') process.exitCode = 1;
  } else {
    const { url, drop } = await createMigrated(cluster.url);
    await report('Postgres, 3 processes', { ...common, processes: 3, storage: url });
    await drop();
    await cluster.stop();
  }
}
if (values.only !== 'postgres') {
  const storage = mkdtempSync(join(tmpdir(), 'gongxin-soak-'));
  await report('PGlite', { ...common, awayMs: 0, processes: 1, storage });
  rmSync(storage, { recursive: true, force: true });
}
