import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import type { Handlers } from '../../src/inbox/handle.ts';
import { countRows } from '../../src/inbox/queries.ts';
import { createReceiver, type Receive } from '../../src/inbox/receive.ts';
import { webhookRoutes } from '../../src/inbox/webhook.ts';
import { testDb } from '../support/db.ts';
import { forge, forgedWays } from '../support/forged-requests.ts';
import { keptLog } from '../support/log.ts';
import { emptyQueues } from '../support/rows.ts';
import {
  clickPayload,
  encrypt,
  requestOf,
  SECURITY,
  signedRequest,
  textPayload,
} from '../support/signed.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const ROUTES = ['/webhook/event', '/webhook/card'];
const { log, lines } = keptLog();

let db: Db;
let counted: string[] = [];
let wakes = 0;

beforeAll(async () => {
  db = await testDb();
});
afterEach(async () => {
  await emptyQueues(db);
  counted = [];
  wakes = 0;
  lines.length = 0;
});

function routes(options: { card?: Handlers['card']; receive?: Receive; secure?: boolean } = {}) {
  const receive =
    options.receive ??
    createReceiver({
      db,
      log,
      now: () => NOW,
      handlers: {
        card: options.card ?? (async () => ({})),
        parked: async () => {},
        lateAnswer: async () => {},
      },
      onStored: () => wakes++,
      clickDeadlineMs: 20,
    });
  return webhookRoutes({
    security: options.secure === false ? undefined : SECURITY,
    receive,
    now: () => NOW,
    log,
    count: (outcome) => counted.push(outcome),
  });
}

test.each(ROUTES)(
  '%s takes events: 200 after they are stored, and handling is started',
  async (path) => {
    const payload = textPayload('第1项已完成');
    const response = await routes().request(signedRequest(payload, NOW, path));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
    expect(await countRows(db)).toMatchObject({ pending: 1 });
    expect(wakes).toBe(1);
    expect((await routes().request(signedRequest(payload, NOW, path))).status).toBe(200);
    expect(await countRows(db)).toMatchObject({ pending: 1 });
    expect(counted).toEqual(['stored', 'duplicate']);
  },
);

test.each(ROUTES)('%s takes clicks and answers with toast and card', async (path) => {
  const card = { schema: '2.0' as const, config: { update_multi: true }, body: { elements: [] } };
  const app = routes({
    card: async () => ({ toast: { type: 'success', content: '已登记' }, card }),
  });
  const response = await app.request(signedRequest(clickPayload({ tag: 'button' }), NOW, path));
  expect(await response.json()).toEqual({
    toast: { type: 'success', content: '已登记' },
    card: { type: 'raw', data: card },
  });
});

test('a click that takes too long is answered 处理中 within the time of the platform', async () => {
  const app = routes({ card: () => new Promise(() => {}) });
  const response = await app.request(signedRequest(clickPayload({ tag: 'button' }), NOW));
  expect(await response.json()).toMatchObject({ toast: { type: 'info' } });
  expect(counted).toEqual(['click-late']);
});

test('the check of a new address is answered with its challenge', async () => {
  const check = { type: 'url_verification', challenge: 'c1', token: SECURITY.verificationToken };
  const plain = JSON.stringify(check);
  for (const raw of [plain, JSON.stringify({ encrypt: encrypt(plain) })]) {
    const response = await routes().request(requestOf(raw, {}));
    expect(await response.json()).toEqual({ challenge: 'c1' });
  }
  expect(await countRows(db)).toMatchObject({ pending: 0 });
});

test('an event that cannot be stored is not answered 200: the platform pushes it again', async () => {
  const app = routes({ receive: () => Promise.reject(new Error('connection refused')) });
  const response = await app.request(signedRequest(textPayload('好'), NOW));
  expect(response.status).toBe(503);
  expect(counted).toEqual(['not-stored']);
});

test('with the long connection nothing is taken here', async () => {
  const response = await routes({ secure: false }).request(signedRequest(textPayload('好'), NOW));
  expect(response.status).toBe(403);
});

test('a refusal leaves a counter and a line, and tells the sender nothing', async () => {
  const request = requestOf(JSON.stringify({ encrypt: encrypt('{}') }), {});
  const response = await routes().request(request);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ error: 'refused' });
  expect(counted).toEqual(['refused-signature']);
  expect(lines).toHaveLength(1);
});

/** A good request, made bad in one of the ways in which somebody may try. */
test('forged, mutated, cut, stale, oversized and deep requests are all refused, and nothing is stored', async () => {
  const app = routes();
  await fc.assert(
    fc.asyncProperty(forgedWays, async (how) => {
      const { path, raw, headers } = forge(how, NOW);
      const { status } = await app.request(requestOf(raw, headers, path));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 1_000 },
  );
  expect(await countRows(db)).toEqual({ pending: 0, done: 0, parked: 0 });
  expect(wakes).toBe(0);
  expect(counted.every((outcome) => outcome.startsWith('refused-'))).toBe(true);
});
