import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { openPostgres } from '../../src/db/postgres.ts';
import { createLog } from '../../src/log.ts';
import { sendOutbox } from '../../src/outbox/send.ts';
import { remindDue } from '../../src/remind/remind.ts';
import { commandDeps } from '../support/filled.ts';
import { publish, task } from '../support/plan-fixture.ts';
import { createMigrated, startCluster } from '../support/postgres-cluster.ts';

/**
 * A month card to each of 10,000 units, at the platform's limits for one app: 50 calls a second and 1,000 a minute. The
 * platform here counts as the real one does and refuses what is beyond. `npm run bench:fan-out -- 1500` for fewer.
 */
const units = Number(process.argv[2] ?? 10_000);
const PER_SECOND = 50;
const PER_MINUTE = 1_000;

const arrivals: number[] = [];
let refused = 0;
const inLast = (ms: number, now: number) => {
  let n = 0;
  for (let i = arrivals.length - 1; i >= 0 && (arrivals[i] ?? 0) > now - ms; i--) n++;
  return n;
};
const busiest = { second: 0, minute: 0 };
const platform = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/json');
  const answer = (body: unknown, status = 200) => {
    response.statusCode = status;
    response.end(JSON.stringify(body));
  };
  if (request.url?.includes('tenant_access_token'))
    return answer({ code: 0, msg: 'ok', tenant_access_token: 't-bench', expire: 7200 });
  const now = performance.now();
  arrivals.push(now);
  const second = inLast(1_000, now);
  const minute = inLast(60_000, now);
  busiest.second = Math.max(busiest.second, second);
  busiest.minute = Math.max(busiest.minute, minute);
  if (second > PER_SECOND || minute > PER_MINUTE) {
    refused++;
    return answer({ code: 99991400, msg: 'request trigger frequency limit' }, 429);
  }
  // As long as the platform takes.
  setTimeout(() => answer({ code: 0, msg: 'ok', data: { message_id: `om_${randomUUID()}` } }), 80);
});
await new Promise<void>((done) => platform.listen(0, '127.0.0.1', done));
const baseUrl = `http://127.0.0.1:${(platform.address() as AddressInfo).port}`;

const cluster = await startCluster(process.env.TEST_DATABASE_URL, { fsync: true });
if (cluster.kind === 'left-out') throw new Error(cluster.reason);
const { url, drop } = await createMigrated(cluster.url);
const { db, close } = openPostgres(url);
const names = Array.from({ length: units }, (_, i) => `第${i + 1}乡镇人民政府`);
await publish(
  db,
  '2026-02-20T10:00:00+08:00',
  names.map((name, i) => task(3, `完成第${i + 1}号重点项目年度投资`, { leadUnits: [name] })),
);
// One liaison a unit, put in at once: binding them one by one is not what is measured.
const admin = postgres(url, { max: 1 });
await admin`insert into people (id, "openId", name) select 'p-' || id, 'ou_' || id, '联络员' from units`;
await admin`insert into memberships ("personId", "unitId", duty) select 'p-' || id, id, 'main' from units`;
await admin.end();

const now = '2026-03-02T09:00:05+08:00';
const deps = { ...commandDeps(db, now, {}, baseUrl), log: createLog('error', console.error) };
const began = performance.now();
await remindDue(deps, new Date(now));
const planned = performance.now();
const first = { sent: 0, postponed: 0, dead: 0, uncertain: 0 };
while (first.sent < units && first.dead === 0) {
  const round = await sendOutbox(deps);
  for (const k of ['sent', 'postponed', 'dead', 'uncertain'] as const) first[k] += round[k];
  if (round.sent === 0) await new Promise((done) => setTimeout(done, 1_000));
}
const seconds = (performance.now() - planned) / 1000;
const least = (units / PER_MINUTE) * 60;
const ratio = seconds / least;
console.log(
  JSON.stringify({
    what: `month cards to ${units} units`,
    planned: `${((planned - began) / 1000).toFixed(1)} s`,
    sent: first.sent,
    seconds: Number(seconds.toFixed(1)),
    least: `${least.toFixed(0)} s at 1 000 a minute`,
    ratio: Number(ratio.toFixed(3)),
    refused429: refused,
    busiestSecond: busiest.second,
    busiestMinute: busiest.minute,
  }),
);
const holds = ratio <= 1.05 && refused === 0;
console.log(
  `${holds ? 'holds' : 'BROKEN'}  at most 1.05 of the least possible time, nothing refused`,
);
await close();
await drop();
await cluster.stop();
platform.closeAllConnections();
platform.close();
process.exitCode = holds ? 0 : 1;
