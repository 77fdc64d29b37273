/** A process of the platform's edge, to be killed: webhook, drain and sender over one database. */
import { serve } from '@hono/node-server';
import { z } from 'zod';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { drainInbox } from '../../src/inbox/drain.ts';
import type { Handlers } from '../../src/inbox/handle.ts';
import { countRows } from '../../src/inbox/queries.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { webhookRoutes } from '../../src/inbox/webhook.ts';
import { createLog } from '../../src/log.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { SEND_PLAN, sendOutbox } from '../../src/outbox/send.ts';
import { countMessages } from '../../src/outbox/stuck-queries.ts';
import { getSetting, setSetting } from '../../src/settings/queries.ts';
import { defineSetting } from '../../src/settings/setting.ts';
import { SECURITY } from '../support/signed.ts';

const [storage = '', baseUrl = ''] = process.argv.slice(2);
const log = createLog('error', () => {});
const now = () => new Date();

// Short leases and no pace: what is tried is who dies when, not how long one waits.
const patience = { leaseMs: 2_000, pausesMs: [100, 100, 500, 500, 1_000, 1_000, 1_000] };
const plan = { ...SEND_PLAN, leaseMs: 4_000, laneGapMs: 0, app: [], stopMs: 500 };
plan.pausesMs = Array.from({ length: 40 }, () => 200);

const { db } = storage.startsWith('postgres') ? openPostgres(storage) : await openPglite(storage);
const feishu = createFeishu({
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 's',
  baseUrl,
  log,
  timeoutMs: 1_000,
});

const handlers: Handlers = {
  event: async (event, work) => {
    if (event.kind !== 'message') return;
    await work.commit(async (tx) => {
      const times = defineSetting(`times:${event.text}`, z.number(), 0);
      await setSetting(tx, times, (await getSetting(tx, times)) + 1, now());
      const to = { type: 'chat_id', id: event.chatId } as const;
      const answer = { type: 'text', text: `answer ${event.text}` } as const;
      await enqueue(tx, { key: `a:${event.text}`, to, content: answer, purpose: 'answer' });
      const person = { type: 'open_id', id: `ou_${event.chatId}` } as const;
      const reminder = { type: 'text', text: `reminder ${event.text}` } as const;
      await enqueue(tx, { key: `r:${event.text}`, to: person, content: reminder, purpose: 'push' });
    });
  },
  card: async () => ({}),
  parked: async () => {},
  lateAnswer: async () => {},
};

let wake = () => {};
const receive = createReceiver({ db, log, now, handlers, onStored: () => wake() });
const app = webhookRoutes({ security: SECURITY, receive, now, log });
app.get('/state', async (c) =>
  c.json({ ...(await countRows(db)), outbox: await countMessages(db) }),
);
app.get('/doubled', async (c) => {
  const numbers = c.req.query('of')?.split(',') ?? [];
  const wrong: string[] = [];
  for (const n of numbers) {
    const times = await getSetting(db, defineSetting(`times:${n}`, z.number(), 0));
    if (times !== 1) wrong.push(`${n}: ${times}`);
  }
  return c.json(wrong);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));

const deps = {
  db,
  feishu,
  log,
  now,
  config: { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: undefined },
};
for (;;) {
  try {
    await drainInbox({ db, log, botOpenId: async () => 'ou_bot' }, handlers, { patience });
    await sendOutbox(deps, {}, { plan });
  } catch {
    // The database or the platform was away: the next round.
  }
  await new Promise<void>((resolve) => {
    wake = resolve;
    setTimeout(resolve, 100);
  });
}
