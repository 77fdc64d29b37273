import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { card, markdown } from '../../src/feishu/card.ts';
import type { Content } from '../../src/feishu/client.ts';
import { RULES } from '../../src/feishu/errors.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { enqueue, enqueuePatch } from '../../src/outbox/enqueue.ts';
import type { SendHooks } from '../../src/outbox/outcome.ts';
import { findMessage } from '../../src/outbox/queries.ts';
import { SEND_PLAN, sendOutbox } from '../../src/outbox/send.ts';
import { rolledBack } from '../support/db.ts';
import { type FakePlatform, startFakePlatform } from '../support/fake-platform.ts';
import { keptLog } from '../support/log.ts';

/** What becomes of a message that the platform answers with a code, as the office and the receiver see it. */
type Fate =
  /** Waits and goes out later, nothing counted against it. */
  | 'waits'
  /** Tried again later, and counted. */
  | 'tried again'
  /** Sent at once after all, with a new token. */
  | 'sent with a new token'
  /** Everything stands still, an administrator is told. */
  | 'all stopped'
  /** Never again; the office sees it among what did not go out. */
  | 'given up'
  | 'person out of reach'
  | 'chat out of reach'
  | 'forbidden there'
  /** Sent in another form. */
  | 'sent without the message to answer'
  | 'sent as text'
  | 'sent shorter'
  | 'sent neutrally'
  | 'asked to ask again'
  | 'left to the renewal';

type Call = 'send' | 'reply' | 'patch';

const FATES: [Fate, Call, number[]][] = [
  ['waits', 'send', [99991400, 230020, 11232, 11233, 11247]],
  ['waits', 'patch', [99991400, 230020]],
  ['tried again', 'send', [230049, 2200, 300120]],
  [
    'sent with a new token',
    'send',
    [99991663, 99991665, 99991668, 99991664, 99991671, 20013, 99991677],
  ],
  [
    'all stopped',
    'send',
    [99991403, 10014, 10015, 20002, 99991662, 99991673, 99991401, 230006, 230036],
  ],
  ['all stopped', 'send', [99991672, 99991679]],
  [
    'given up',
    'send',
    [99991661, 230001, 230034, 99992351, 99992361, 99992402, 9499, 231001, 230055],
  ],
  ['given up', 'patch', [230011, 230110, 231003, 200000, 230071, 230072]],
  ['given up', 'send', [230023, 230024, 230052, 234008]],
  ['person out of reach', 'send', [230013, 11225, 230029, 11236, 230053, 230038]],
  ['chat out of reach', 'send', [230002, 10002, 10030, 232009]],
  ['forbidden there', 'send', [230035, 230018, 230027, 230075]],
  [
    'sent without the message to answer',
    'reply',
    [230011, 230110, 231003, 200000, 230019, 230071, 230072, 230050, 230054, 230111],
  ],
  ['sent as text', 'send', [230099, 230054]],
  ['sent shorter', 'send', [230025]],
  ['sent neutrally', 'send', [230022, 230028]],
  ['asked to ask again', 'send', [230017]],
  ['left to the renewal', 'patch', [230031, 200750]],
];

const ROWS = FATES.flatMap(([fate, call, codes]) => codes.map((code) => ({ fate, call, code })));

const NOW = new Date('2026-03-02T01:00:00Z');
const CARD = card({ title: '三月任务', elements: [markdown('**第1项**')] });
const LONG = '很长的正文。'.repeat(500);
const { log } = keptLog();

describe('each code of the platform', () => {
  let platform: FakePlatform;
  beforeAll(async () => {
    platform = await startFakePlatform({ appSecret: 's' });
  });
  afterAll(() => platform.close());

  const contentFor = (fate: Fate): Content => {
    if (fate === 'sent as text') return { type: 'card', card: CARD };
    if (fate === 'asked to ask again') return { type: 'file', fileKey: 'file_1' };
    return { type: 'text', text: LONG };
  };

  async function fateOf(call: Call, code: number, content: Content): Promise<Fate | string> {
    let fate: Fate | string = 'none';
    await rolledBack(async (db) => {
      platform.reset();
      const feishu = createFeishu({
        appId: 'cli_a1b2c3d4e5f60718',
        appSecret: 's',
        baseUrl: platform.baseUrl,
        log,
      });
      const told: string[] = [];
      const hooks: SendHooks = {
        undeliverable: async (_, fault) => void told.push(fault.kind),
        stopped: async () => void told.push('stopped'),
        stuck: async () => void told.push('stuck'),
      };
      const config = { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: 'https://gongxin.example.cn' };
      const send = () =>
        sendOutbox({ db, feishu, now: () => NOW, log, config }, hooks, {
          plan: { ...SEND_PLAN, laneGapMs: 0, app: [] },
        });
      const to =
        code === 230013
          ? { type: 'open_id' as const, id: 'ou_li' }
          : { type: 'chat_id' as const, id: 'oc_1' };
      const under = call === 'reply' ? { replyTo: 'om_asked' } : {};
      const first: Content = call === 'patch' ? { type: 'card', card: CARD } : content;
      await enqueue(db, { key: 'm', to, content: first, purpose: 'answer', ...under });
      if (call === 'patch') {
        await send();
        await enqueuePatch(db, { key: 'p', of: 'm', card: CARD });
      }
      platform.fail({ on: call, status: 400, body: { code, msg: 'refused' } });
      await send();
      const row = await findMessage(db, call === 'patch' ? 'p' : 'm');
      fate = nameOf(row, told);
    });
    return fate;
  }

  function nameOf(row: Awaited<ReturnType<typeof findMessage>>, told: string[]): Fate | string {
    const last = platform.delivered.at(-1);
    if (row?.state === 'pending') {
      if (told.includes('stopped')) return 'all stopped';
      return row.failures > 0 ? 'tried again' : 'waits';
    }
    if (row?.state === 'dead') {
      if (told.includes('person')) return 'person out of reach';
      if (told.includes('chat')) return 'chat out of reach';
      if (told.includes('settings')) return 'forbidden there';
      return 'given up';
    }
    if (row?.state === 'superseded' && told.length === 0) return 'left to the renewal';
    if (row?.state !== 'sent') return `${row?.state} ${told}`;
    const text = String(last?.content.text ?? '');
    if (text.includes('内容限制')) return 'sent neutrally';
    if (text.includes('文件已失效')) return 'asked to ask again';
    if (text.includes('三月任务')) return 'sent as text';
    if (text.endsWith('…')) return 'sent shorter';
    if (platform.calls.filter((c) => c.name === 'token').length > 1) return 'sent with a new token';
    if (platform.calls.some((c) => c.name === 'reply')) return 'sent without the message to answer';
    return 'sent';
  }

  test.each(ROWS)('$call answered with $code: $fate', async ({ call, code, fate }) => {
    expect(await fateOf(call, code, contentFor(fate))).toBe(fate);
  });

  test('no code of the table is left out', () => {
    const shown = new Set(ROWS.map(({ code }) => code));
    expect(RULES.flatMap((r) => r.codes).filter((code) => !shown.has(code))).toEqual([]);
  });
});
