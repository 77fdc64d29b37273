import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { startPocket, textOf } from '../support/county.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { type NodeProcess, startNode } from '../support/node-process.ts';
import { inDatabase } from '../support/postgres-cluster.ts';

const ADMIN = 'ou_admin';

describe.skipIf(!hasPostgres)('npm start as a process, on Postgres', () => {
  let sim: Simulator;
  let settings: Record<string, string>;
  let database: OpenDb;
  let node: NodeProcess;

  const begin = async () => {
    node = await startNode(settings);
    sim.connect({ callbackUrl: node.url, dashboardUrl: node.url });
  };
  beforeAll(async () => {
    const pocket = await startPocket({
      now: new Date().toISOString(),
      people: [{ openId: ADMIN, name: '管理员', role: '', unit: '' }],
      admins: [ADMIN],
    });
    sim = pocket.sim;
    const { url } = await freshPostgres();
    settings = { ...pocket.settings, DATABASE_URL: url };
    database = openPostgres(url, { max: 2 });
    await begin();
  }, 120_000);
  afterAll(async () => {
    await node?.stop();
    await database?.close();
    await sim?.close();
  });

  const fromBot = () => sim.messages(sim.as(ADMIN).chatId).filter((m) => m.sender.isBot);

  test('stopped in the middle of its work it ends within ten seconds, and the next one finishes, each answer once', async () => {
    const player = sim.as(ADMIN);
    const count = 12;
    for (let i = 0; i < count; i++) player.send(`投诉建议：第${i}件事`);
    await sim.waitFor(() => fromBot()[0], 30_000);
    const { code, ms } = await node.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(11_000);
    await begin();
    // The platform pushes again what nobody took while there was no process.
    const receipts = () =>
      fromBot()
        .map(textOf)
        .filter((t) => t.includes('编号'));
    await sim.waitFor(() => (receipts().length >= count ? true : undefined), 60_000);
    expect(receipts()).toHaveLength(count);
    expect(new Set(receipts()).size).toBe(count);
  });

  test('a signal makes this process tell everything for a while', async () => {
    expect(node.written()).not.toContain('"level":"debug"');
    node.child.kill('SIGUSR2');
    await expect
      .poll(() => node.written(), { timeout: 10_000 })
      .toContain('log level raised by a signal');
  });

  test('it is not ready while a migration of its version is missing, and says which', async () => {
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
    await database.db.execute(sql`
      create table taken as select * from drizzle.__drizzle_migrations order by id desc limit 1`);
    await database.db.execute(
      sql`delete from drizzle.__drizzle_migrations where id in (select id from taken)`,
    );
    const without = await fetch(`${node.url}/readyz`);
    expect(without.status).toBe(503);
    expect((await without.json()).reason).toMatch(/migrations are not applied: \d of \d/);
    await database.db.execute(sql`insert into drizzle.__drizzle_migrations select * from taken`);
    await database.db.execute(sql`drop table taken`);
    expect((await fetch(`${node.url}/readyz`)).status).toBe(200);
  });

  test('with its database away it lives, is not ready, stores nothing and says so', async () => {
    await database.close();
    const url = settings.DATABASE_URL ?? '';
    const admin = postgres(inDatabase(url, 'postgres'), { max: 1, onnotice: () => {} });
    await admin.unsafe(`drop database "${new URL(url).pathname.slice(1)}" with (force)`);
    await admin.end();
    await new Promise((r) => setTimeout(r, 500));
    if (node.child.exitCode !== null) throw new Error(node.written().slice(-2500));
    const ready = await fetch(`${node.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ok: false, reason: 'the database does not answer' });
    expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${node.url}/metrics`)).text()).toContain('gongxin_database_up 0');
    const { code, ms } = await node.stop();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(11_000);
  });
});
