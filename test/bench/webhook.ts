/**
 * Events a second that are answered after they are stored: our webhook beside the SDK's own `adaptDefault`, in one run.
 * Encrypted, signed events of about 1 KB, every id new, 50 connections. `--seconds N --rounds N` (default 5 and 3).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';
import { encrypt, signatureHeaders, textPayload } from '../support/signed.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const FILLER = '本月进展情况说明。'.repeat(18);

type Variant = { name: string; server: 'ours' | 'sdk'; storage: 'none' | 'postgres' | 'pglite' };
const VARIANTS: Variant[] = [
  { name: 'SDK, stores nothing', server: 'sdk', storage: 'none' },
  { name: 'SDK, Postgres', server: 'sdk', storage: 'postgres' },
  { name: 'ours, Postgres', server: 'ours', storage: 'postgres' },
  { name: 'SDK, PGlite', server: 'sdk', storage: 'pglite' },
  { name: 'ours, PGlite', server: 'ours', storage: 'pglite' },
];

type Figures = { perSecond: number; p50: number; p99: number; refused: number };

// The cluster keeps fsync on: durable is durable.
const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') throw new Error(cluster.reason);

const figures = new Map<string, Figures[]>();
for (let round = 0; round < rounds; round++) {
  for (const variant of VARIANTS) {
    const measured = await measure(variant, cluster.url);
    figures.set(variant.name, [...(figures.get(variant.name) ?? []), measured]);
    process.stderr.write(`${variant.name}: ${Math.round(measured.perSecond)}/s\n`);
  }
}
await cluster.stop();
process.exitCode = report() ? 0 : 1;

async function measure(variant: Variant, url: string): Promise<Figures> {
  const { address, drop } = await prepareStorage(variant.storage, url);
  const child = fork(new URL('./webhook-server.ts', import.meta.url), [variant.server, address]);
  try {
    const port = await portOf(child);
    await load(port, 1);
    return await load(port, seconds);
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    await drop();
  }
}

async function prepareStorage(
  storage: Variant['storage'],
  url: string,
): Promise<{ address: string; drop: () => Promise<void> }> {
  if (storage === 'none') return { address: 'none', drop: async () => {} };
  if (storage === 'pglite') {
    const folder = mkdtempSync(join(tmpdir(), 'gongxin-bench-'));
    return { address: folder, drop: async () => rmSync(folder, { recursive: true }) };
  }
  const { url: address, drop } = await createMigrated(url);
  return { address, drop };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve(Number(port)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function load(port: number, duration: number): Promise<Figures> {
  // Made before, so that encrypting costs the load nothing while it is measured.
  const requests = Array.from({ length: duration * 7_000 }, () => {
    const payload = textPayload(FILLER, { chat_id: `oc_${Math.floor(Math.random() * 200)}` });
    const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload)) });
    return { body, headers: signatureHeaders(body, new Date()) };
  });
  let next = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/webhook/event`,
    connections: 50,
    duration,
    requests: [
      { setupRequest: (r) => ({ ...r, method: 'POST', ...requests[next++ % requests.length] }) },
    ],
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors,
  };
}

/** Prints the medians and whether the bounds hold. */
function report(): boolean {
  const median = (name: string, figure: keyof Figures) => {
    const sorted = (figures.get(name) ?? []).map((f) => f[figure]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  console.log(`${rounds} rounds of ${seconds} s, medians`);
  for (const { name } of VARIANTS) {
    console.log(
      [
        name.padEnd(22),
        `${Math.round(median(name, 'perSecond'))}/s`.padStart(9),
        `p50 ${median(name, 'p50')} ms`.padStart(12),
        `p99 ${median(name, 'p99')} ms`.padStart(12),
        `refused ${median(name, 'refused')}`.padStart(12),
      ].join(' '),
    );
  }
  const ratio = (a: string, b: string) => median(a, 'perSecond') / median(b, 'perSecond');
  const onPostgres = ratio('ours, Postgres', 'SDK, Postgres');
  const onPglite = ratio('ours, PGlite', 'SDK, PGlite');
  const bounds: [string, boolean][] = [
    [`Postgres: ${onPostgres.toFixed(2)} x the SDK, at least 1.5`, onPostgres >= 1.5],
    [`PGlite: ${onPglite.toFixed(2)} x the SDK, at least 1`, onPglite >= 1],
    ['Postgres: p99 no worse', median('ours, Postgres', 'p99') <= median('SDK, Postgres', 'p99')],
    ['PGlite: p99 no worse', median('ours, PGlite', 'p99') <= median('SDK, PGlite', 'p99')],
    ['nothing refused', VARIANTS.every(({ name }) => median(name, 'refused') === 0)],
  ];
  for (const [bound, holds] of bounds) console.log(`${holds ? 'holds' : 'BROKEN'}  ${bound}`);
  const reach = ratio('ours, Postgres', 'SDK, stores nothing');
  console.log(`reach   Postgres: ${reach.toFixed(2)} x the SDK that stores nothing, hoped for 1`);
  return bounds.every(([, holds]) => holds);
}
