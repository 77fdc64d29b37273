/** The whole product in a process that may be killed: as src/node.ts, with short leases and a clock from outside. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { isWriteToLostConnection, openLastingPostgres } from '../../src/db/lasting-postgres.ts';
import { openPglite } from '../../src/db/pglite.ts';
import type { Deps } from '../../src/deps.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { faultText } from '../../src/inbox/handle.ts';
import { createLog } from '../../src/log.ts';
import { SEND_PLAN } from '../../src/outbox/send.ts';
import { readHistory, readState } from './history.ts';
import { APP, CALL_TIMEOUT_MS, type ProcessOptions } from './options.ts';

// Guarantee of the cast: fleet.ts writes it.
const options = JSON.parse(process.argv[2] ?? '') as ProcessOptions;
const { storage, baseUrl, speed } = options;

// What is tried is who dies when, not how long one waits.
const patience = { leaseMs: 4_000, pausesMs: [200, 500, 1_000, 2_000, 2_000, 2_000, 4_000, 4_000] };
const sendPlan = {
  ...SEND_PLAN,
  leaseMs: 8_000,
  stopMs: 1_000,
  pausesMs: Array.from({ length: 60 }, () => 300),
  laneGapMs: SEND_PLAN.laneGapMs / speed,
  app: SEND_PLAN.app.map((pace) => ({ ...pace, gapMs: pace.gapMs / speed })),
};

const settings = parseConfig({
  FEISHU_APP_ID: APP.appId,
  FEISHU_APP_SECRET: APP.appSecret,
  FEISHU_ENCRYPT_KEY: APP.encryptKey,
  FEISHU_VERIFICATION_TOKEN: APP.verificationToken,
  FEISHU_BASE_URL: baseUrl,
});
if (!settings.ok) throw new Error('wrong settings');
const clock = createClock(new Date(options.now));
const log = createLog('error', (line) => options.verbose && process.stderr.write(`${line}\n`));
const isPostgres = storage.startsWith('postgres');
const { db } = isPostgres ? openLastingPostgres(storage) : await openPglite(storage);
process.on('uncaughtException', (error) => {
  if (isWriteToLostConnection(error)) return;
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
const deps: Deps = {
  db,
  log,
  now: clock.now,
  newId: randomUUID,
  config: settings.config,
  readDocument,
  feishu: createFeishu({ ...APP, baseUrl, log, timeoutMs: CALL_TIMEOUT_MS }),
};
const app = createApp(deps, { patience, sendPlan });

const answer = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  if (pathname === '/soak/state') return Response.json(await readState(db, clock.now()));
  if (pathname === '/soak/history') return Response.json(await readHistory(db));
  return app.fetch(request);
};
const server = createServer(getRequestListener(answer));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});

/** Runs again and again, whatever happens to it: the database may be away. */
async function always(run: () => Promise<void>, everyMs: number): Promise<void> {
  for (;;) {
    try {
      await run();
    } catch (error) {
      log.error({ reason: faultText(error) }, 'soak: interrupted');
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
process.on('message', (message: { clock: string }) => clock.set(new Date(message.clock)));
process.on('disconnect', () => process.exit(0));
void always(app.work, 250);
void always(app.tick, 3_000);
