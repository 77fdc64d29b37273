import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { type Db, rowsOf } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { countMessages } from '../../src/outbox/stuck-queries.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { APP } from './options.ts';

const PEOPLE = Array.from({ length: 60 }, (_, i) => ({
  openId: `ou_${i}`,
  name: `第${i}人`,
  role: '',
  unit: '',
}));
const SLOW_MS = 700;

describe.skipIf(!hasPostgres)('the program itself, ended while it sends', () => {
  let sim: Simulator;
  let baseUrl: string;
  let url: string;
  let db: Db;
  let close: () => Promise<void>;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    ({ url } = await freshPostgres());
    ({ db, close } = openPostgres(url));
    sim = createSimulator({
      app: { ...APP, callbackUrl: '' },
      bot: { name: '工信助手' },
      people: PEOPLE,
      groups: [],
      samples: [],
      clock: createClock(),
      timeZone: 'Asia/Shanghai',
    });
    baseUrl = await sim.listen(0);
    for (const { openId } of PEOPLE)
      await enqueue(db, {
        key: `hello:${openId}`,
        to: { type: 'open_id', id: openId },
        content: { type: 'text', text: `您好 ${openId}` },
        purpose: 'answer',
      });
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await sim.close();
    await close();
  });

  function start(): ChildProcess {
    const child = spawn(process.execPath, ['src/node.ts'], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: url,
        PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
        FEISHU_APP_ID: APP.appId,
        FEISHU_APP_SECRET: APP.appSecret,
        FEISHU_ENCRYPT_KEY: APP.encryptKey,
        FEISHU_VERIFICATION_TOKEN: APP.verificationToken,
        FEISHU_BASE_URL: baseUrl,
      },
    });
    started.push(child);
    return child;
  }
  const delivered = () =>
    PEOPLE.map(({ openId }) => sim.messages(sim.as(openId).chatId).filter((m) => m.sender.isBot));

  test('SIGTERM: what is in hand is finished within 10 seconds, the rest is sent by the next start, each once', async () => {
    sim.faults.choose((endpoint) =>
      endpoint.endsWith('/messages') ? { kind: 'delay', ms: SLOW_MS } : undefined,
    );
    const first = start();
    await sim.waitFor(() => delivered().flat().length >= 5, 60_000);
    const asked = Date.now();
    first.kill('SIGTERM');
    const [code] = await once(first, 'exit');
    expect(code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    const inHand = rowsOf<{ n: number }>(
      await db.execute(sql`select count(*)::int as n from outbox where "leasedUntil" is not null`),
    );
    expect(inHand[0]?.n).toBe(0);
    const { sent, pending } = await countMessages(db);
    expect(sent).toBe(delivered().flat().length);
    expect(pending).toBeGreaterThan(0);

    sim.faults.clear();
    start();
    await sim.waitFor(() => delivered().every((m) => m.length > 0), 60_000);
    expect(delivered().every((m) => m.length === 1)).toBe(true);
  });
});
