import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LongConnection, openLongConnection } from '../../src/feishu/long-connection.ts';
import { countRows } from '../../src/inbox/queries.ts';
import { answerOf, createReceiver } from '../../src/inbox/receive.ts';
import { testDb } from '../support/db.ts';
import { keptLog } from '../support/log.ts';
import {
  type LongConnectionServer,
  startLongConnectionServer,
} from '../support/long-connection-server.ts';
import { emptyQueues } from '../support/rows.ts';
import { clickPayload, textPayload } from '../support/signed.ts';

const APP = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 'secret-of-the-app' };
const { log, lines } = keptLog();

let server: LongConnectionServer;
let connection: LongConnection | undefined;

beforeEach(async () => {
  server = await startLongConnectionServer(APP);
});
afterEach(async () => {
  connection?.close();
  await server.close();
  await emptyQueues(await testDb());
});

async function open(take?: Parameters<typeof openLongConnection>[0]['take'], app = APP) {
  const receive = createReceiver({
    db: await testDb(),
    log,
    now: () => new Date(),
    handlers: {
      card: async () => ({ toast: { type: 'success', content: '已登记' } }),
      parked: async () => {},
      lateAnswer: async () => {},
    },
    onStored: () => {},
  });
  const toInbox = async (...args: Parameters<typeof receive>) => answerOf(await receive(...args));
  connection = await openLongConnection({
    ...app,
    baseUrl: server.baseUrl,
    log,
    take: take ?? toInbox,
    reopenMs: 300,
  });
}

const connected = () => expect.poll(() => connection?.state()).toBe('connected');

test('a county without a public address gets events and clicks over its own connection', async () => {
  await open();
  await connected();
  expect(await server.push(textPayload('第1项已完成'))).toEqual({ code: 200 });
  expect(await countRows(await testDb())).toMatchObject({ pending: 1 });
  expect(await server.push(clickPayload({ tag: 'button', value: { act: 'report' } }))).toEqual({
    code: 200,
    data: { toast: { type: 'success', content: '已登记' } },
  });
});

test('an event in several pieces, and one that comes twice, is stored once', async () => {
  await open();
  await connected();
  const payload = textPayload('进展情况'.repeat(500));
  expect(await server.push(payload, 3)).toEqual({ code: 200 });
  expect(await server.push(payload)).toEqual({ code: 200 });
  expect(await countRows(await testDb())).toMatchObject({ pending: 1 });
});

test('an event that cannot be stored is answered 500, so that the platform pushes it again', async () => {
  await open(() => Promise.reject(new Error('database away')));
  await connected();
  expect(await server.push(textPayload('好'))).toEqual({ code: 500 });
});

test('a payload that is no event is put aside with a line, and the connection lives', async () => {
  await open();
  await connected();
  expect(await server.push({ hello: 'world' })).toEqual({ code: 200 });
  expect(await server.push(textPayload('好'))).toEqual({ code: 200 });
  expect(lines.join('\n')).toContain('a payload that is no event');
});

test('a connection that is cut is opened again', async () => {
  await open();
  await connected();
  server.cut();
  await expect.poll(() => lines.join()).toContain('long connection open again');
  expect(await server.push(textPayload('好'))).toEqual({ code: 200 });
});

test('a platform that is busy while the connection is opened again is asked once more', async () => {
  await open();
  await connected();
  server.beBusy();
  server.cut();
  await expect.poll(() => lines.join()).toContain('long connection given up');
  await expect.poll(() => server.connections(), { timeout: 5_000 }).toBe(1);
  await connected();
  expect(await server.push(textPayload('好'))).toEqual({ code: 200 });
});

test('a wrong secret ends in the state failed, and no line of the log holds it', async () => {
  await open(undefined, { ...APP, appSecret: 'wr0ng-secret' });
  await expect.poll(() => connection?.state()).toBe('failed');
  expect(lines.join('\n')).not.toMatch(/wr0ng-secret|secret-of-the-app/);
});
