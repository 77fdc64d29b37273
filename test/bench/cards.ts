/**
 * How long a click on a card takes, from the platform's request to the answer with toast and card: units report by button
 * at a steady rate, on PGlite and on Postgres. `--rate 10 --seconds 20`: a hundred units with five items each, all of which
 * report within one minute, make eight clicks a second.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClock } from '../../src/clock.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import { isMonthCard } from '../soak/check.ts';
import { furnish, OFFICE, unitsOf } from '../soak/county.ts';
import { startFleet } from '../soak/fleet.ts';
import { APP } from '../soak/options.ts';
import { pause } from '../soak/random.ts';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';

/** What the platform waits for a click is 3 s; a person waits one. */
const BOUND_MS = 1_000;
const UNITS = 100;
const STATES = ['已完成', '进行中', '有困难'];

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '10' }, seconds: { type: 'string', default: '20' } },
});
const rate = Number(values.rate);
const seconds = Number(values.seconds);

type Figures = { clicks: number; p50: number; p99: number; worst: number; failed: number };

async function measure(storage: string): Promise<Figures> {
  const units = unitsOf(UNITS);
  const isPostgres = storage.startsWith('postgres');
  const opened = isPostgres ? openPostgres(storage) : await openPglite(storage);
  await furnish(opened.db, units, 1);
  await opened.close();
  const clock = createClock(new Date('2026-01-04T09:10:00+08:00'));
  const sim = createSimulator({
    app: { ...APP, callbackUrl: '' },
    bot: { name: '工信助手' },
    people: [OFFICE, ...units].map((p) => ({ ...p, name: p.name, role: '', unit: '' })),
    groups: [],
    samples: [],
    clock,
    timeZone: 'Asia/Shanghai',
  });
  const baseUrl = await sim.listen(0);
  const fleet = await startFleet(1, { storage, baseUrl, speed: 1, verbose: false }, clock.now);
  sim.connect({ callbackUrl: `http://127.0.0.1:${fleet.port}` });
  try {
    const cards: { openId: string; messageId: string }[] = [];
    for (const { openId } of units) {
      const player = sim.as(openId);
      const card = await sim.waitFor(
        () => sim.messages(player.chatId).find(isMonthCard(1)),
        120_000,
      );
      cards.push({ openId, messageId: card.messageId });
    }
    const took: number[] = [];
    let failed = 0;
    const start = performance.now();
    const clicks = Array.from({ length: rate * seconds }, async (_, i) => {
      await pause(start + (i * 1_000) / rate - performance.now());
      const card = cards[i % cards.length];
      // Round by round another state: each click changes data.
      const state = STATES[Math.floor(i / cards.length) % STATES.length];
      if (!card || !state) return;
      const at = performance.now();
      const { toast } = await sim.as(card.openId).press(card.messageId, state);
      took.push(performance.now() - at);
      if (toast?.type !== 'success') failed++;
    });
    await Promise.all(clicks);
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    const worst = Math.round(sorted.at(-1) ?? 0);
    return { clicks: took.length, p50: at(0.5), p99: at(0.99), worst, failed };
  } finally {
    await fleet.stop();
    await sim.close();
  }
}

function report(name: string, { clicks, p50, p99, worst, failed }: Figures): void {
  const holds = p99 <= BOUND_MS && failed === 0;
  console.log(
    `${holds ? 'holds' : 'BROKEN'}  ${name}: ${clicks} clicks at ${rate}/s, p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms, ${failed} not saved; p99 at most ${BOUND_MS} ms`,
  );
  if (!holds) process.exitCode = 1;
}

const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') throw new Error(cluster.reason);
const { url, drop } = await createMigrated(cluster.url);
report('Postgres', await measure(url));
await drop();
await cluster.stop();
const folder = mkdtempSync(join(tmpdir(), 'gongxin-bench-'));
report('PGlite', await measure(folder));
rmSync(folder, { recursive: true });
