import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import fc from 'fast-check';
import { openPglite } from '../../src/db/pglite.ts';
import { countRows } from '../../src/inbox/queries.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { webhookRoutes } from '../../src/inbox/webhook.ts';
import { createLog } from '../../src/log.ts';
import { type ForgedRequest, forge, forgedWays } from '../support/forged-requests.ts';
import { SECURITY } from '../support/signed.ts';

const AT_ONCE = 8;

export type ForgedRequests = {
  /** How many were answered with which status; `none`: the connection was ended instead. */
  statuses: Record<string, number>;
  stored: number;
  /** How much the process grew, in MiB, at its largest. */
  grewBy: number;
};

/** Sends forged, mutated, cut, stale, oversized and deeply nested requests to a webhook over real HTTP. */
export async function soakForgedRequests(options: {
  count: number;
  seed: number;
}): Promise<ForgedRequests> {
  const { db, close } = await openPglite();
  const log = createLog('error', () => {});
  const now = () => new Date();
  const handlers = { card: async () => ({}), parked: async () => {}, lateAnswer: async () => {} };
  const receive = createReceiver({ db, log, now, handlers, onStored: () => {} });
  const app = webhookRoutes({ security: SECURITY, receive, now, log });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statuses: Record<string, number> = {};
  const ways = fc.sample(forgedWays, { numRuns: options.count, seed: options.seed });
  const start = process.memoryUsage().rss;
  let peak = start;
  let next = 0;
  const sender = async () => {
    for (;;) {
      const way = ways[next++];
      if (!way) return;
      // Every second large one without its length, as a stream.
      const status = await statusOf(base, forge(way, now()), next % 2 === 0);
      statuses[status] = (statuses[status] ?? 0) + 1;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const { pending, done, parked } = await countRows(db);
  server.closeAllConnections();
  server.close();
  await close();
  return { statuses, stored: pending + done + parked, grewBy: (peak - start) / 1_048_576 };
}

async function statusOf(
  base: string,
  { path, raw, headers }: ForgedRequest,
  asStream: boolean,
): Promise<string> {
  const body = asStream
    ? { body: new Blob([raw]).stream(), duplex: 'half' as const }
    : { body: raw };
  try {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers,
      ...body,
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch {
    return 'none';
  }
}
