import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import type { Db } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { PATIENCE } from '../../src/inbox/handle.ts';
import { insertRows } from '../../src/inbox/queries.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { webhookRoutes } from '../../src/inbox/webhook.ts';
import { createLog } from '../../src/log.ts';
import { SECURITY } from '../support/signed.ts';

const [server = '', storage = ''] = process.argv.slice(2);
const PATH = '/webhook/event';

const db = await open();
if (server === 'ours' && db) startOurs(db);
else startSdk(db);

async function open(): Promise<Db | undefined> {
  if (storage === 'none') return undefined;
  if (storage.startsWith('postgres')) return openPostgres(storage).db;
  return (await openPglite(storage)).db;
}

function startOurs(db: Db): void {
  const log = createLog('warn', console.error);
  const receive = createReceiver({
    db,
    log,
    now: () => new Date(),
    handlers: { card: async () => ({}), parked: async () => {}, lateAnswer: async () => {} },
    onStored: () => {},
  });
  const app = webhookRoutes({ security: SECURITY, receive, now: () => new Date(), log });
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port));
}

/** The SDK as its documents show it; its handler awaits the same insert before the answer. */
function startSdk(db: Db | undefined): void {
  const dispatcher = new EventDispatcher({
    ...SECURITY,
    loggerLevel: LoggerLevel.error,
  }).register({
    'im.message.receive_v1': async (data) => {
      if (!db) return;
      const row = {
        key: `message:${data.message.message_id}`,
        type: 'im.message.receive_v1',
        lane: data.message.chat_id,
        payload: JSON.stringify(data),
        sentAt: new Date(Number(data.message.create_time)),
        claimed: false,
      };
      await insertRows(db, [row], PATIENCE.leaseMs);
    },
  });
  const http = createServer(adaptDefault(PATH, dispatcher, { autoChallenge: true }));
  http.listen(0, '127.0.0.1', () => {
    const address = http.address();
    process.send?.(typeof address === 'object' ? address?.port : undefined);
  });
}
