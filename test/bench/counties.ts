import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startNode } from '../support/node-process.ts';
import { createMigrated, inDatabase, startCluster } from '../support/postgres-cluster.ts';

/** What a county costs that does nothing: memory, connections, statements, processor, in a process that serves many. */
const sizes = process.argv.slice(2).map(Number);

const platform = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  const bot = { app_name: '工信助手', open_id: 'ou_bot', activate_status: 2 };
  response.end(
    JSON.stringify({ code: 0, msg: 'ok', tenant_access_token: 't-bench', expire: 7200, bot }),
  );
});
await new Promise<void>((done) => platform.listen(0, '127.0.0.1', done));
const baseUrl = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;
const cluster = await startCluster(process.env.TEST_DATABASE_URL);
if (cluster.kind === 'left-out') throw new Error(cluster.reason);
const folder = mkdtempSync(join(tmpdir(), 'gongxin-many-'));
const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
const { url: first, drop } = await createMigrated(cluster.url);
const template = new URL(first).pathname.slice(1);

for (const size of sizes.length > 0 ? sizes : [1, 20]) {
  const counties = [];
  for (let i = 0; i < size; i++) {
    const name = `${template}_${size}_${i}`;
    await admin.unsafe(`create database ${name} template ${template}`);
    const settings = {
      FEISHU_APP_ID: `cli_${String(i).padStart(16, '0')}`,
      FEISHU_APP_SECRET: 's',
      FEISHU_ENCRYPT_KEY: 'k',
      FEISHU_VERIFICATION_TOKEN: 't',
      FEISHU_BASE_URL: baseUrl,
      DATABASE_URL: inDatabase(cluster.url, name),
    };
    counties.push({ id: `c${i}`, settings });
  }
  const file = join(folder, `${size}.json`);
  writeFileSync(file, JSON.stringify({ counties }));
  const node = await startNode(
    { COUNTIES_FILE: file, DATA_DIR: join(folder, 'data') },
    {
      ready: async (url) => {
        const { counties: states } = await (await fetch(`${url}/readyz`)).json();
        return Object.values(states).every((s) => s === 'ok');
      },
    },
  );
  const like = `${template}_${size}_%`;
  const look = async () => {
    const [statements] = await admin`
      select coalesce(sum(xact_commit), 0)::int as n from pg_stat_database where datname like ${like}`;
    const [connections] = await admin`
      select count(*)::int as n from pg_stat_activity where datname like ${like}`;
    const status = readFileSync(`/proc/${node.child.pid}/status`, 'utf8');
    const stat = readFileSync(`/proc/${node.child.pid}/stat`, 'utf8').split(' ');
    return {
      transactions: Number(statements?.n ?? 0),
      connections: Number(connections?.n ?? 0),
      residentMb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
      // Clock ticks of 10 ms in user and kernel mode.
      cpuSeconds: (Number(stat[13]) + Number(stat[14])) / 100,
    };
  };
  await new Promise((done) => setTimeout(done, 20_000));
  const before = await look();
  await new Promise((done) => setTimeout(done, 60_000));
  const after = await look();
  console.log(
    JSON.stringify({
      counties: size,
      residentMb: after.residentMb,
      connections: after.connections,
      transactionsPerSecond: Number(((after.transactions - before.transactions) / 60).toFixed(1)),
      cpuPercentOfOneCore: Number((((after.cpuSeconds - before.cpuSeconds) / 60) * 100).toFixed(1)),
    }),
  );
  await node.stop();
  for (let i = 0; i < size; i++)
    await admin.unsafe(`drop database ${template}_${size}_${i} with (force)`);
}
await admin.end();
await drop();
await cluster.stop();
platform.closeAllConnections();
platform.close();
rmSync(folder, { recursive: true, force: true });
