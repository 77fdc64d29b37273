import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDb, rowsOf } from '../../src/db/db.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { ledgerXlsx } from '../../src/papers/ledger-xlsx.ts';
import { freshPostgres, hasPostgres } from '../support/databases.ts';
import { type FakePlatform, startFakePlatform } from '../support/fake-platform.ts';
import { fillSample } from '../support/filled.ts';
import { SECURITY, signedRequest, textPayload } from '../support/signed.ts';
import { bundleWorker, MAX_GZIP_BYTES } from '../support/worker-bundle.ts';
import { type RunningWorker, startWorker } from '../support/worker-runtime.ts';

test('the Worker holds nothing that only Node has, and is small enough for the free plan', async () => {
  const bundle = await bundleWorker();
  expect(bundle.forbidden).toEqual([]);
  expect(bundle.gzipBytes).toBeLessThan(MAX_GZIP_BYTES);
  // A bundle that lost its application would pass the lines above.
  expect(bundle.modules).toBeGreaterThan(300);
}, 120_000);

/** On the evening of the day before the month card goes out. */
const FILLED = '2026-03-31T18:00:00+08:00';
const NOW = '2026-04-01T09:00:30+08:00';

describe.skipIf(!hasPostgres)('in workerd, on Postgres', () => {
  let platform: FakePlatform;
  let database: OpenDb;
  let worker: RunningWorker;

  beforeAll(async () => {
    platform = await startFakePlatform({
      appSecret: 'secret',
      files: {
        file_plan: new Uint8Array(await planFile()),
        file_large: new Uint8Array(5_000_001).fill(32),
      },
    });
    const { url } = await freshPostgres();
    database = openPostgres(url);
    await fillSample(database.db, FILLED);
    worker = await startWorker({
      databaseUrl: url,
      vars: {
        FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
        FEISHU_APP_SECRET: 'secret',
        FEISHU_ENCRYPT_KEY: SECURITY.encryptKey,
        FEISHU_VERIFICATION_TOKEN: SECURITY.verificationToken,
        FEISHU_BASE_URL: platform.baseUrl,
        APP_NOW: NOW,
      },
    });
  }, 150_000);
  afterAll(async () => {
    await worker?.stop();
    await database?.close();
    await platform?.close();
  });

  const post = async (payload: unknown) => {
    // The Worker's clock started at NOW and runs on.
    const signed = signedRequest(payload, new Date(NOW));
    const headers = new Headers(signed.headers);
    headers.delete('content-length');
    return fetch(`${worker.url}/webhook/event`, {
      method: 'POST',
      headers,
      body: await signed.text(),
    });
  };
  const answerTo = async (messageId: string) => {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      const answer = platform.delivered.find((d) => d.replyTo === messageId);
      if (answer) return JSON.stringify(answer.content);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no answer; the Worker said:\n${worker.log()}`);
  };

  test('it is ready, and keeps its figures to itself', async () => {
    expect(await (await fetch(`${worker.url}/readyz`)).json()).toEqual({ ok: true });
    expect((await fetch(`${worker.url}/metrics`)).status).toBe(403);
  });

  test('the console’s challenge is answered, a forged event is not', async () => {
    const challenge = {
      type: 'url_verification',
      challenge: 'c-1',
      token: SECURITY.verificationToken,
    };
    expect(await (await post(challenge)).json()).toEqual({ challenge: 'c-1' });
    const forged = await fetch(`${worker.url}/webhook/event`, { method: 'POST', body: '{}' });
    expect(forged.status).toBeGreaterThanOrEqual(400);
  });

  test('a message is stored, answered once, and a repeated push has no effect', async () => {
    const payload = textPayload(
      '帮助',
      { chat_type: 'p2p', chat_id: 'oc_p2p', message_id: 'om_help' },
      { sender_id: { open_id: 'ou_xuqinghe', union_id: 'on_x' } },
    );
    expect((await post(payload)).status).toBe(200);
    expect(await answerTo('om_help')).toContain('我的任务');
    expect((await post(payload)).status).toBe(200);
    expect((await worker.fireCron()).status).toBe(200);
    expect(platform.delivered.filter((d) => d.replyTo === 'om_help')).toHaveLength(1);
  });

  test('the cron trigger sends what is due, and once only', async () => {
    expect((await worker.fireCron()).status).toBe(200);
    // Leaders hear of March on the same morning; the month's cards are the units'.
    const cards = () =>
      platform.delivered.filter(
        (d) =>
          d.type === 'interactive' &&
          !d.replyTo &&
          JSON.stringify(d.content).includes('4月重点工作'),
      );
    const reached = await database.db.execute(
      sql`select "recipientId" as id from reminders where month = 4 and "recipientId" is not null`,
    );
    const expected = rowsOf<{ id: string }>(reached).map((r) => `open_id:${r.id}`);
    expect(expected.length).toBeGreaterThan(3);
    expect(
      cards()
        .map((c) => c.to)
        .sort(),
    ).toEqual(expected.sort());
    expect((await worker.fireCron()).status).toBe(200);
    expect(cards()).toHaveLength(expected.length);
  });

  test('a plan sent as a file is read there, one beyond 5 MB is refused with a line', async () => {
    const send = (id: string, key: string, name: string) =>
      post(
        textPayload(
          '',
          {
            chat_type: 'p2p',
            chat_id: 'oc_office',
            message_id: id,
            message_type: 'file',
            content: JSON.stringify({ file_key: key, file_name: name }),
          },
          { sender_id: { open_id: OFFICE, union_id: 'on_o' } },
        ),
      );
    expect((await send('om_plan', 'file_plan', '2027年重点工作计划.xlsx')).status).toBe(200);
    expect(await answerTo('om_plan')).toContain('2027');
    expect((await send('om_large', 'file_large', '大文件.txt')).status).toBe(200);
    expect(await answerTo('om_large')).toContain('超过 5 MB 的上限');
  });
});

const OFFICE = 'ou_shenruoxi';

/** A small plan of next year. */
function planFile(): Promise<Uint8Array> {
  return ledgerXlsx({
    sheet: '2027年重点工作计划',
    columns: [
      { title: '月份' },
      { title: '序号' },
      { title: '工作内容' },
      { title: '牵头单位' },
      { title: '配合单位' },
    ],
    rows: [
      ['1月', 1, '印发全年工业经济工作要点。', '科技经信局', '发改局'],
      ['2月', 1, '完成企业技改项目摸排。', '开发区', '财政局'],
    ],
  });
}
