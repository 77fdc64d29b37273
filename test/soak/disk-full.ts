import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Db } from '../../src/db/db.ts';
import { countRows } from '../../src/inbox/queries.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { webhookRoutes } from '../../src/inbox/webhook.ts';
import { createLog } from '../../src/log.ts';
import { encrypt, SECURITY, signatureHeaders, textPayload } from '../support/signed.ts';

export type DiskFull = {
  before: { accepted: number };
  full: { accepted: number; refused: number };
  after: { accepted: number };
  /** Rows in the inbox at the end: as many as were answered 200, each once. */
  stored: number;
  wrong: string[];
};

const EACH = 300;
const MOST_WHILE_FULL = 2_000;
const WORDS = '本月进展情况说明。'.repeat(400);

/** Fills what is left of a small file system while events come in, and makes room again. */
export async function soakDiskFull(folder: string, db: Db): Promise<DiskFull> {
  const log = createLog('error', () => {});
  const now = () => new Date();
  const handlers = { card: async () => ({}), parked: async () => {}, lateAnswer: async () => {} };
  const receive = createReceiver({ db, log, now, handlers, onStored: () => {} });
  const app = webhookRoutes({ security: SECURITY, receive, now, log });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/event`;

  const accepted = new Set<string>();
  let asked = 0;
  const push = async (id: string): Promise<boolean> => {
    const payload = textPayload(WORDS, { message_id: id, chat_id: `oc_${asked % 40}` });
    const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload)) });
    const headers = signatureHeaders(body, now());
    const response = await fetch(url, { method: 'POST', body, headers });
    await response.arrayBuffer();
    if (response.status === 200) accepted.add(id);
    return response.status === 200;
  };
  const pushNew = () => push(`om_${asked++}`);

  for (let i = 0; i < EACH; i++) await pushNew();
  const before = { accepted: accepted.size };

  const filler = join(folder, 'filler');
  fill(folder, filler);
  const refused: string[] = [];
  const start = accepted.size;
  for (let i = 0; i < MOST_WHILE_FULL && refused.length < EACH; i++) {
    const id = `om_${asked}`;
    if (!(await pushNew())) refused.push(id);
  }
  const full = { accepted: accepted.size - start, refused: refused.length };

  rmSync(filler);
  const again = accepted.size;
  // The platform pushes again what was not answered 200.
  for (const id of refused)
    for (let tries = 0; tries < 50 && !(await push(id)); tries++)
      await new Promise((resolve) => setTimeout(resolve, 200));
  for (let i = 0; i < EACH; i++) await pushNew();
  const after = { accepted: accepted.size - again };
  const { pending, done, parked } = await countRows(db);
  const stored = pending + done + parked;
  server.closeAllConnections();
  server.close();
  const wrong = [
    ...(full.refused === 0 ? ['the disk was never full'] : []),
    ...(accepted.size < asked ? [`${asked - accepted.size} events were lost`] : []),
    ...(stored !== accepted.size ? [`${accepted.size} answered 200, ${stored} stored`] : []),
  ];
  return { before, full, after, stored, wrong };
}

/** Writes until nothing is left. */
function fill(folder: string, path: string): void {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(65_536, 1);
  try {
    for (;;) writeSync(file, piece);
  } catch {
    // The disk is full.
  }
  const { bavail, bsize } = statfsSync(folder);
  try {
    for (let left = bavail * bsize; left > 0; left -= 512) writeSync(file, piece, 0, 512);
  } catch {
    // To the last block.
  }
  closeSync(file);
}
