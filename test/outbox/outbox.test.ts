import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { card, markdown } from '../../src/feishu/card.ts';
import type { Feishu } from '../../src/feishu/client.ts';
import { createFeishu } from '../../src/feishu/sdk.ts';
import { enqueue, enqueuePatch, type OutgoingMessage } from '../../src/outbox/enqueue.ts';
import type { SendHooks } from '../../src/outbox/outcome.ts';
import { findMessage, isWaiting } from '../../src/outbox/queries.ts';
import { quotaState } from '../../src/outbox/quota.ts';
import { SEND_PLAN, sendOutbox } from '../../src/outbox/send.ts';
import { findByMessageId } from '../../src/outbox/sent-queries.ts';
import {
  confirmDelivered,
  countMessages,
  listStuck,
  oldestDue,
  resend,
} from '../../src/outbox/stuck-queries.ts';
import { getSetting, setSetting } from '../../src/settings/queries.ts';
import { monthlyQuota, pushPaused } from '../../src/settings/setting.ts';
import { describeOnBoth } from '../support/databases.ts';
import { type FakePlatform, startFakePlatform } from '../support/fake-platform.ts';
import { keptLog } from '../support/log.ts';
import { age, emptyQueues } from '../support/rows.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const { log } = keptLog();
const PERSON = { type: 'open_id', id: 'ou_li' } as const;
const GROUP = { type: 'chat_id', id: 'oc_1' } as const;
const HOUR = 3_600_000;

/** The same rules without the waiting; the pace has tests of its own. */
const FAST = { ...SEND_PLAN, laneGapMs: 0, app: [] };

const saying = (key: string, text = key): OutgoingMessage => ({
  key,
  to: PERSON,
  content: { type: 'text', text },
  purpose: 'answer',
});
const showing = (title: string) => card({ title, elements: [markdown(`**${title}**`)] });

let platform: FakePlatform;
let feishu: Feishu;

beforeAll(async () => {
  platform = await startFakePlatform({ appSecret: 's' });
  feishu = createFeishu({
    appId: 'cli_a1b2c3d4e5f60718',
    appSecret: 's',
    baseUrl: platform.baseUrl,
    log,
    timeoutMs: 2_000,
  });
});
afterAll(() => platform.close());

const texts = () => platform.delivered.map((d) => d.content.text);

