import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startNode } from '../support/node-process.ts';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';

/** From `npm start` to the first 200 of /readyz, and the memory then and after some use; beside bare Node and bare Hono. */
const report = (line: Record<string, string | number>) => console.log(JSON.stringify(line));
const residentMb = (pid: number | undefined) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
};

async function measure(what: string, settings: Record<string, string>): Promise<void> {
  const began = performance.now();
  const node = await startNode(settings);
  const ms = Math.round(performance.now() - began);
  const atStart = residentMb(node.child.pid);
  for (let i = 0; i < 300; i++) await fetch(`${node.url}/readyz`).then((r) => r.text());
  await new Promise((done) => setTimeout(done, 3_000));
  report({ what, ms, residentMb: atStart, residentMbLater: residentMb(node.child.pid) });
  await node.stop();
}

const HONO = `
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
serve({ fetch: new Hono().get('/readyz', (c) => c.json({ ok: true })).fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`;

async function peer(what: string, code: string, ready: (url: string) => Promise<boolean>) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: 'ignore',
  });
  while (!(await ready(`http://127.0.0.1:${port}`).catch(() => false)))
    await new Promise((done) => setTimeout(done, 20));
  report({ what, ms: Math.round(performance.now() - began), residentMb: residentMb(child.pid) });
  child.kill();
}

const folder = mkdtempSync(join(tmpdir(), 'gongxin-start-'));
const embedded = { DATA_DIR: join(folder, 'data') };
await measure('demonstration, first start (makes database and county)', embedded);
await measure('demonstration, next start', embedded);
const cluster = await startCluster(process.env.TEST_DATABASE_URL);
if (cluster.kind === 'running') {
  const { url, drop } = await createMigrated(cluster.url);
  const real = {
    FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
    FEISHU_APP_SECRET: 's',
    FEISHU_ENCRYPT_KEY: 'k',
    FEISHU_VERIFICATION_TOKEN: 't',
    FEISHU_BASE_URL: 'http://127.0.0.1:1',
    DATABASE_URL: url,
    DATA_DIR: join(folder, 'real'),
  };
  await measure('a real county on Postgres', real);
  await drop();
  await cluster.stop();
}
await peer('peer: bare Hono on Node', HONO, async (url) => (await fetch(`${url}/readyz`)).ok);
rmSync(folder, { recursive: true, force: true });
