/**
 * A month's summary and the dashboard's first page in a Postgres that serves a hundred counties with ten years each: a
 * million tasks and five million reports. A county is a database (its `DATABASE_URL`), so the counties are a hundred
 * databases of one server; every question goes to another county and month. `--counties N --questions N` for a short run.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Hono } from 'hono';
import { setSignedCookie } from 'hono/cookie';
import postgres from 'postgres';
import { range } from '../../src/calendar/period.ts';
import { progressCard } from '../../src/chat/answers/answer-progress.ts';
import type { Db } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { loadFigures } from '../../src/summary/load.ts';
import { summarise } from '../../src/summary/summarise.ts';
import { findSigningKey, nameOf, sessionCookie } from '../../src/web/cookies.ts';
import { webRoutes } from '../../src/web/routes.ts';
import { commandDeps } from '../support/filled.ts';
import { createMigrated, inDatabase, startCluster } from '../support/postgres-cluster.ts';
import { fillCountyLedger } from './summary-data.ts';

const { values } = parseArgs({
  options: {
    counties: { type: 'string', default: '100' },
    questions: { type: 'string', default: '500' },
  },
});
const COUNTIES = Number(values.counties);
const QUESTIONS = Number(values.questions);
const YEARS = range(2017, 2026);
const NOW = '2026-10-20T02:00:00Z';
const TODAY = '2026-10-20';

const cluster = await startCluster(process.env.TEST_DATABASE_URL, {
  fsync: false,
  settings: { shared_buffers: '1GB', max_wal_size: '4GB', max_connections: '300' },
});
if (cluster.kind === 'left-out') throw new Error(cluster.reason);
const model = await createMigrated(cluster.url);
const admin = postgres(cluster.url, { max: 1, onnotice: () => {} });
const names = [new URL(model.url).pathname.slice(1)];
const open: { db: Db; close: () => Promise<void> }[] = [];
let ok = false;
try {
  await fill();
  for (const name of names) open.push(openPostgres(inDatabase(cluster.url, name), { max: 2 }));
  await census();
  ok = await measureAll();
} finally {
  for (const { close } of open) await close();
  for (const name of names) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end({ timeout: 5 });
  await cluster.stop();
}
process.exit(ok ? 0 : 1);

async function fill(): Promise<void> {
  const sql = postgres(model.url, { max: 1, onnotice: () => {} });
  await fillCountyLedger(sql, {
    years: YEARS,
    tasksOfPlan: 1_000,
    units: 60,
    reportsOfYear: 5_000,
  });
  await sql.end({ timeout: 5 });
  const [first] = names;
  for (let n = 2; n <= COUNTIES; n++) {
    const name = `${first}_${n}`;
    await admin.unsafe(`create database ${name} template ${first} strategy file_copy`);
    names.push(name);
    if (n % 20 === 0) process.stderr.write(`${n} counties\n`);
  }
}

/** What really lies in the server, counted. */
async function census(): Promise<void> {
  const total = { tasks: 0, reports: 0 };
  for (const name of names) {
    const sql = postgres(inDatabase(cluster.kind === 'running' ? cluster.url : '', name), {
      max: 1,
    });
    const [row] = await sql<{ tasks: number; reports: number }[]>`
      select (select count(*)::int from tasks) as tasks, (select count(*)::int from reports) as reports`;
    total.tasks += row?.tasks ?? 0;
    total.reports += row?.reports ?? 0;
    await sql.end({ timeout: 5 });
  }
  console.log(
    `${names.length} counties, ${YEARS.length} years: ${total.tasks.toLocaleString('en')} tasks, ${total.reports.toLocaleString('en')} reports`,
  );
}

async function measureAll(): Promise<boolean> {
  const pages = await Promise.all(open.map(({ db }) => dashboardOf(db)));
  const county = (i: number) => (i * 37) % open.length;
  const month = (i: number) => ({
    year: YEARS[(i * 7) % YEARS.length] ?? 2026,
    months: [1 + ((i * 5) % 12)],
  });
  const dbOf = (i: number): Db => {
    const db = open[county(i)]?.db;
    if (!db) throw new Error('no such county');
    return db;
  };
  const config = commandDeps(dbOf(0), NOW).config;
  // A server at work has its connections open: one question each beforehand.
  for (const { db } of open) await loadFigures(db, 2026, [1]);
  // On a machine that does other work the figures are its, not ours: the load is told beside them.
  console.log(
    `load of the machine ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`,
  );
  const rows = [
    await measure("a month's summary", 100, async (i) => {
      const { year, months } = month(i);
      const { total } = summarise((await loadFigures(dbOf(i), year, months)).lines, months, TODAY);
      if (total < 80) throw new Error(`only ${total} tasks`);
    }),
    await measure("a month's card in the chat", 100, async (i) => {
      const query = { kind: 'summary', units: [], role: null, status: null, ...month(i) } as const;
      const asked = { db: dbOf(i), config, now: new Date(NOW) };
      await progressCard(asked, { ...query, units: [] });
    }),
    await measure("the dashboard's first page", 300, async (i) => {
      const text = await pages[county(i)]?.();
      if (!text?.includes('</html>')) throw new Error('no page');
    }),
  ];
  return rows.every((passed) => passed);
}

/** The first page as the leader's browser asks for it, session and rights included. */
async function dashboardOf(db: Db): Promise<() => Promise<string>> {
  const deps = commandDeps(db, NOW, { PUBLIC_URL: 'http://127.0.0.1:3000' });
  const key = await findSigningKey(db, new Date(NOW));
  const session = {
    kind: 'session',
    openId: 'ou_bench',
    csrf: 'x'.repeat(32),
    until: Date.parse(NOW) + 3_600_000,
  };
  const login = new Hono().get('/', async (c) => {
    await setSignedCookie(
      c,
      nameOf(sessionCookie, { app: deps.config.FEISHU_APP_ID ?? '' }),
      JSON.stringify(session),
      key,
    );
    return c.text('');
  });
  const cookie = (await login.request('/')).headers.get('set-cookie')?.split(';')[0] ?? '';
  const app = webRoutes({ deps });
  return async () => {
    const answer = await app.request('http://127.0.0.1:3000/', { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return answer.text();
  };
}

async function measure(name: string, bound: number, run: (i: number) => Promise<void>) {
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < QUESTIONS; i++) {
    const from = performance.now();
    await run(i);
    times.push(performance.now() - from);
  }
  const used = process.cpuUsage(cpu);
  const own = (used.user + used.system) / 1000 / QUESTIONS;
  times.sort((a, b) => a - b);
  const at = (p: number) => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0;
  const passed = at(0.95) < bound;
  console.log(
    `${passed ? 'pass' : 'FAIL'}  ${name}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, most ${at(1).toFixed(1)} ms (bound: p95 < ${bound} ms; ${times.length} questions, ${own.toFixed(1)} ms of our processor time each)`,
  );
  return passed;
}