describeOnBoth('the outbox', ({ db: database }) => {
  afterEach(async () => {
    await emptyQueues(database());
    platform.reset();
  });

  const send = (
    hooks: SendHooks = {},
    options: Parameters<typeof sendOutbox>[2] = {},
    clock = { now: () => NOW },
  ) =>
    sendOutbox(
      {
        db: database(),
        feishu,
        ...clock,
        log,
        config: { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: 'https://gongxin.example.cn' },
      },
      hooks,
      { plan: FAST, ...options },
    );

  test('a message is sent once, however often its key is enqueued', async () => {
    expect(await enqueue(database(), saying('welcome:ou_li', '您好'))).toBe(true);
    expect(await enqueue(database(), saying('welcome:ou_li', '再次您好'))).toBe(false);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await enqueue(database(), saying('welcome:ou_li'))).toBe(false);
    await send();
    expect(texts()).toEqual(['您好']);
    expect(platform.delivered[0]?.uuid).toMatch(/^[\w-]{20,50}$/);
  });

  test('a message of a change that is undone is not sent', async () => {
    const change = database().transaction(async (tx) => {
      await enqueue(tx, saying('a'));
      throw new Error('undone');
    });
    await expect(change).rejects.toThrow('undone');
    await send();
    expect(platform.delivered).toEqual([]);
  });

  test('a sent message is found by the platform’s id', async () => {
    await enqueue(database(), saying('a'));
    await send();
    const messageId = platform.delivered[0]?.messageId ?? '';
    expect(await findByMessageId(database(), messageId)).toMatchObject({
      key: 'a',
      messageId,
      to: PERSON,
    });
    expect(await findByMessageId(database(), 'om_unknown')).toBeUndefined();
  });

  test('what goes to one person goes in order, also over a fault; others do not wait', async () => {
    platform.fail({ on: 'send', status: 503, body: 'down', holding: 'a1' });
    for (const key of ['a1', 'a2', 'a3']) await enqueue(database(), saying(key));
    await enqueue(database(), { ...saying('b1'), to: GROUP });
    await send();
    expect(texts()).toEqual(['b1']);
    await age(database(), 'outbox', 1_000);
    await send();
    expect(texts()).toEqual(['b1', 'a1', 'a2', 'a3']);
  });

  test('what waits is known by the beginning of its key', async () => {
    await enqueue(database(), saying('stopped:1:a'));
    expect(await isWaiting(database(), 'stopped:1:')).toBe(true);
    expect(await isWaiting(database(), 'stopped:2:')).toBe(false);
    await send();
    expect(await isWaiting(database(), 'stopped:1:')).toBe(false);
  });

  test('nothing goes before its time', async () => {
    await enqueue(database(), { ...saying('later'), notBefore: new Date(NOW.getTime() + 1) });
    await enqueue(database(), { ...saying('now'), notBefore: NOW });
    await send();
    expect(texts()).toEqual(['now']);
  });

  test('while 暂停推送 holds, answers go out and pushes wait; afterwards they go', async () => {
    await setSetting(database(), pushPaused, true, NOW);
    await enqueue(database(), { ...saying('提醒'), purpose: 'push' });
    await enqueue(database(), saying('答复'));
    await send();
    expect(texts()).toEqual(['答复']);
    await setSetting(database(), pushPaused, false, NOW);
    await send();
    expect(texts()).toEqual(['答复', '提醒']);
  });

  test('an answer that was lost after the platform accepted is not shown twice', async () => {
    platform.fail({ on: 'send', lost: true });
    await enqueue(database(), saying('a'));
    expect(await send()).toMatchObject({ postponed: 1 });
    await age(database(), 'outbox', 1_000);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(texts()).toEqual(['a']);
    expect(await findMessage(database(), 'a')).toMatchObject({
      messageId: platform.delivered[0]?.messageId,
    });
  });

  test('after the uuid’s hour what may have been delivered is left to the office', async () => {
    const asked: string[] = [];
    platform.fail({ on: 'send', lost: true });
    await enqueue(database(), saying('a'));
    await enqueue(database(), saying('b'));
    await send();
    await age(database(), 'outbox', HOUR);
    await send({ stuck: async (_, m) => void asked.push(`${m.state} ${m.key}`) });
    expect(asked).toEqual(['uncertain a']);
    expect(texts()).toEqual(['a', 'b']);
    expect(await listStuck(database())).toMatchObject([{ key: 'a', state: 'uncertain' }]);
    expect(await confirmDelivered(database(), 'a')).toBe(true);
    expect(await listStuck(database())).toEqual([]);
  });

  test('a send whose process died counts as one that may have been delivered', async () => {
    await enqueue(database(), saying('a'));
    const dying = { ...feishu, send: () => new Promise<never>(() => {}) };
    let begun = () => {};
    const dead = new Promise<void>((resolve) => {
      begun = resolve;
    });
    void sendOutbox(
      {
        db: database(),
        feishu: { ...dying, send: () => new Promise<never>(() => begun()) },
        now: () => NOW,
        log,
        config: { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: undefined },
      },
      {},
      { plan: { ...FAST, atOnce: 1 } },
    );
    await dead;
    expect(await send()).toMatchObject({ sent: 0 });
    await age(database(), 'outbox', HOUR);
    expect(await send()).toMatchObject({ uncertain: 1 });
    expect(await resend(database(), 'a')).toBe(true);
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test('a refused connection, even for hours, leaves nothing uncertain', async () => {
    const gone = await startFakePlatform({ appSecret: 's' });
    await gone.close();
    await enqueue(database(), saying('a'));
    const away = createFeishu({ appId: 'cli_x', appSecret: 's', baseUrl: gone.baseUrl, log });
    for (let i = 0; i < 3; i++) {
      await sendOutbox(
        {
          db: database(),
          feishu: away,
          now: () => NOW,
          log,
          config: { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: undefined },
        },
        {},
        { plan: FAST },
      );
      await age(database(), 'outbox', 2 * HOUR);
    }
    expect(await send()).toMatchObject({ sent: 1 });
  });

  test('a fault that does not pass ends as a dead letter that can be sent again', async () => {
    await enqueue(database(), saying('a'));
    platform.fail({ on: 'send', status: 500, body: { code: 2200, msg: 'internal' }, times: 3 });
    const plan = { ...FAST, pausesMs: [1_000, 1_000] };
    for (let i = 0; i < 3; i++) {
      await send({}, { plan });
      await age(database(), 'outbox', 1_000);
    }
    expect(await listStuck(database())).toMatchObject([{ key: 'a', state: 'dead', code: 2200 }]);
    expect(await resend(database(), 'a')).toBe(true);
    expect(await resend(database(), 'a')).toBe(false);
    await send();
    expect(texts()).toEqual(['a']);
  });

  test('being throttled holds back everything for as long as the platform says, and is no failed try', async () => {
    platform.fail({
      on: 'send',
      status: 429,
      body: { code: 99991400, msg: 'limit' },
      headers: { 'x-ogw-ratelimit-reset': '2' },
    });
    await enqueue(database(), saying('a'));
    await send();
    await enqueue(database(), { ...saying('b'), to: GROUP });
    await age(database(), 'outbox', 2_000);
    expect(await send()).toMatchObject({ sent: 0 });
    await age(database(), 'send_rate', 2_000);
    expect(await send()).toMatchObject({ sent: 2 });
  });

  test('throttling of one chat holds back that chat alone', async () => {
    platform.fail({ on: 'send', body: { code: 230020, msg: 'limit' }, holding: 'a1' });
    await enqueue(database(), saying('a1'));
    await enqueue(database(), saying('a2'));
    await enqueue(database(), { ...saying('b1'), to: GROUP });
    await send();
    expect(texts()).toEqual(['b1']);
    await age(database(), 'outbox', 1_000);
    await send();
    expect(texts()).toEqual(['b1', 'a1', 'a2']);
  });

  test('a used-up quota stops everything, tells once, and goes on by itself after a while', async () => {
    const told: number[] = [];
    const stopped: SendHooks['stopped'] = async (_, fault) => void told.push(fault.code);
    platform.fail({ on: 'send', status: 429, body: { code: 99991403, msg: 'quota' } });
    for (const key of ['a', 'b', 'c']) {
      await enqueue(database(), { ...saying(key), to: { type: 'open_id', id: key } });
    }
    await send({ stopped }, { plan: { ...FAST, atOnce: 1 } });
    await send({ stopped });
    expect(told).toEqual([99991403]);
    expect(platform.delivered).toEqual([]);
    for (const table of ['outbox', 'send_rate'] as const)
      await age(database(), table, SEND_PLAN.stopMs);
    expect(await send({ stopped })).toMatchObject({ sent: 3 });
  });

  test.each([
    [230013, PERSON, 'person'],
    [230029, PERSON, 'person'],
    [230053, PERSON, 'person'],
    [230002, GROUP, 'chat'],
    [232009, GROUP, 'chat'],
    [230018, GROUP, 'settings'],
  ] as const)(
    'code %i: the message is given up and %o told to the office',
    async (code, to, kind) => {
      const told: unknown[] = [];
      platform.fail({ on: 'send', status: 400, body: { code, msg: 'no' } });
      await enqueue(database(), { ...saying('a'), to });
      await send({ undeliverable: async (_, fault) => void told.push([fault.to, fault.kind]) });
      expect(told).toEqual([[to, kind]]);
      expect(await listStuck(database())).toMatchObject([{ key: 'a', state: 'dead', code }]);
    },
  );

  test('a report to the office that fails does not keep the message from being noted', async () => {
    platform.fail({ on: 'send', status: 400, body: { code: 230013, msg: 'no' } });
    await enqueue(database(), saying('a'));
    await send({
      undeliverable: async (tx) => {
        await setSetting(tx, pushPaused, true, NOW);
        throw new Error('no office yet');
      },
    });
    expect(await listStuck(database())).toMatchObject([{ key: 'a', code: 230013 }]);
    expect(await getSetting(database(), pushPaused)).toBe(false);
  });

  test('a message that fails again and again lets the later ones pass in the end', async () => {
    platform.fail({
      on: 'send',
      status: 500,
      body: { code: 1, msg: 'x' },
      holding: 'a1',
      times: 99,
    });
    await enqueue(database(), saying('a1'));
    await enqueue(database(), saying('a2'));
    for (let i = 0; i < 5; i++) {
      await send();
      await age(database(), 'outbox', HOUR);
    }
    expect(texts()).toEqual([]);
    await send();
    expect(texts()).toEqual(['a2']);
  });

  test('an answer under a message that was recalled is sent without it', async () => {
    platform.fail({ on: 'reply', status: 400, body: { code: 230011, msg: 'withdrawn' } });
    await enqueue(database(), { ...saying('a'), to: GROUP, replyTo: 'om_asked' });
    expect(await send()).toMatchObject({ sent: 1 });
    expect(platform.delivered).toMatchObject([{ to: 'chat_id:oc_1', content: { text: 'a' } }]);
  });

  test('a card that the platform does not take arrives as its text', async () => {
    platform.fail({ on: 'send', status: 400, body: { code: 230099, msg: 'ErrCode: 200621' } });
    const content = { type: 'card', card: showing('3月重点工作') } as const;
    await enqueue(database(), { ...saying('a'), content });
    await send();
    expect(platform.delivered).toMatchObject([{ type: 'text' }]);
    expect(texts()[0]).toMatch(/^3月重点工作\n3月重点工作\n（卡片未能显示/);
  });

  test('words that the platform does not let through are not sent again, a neutral sentence is', async () => {
    platform.fail({ on: 'send', status: 400, body: { code: 230028, msg: 'dlp' } });
    await enqueue(database(), saying('a', '电话 13800000000'));
    await send();
    expect(texts()[0]).toContain('https://gongxin.example.cn');
    expect(texts()[0]).not.toContain('138');
  });

  test('a text that is too long is shortened', async () => {
    platform.fail({ on: 'send', status: 400, body: { code: 230025, msg: 'too long' } });
    await enqueue(database(), saying('a', '长'.repeat(40_000)));
    await send();
    expect(String(texts()[0])).toHaveLength(1_501);
  });

  test('a parameter of ours that is wrong is never tried again', async () => {
    platform.fail({ on: 'send', status: 400, body: { code: 99992361, msg: 'cross app' } });
    await enqueue(database(), saying('a'));
    await send();
    await age(database(), 'outbox', 24 * HOUR);
    await send();
    expect(platform.calls.filter((c) => c.name === 'send')).toHaveLength(1);
  });

  const showingCard = (key: string, title: string): OutgoingMessage => ({
    ...saying(key),
    content: { type: 'card', card: showing(title) },
  });
  const titles = () =>
    platform.patches.map((p) => (p.content.header as { title: { content: string } }).title.content);

  test('a card that is not sent yet is changed before it goes', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    expect(await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('新') })).toBe(
      true,
    );
    await send();
    expect(platform.delivered).toMatchObject([{ content: showing('新') }]);
    expect(platform.patches).toEqual([]);
  });

  test('of several changes of a sent card only the newest is made', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    await send();
    for (const n of [1, 2, 3]) {
      await enqueuePatch(database(), { key: `p${n}`, of: 'card', card: showing(`第${n}版`) });
    }
    expect(await enqueuePatch(database(), { key: 'p3', of: 'card', card: showing('x') })).toBe(
      false,
    );
    await send();
    expect(titles()).toEqual(['第3版']);
    expect(platform.patches[0]?.messageId).toBe(platform.delivered[0]?.messageId);
    expect(await countMessages(database())).toMatchObject({ sent: 2, superseded: 2 });
  });

  test('a change of a card survives a fault, and one of a card of 14 days ago is left to its fresh copy', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    await send();
    await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('新') });
    platform.fail({ on: 'patch', lost: true });
    await send();
    await age(database(), 'outbox', 2 * HOUR);
    await send();
    expect(titles()).toEqual(['新', '新']);
    await enqueuePatch(database(), { key: 'p2', of: 'card', card: showing('更新') });
    platform.fail({ on: 'patch', status: 400, body: { code: 230031, msg: 'too old' } });
    await send();
    expect(await countMessages(database())).toMatchObject({ dead: 0, superseded: 1, pending: 0 });
    expect(platform.delivered).toHaveLength(1);
  });

  test('an older change that was held up does not come after the newer one', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    await send();
    await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('第1版') });
    const down = { on: 'patch', status: 503, body: 'down', holding: '第1版' };
    platform.fail({ ...down, delayMs: 300 });
    platform.fail({ ...down, times: 6 });
    const slow = send();
    await expect.poll(() => platform.calls.some((c) => c.name === 'patch')).toBe(true);
    await enqueuePatch(database(), { key: 'p2', of: 'card', card: showing('第2版') });
    await slow;
    for (let i = 0; i < 14; i++) {
      await age(database(), 'outbox', 2 * HOUR);
      await send();
    }
    expect(titles().at(-1)).toBe('第2版');
  });

  test('a change waits for its card, however often sending that fails', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    platform.fail({ on: 'send', status: 503, body: 'down', holding: '旧', times: 8 });
    const often = { plan: { ...FAST, pausesMs: [0, 0, 0, 0, 0, 0, 0, 60_000] } };
    await send({}, often);
    await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('新') });
    await send({}, often);
    expect(await countMessages(database())).toMatchObject({ pending: 2, dead: 0 });
    await age(database(), 'outbox', 120_000);
    await send({}, often);
    expect(titles()).toEqual(['新']);
    expect(await countMessages(database())).toMatchObject({ pending: 0, dead: 0, sent: 2 });
  });

  test('a card that was refused for good shows what has changed since, when the office sends it again', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    platform.fail({ on: 'send', status: 400, body: { code: 230001, msg: 'invalid' } });
    await send();
    expect(await listStuck(database())).toMatchObject([{ key: 'card', state: 'dead' }]);
    expect(await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('新') })).toBe(
      true,
    );
    expect(await countMessages(database())).toMatchObject({ dead: 1, pending: 0 });
    await resend(database(), 'card');
    await send();
    expect(platform.delivered).toMatchObject([{ content: showing('新') }]);
    expect(platform.patches).toEqual([]);
  });

  test('a change of a card that may have arrived waits until the office has decided, and keeps nothing else back', async () => {
    await enqueue(database(), showingCard('card', '旧'));
    platform.fail({ on: 'send', lost: true });
    await send();
    await age(database(), 'outbox', HOUR);
    await send();
    expect(await listStuck(database())).toMatchObject([{ key: 'card', state: 'uncertain' }]);
    await enqueuePatch(database(), { key: 'p1', of: 'card', card: showing('新') });
    await enqueue(database(), saying('later'));
    expect(await send()).toMatchObject({ sent: 1, dead: 0 });
    expect(await oldestDue(database(), NOW)).toBe(0);
    await resend(database(), 'card');
    expect(await send()).toMatchObject({ sent: 2 });
    expect(titles()).toEqual(['新']);
  });

  test('there is no change of what was never a card', async () => {
    await enqueue(database(), saying('text'));
    expect(await enqueuePatch(database(), { key: 'p', of: 'text', card: showing('新') })).toBe(
      false,
    );
    expect(await enqueuePatch(database(), { key: 'p', of: 'none', card: showing('新') })).toBe(
      false,
    );
  });

  test('the office is warned at 70 and 90 percent of the month’s calls; then the optional waits for the next month', async () => {
    await setSetting(database(), monthlyQuota, 10, NOW);
    const warned: number[] = [];
    const quota: SendHooks['quota'] = async (_, warning) => void warned.push(warning.percent);
    for (let i = 0; i < 9; i++) await enqueue(database(), saying(`m${i}`));
    await send({ quota });
    expect(warned).toEqual([70, 90]);
    await enqueue(database(), { ...saying('一般答复'), optional: true });
    await enqueue(database(), saying('确认'));
    expect(await send({ quota })).toMatchObject({ sent: 1, dead: 0 });
    expect(texts().at(-1)).toBe('确认');
    expect(warned).toEqual([70, 90]);
    const now = await quotaState(database(), NOW, 'Asia/Shanghai');
    expect(now).toEqual({ calls: 10, quota: 10, isNearlyUsed: true });
    // In the county it is April already.
    const april = await quotaState(database(), new Date('2026-03-31T16:30:00Z'), 'Asia/Shanghai');
    expect(april.calls).toBe(0);
    // Not in the night of the first, and nothing of the essential waits behind it.
    const night = { now: () => new Date('2026-03-31T16:30:00Z') };
    expect((await send({}, {}, night)).sent).toBe(0);
    const morning = { now: () => new Date('2026-04-01T01:30:00Z') };
    expect((await send({}, {}, morning)).sent).toBe(1);
    expect(texts().at(-1)).toBe('一般答复');
  });

  test('when the process is to end, what is in hand is finished and nothing begun', async () => {
    const stop = new AbortController();
    for (let i = 0; i < 5; i++) await enqueue(database(), saying(`m${i}`));
    const stopping: Feishu = {
      ...feishu,
      send: async (...args) => {
        stop.abort();
        return feishu.send(...args);
      },
    };
    const tally = await sendOutbox(
      {
        db: database(),
        feishu: stopping,
        now: () => NOW,
        log,
        config: { APP_TIMEZONE: 'Asia/Shanghai', PUBLIC_URL: undefined },
      },
      {},
      { plan: { ...FAST, atOnce: 1 }, signal: stop.signal },
    );
    expect(tally).toMatchObject({ sent: 1 });
    expect(await countMessages(database())).toMatchObject({ sent: 1, pending: 4 });
  });

  test('to one chat no more than 5 a second, whoever sends', async () => {
    for (let i = 0; i < 8; i++) await enqueue(database(), saying(`m${i}`));
    await Promise.all([1, 2, 3].map(() => send({}, { plan: SEND_PLAN })));
    const at = platform.delivered.map((d) => d.at);
    expect(at).toHaveLength(8);
    for (let i = 5; i < at.length; i++)
      expect((at[i] ?? 0) - (at[i - 5] ?? 0)).toBeGreaterThan(999);
  });

  test('four senders at once, with answers lost and 5xx between, deliver each message once', async () => {
    const db: Db = database();
    for (let i = 0; i < 80; i++) {
      await enqueue(db, { ...saying(`m${i}`), to: { type: 'open_id', id: `ou_${i % 9}` } });
    }
    platform.fail({ on: 'send', lost: true, times: 5 });
    platform.fail({ on: 'send', status: 502, body: 'bad gateway', times: 5 });
    for (let round = 0; round < 12; round++) {
      await Promise.all([1, 2, 3, 4].map(() => send()));
      await age(db, 'outbox', 1_000);
    }
    expect(texts().toSorted()).toEqual(Array.from({ length: 80 }, (_, i) => `m${i}`).toSorted());
    for (let lane = 0; lane < 9; lane++) {
      const order = texts()
        .map((t) => Number(String(t).slice(1)))
        .filter((n) => n % 9 === lane);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
    expect(await countMessages(db)).toMatchObject({ sent: 80, pending: 0 });
  });
});
