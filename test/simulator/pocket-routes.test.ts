import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { declareAssets } from '../../src/simulator/assets.ts';
import type { Server } from '../../src/simulator/open-api.ts';
import type { Change, ChatMessage, ChatRow, World } from '../../src/simulator/pocket-api.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { card, GROUP, LI, type Listener, listener, pocket, sdk, WANG } from './support.ts';

let sim: Simulator;
let app: Listener;
let base: string;

beforeEach(async () => {
  app = await listener();
  sim = pocket({ dashboardUrl: 'http://127.0.0.1:3000/' });
  sim.connect({ callbackUrl: app.url, dashboardUrl: 'http://127.0.0.1:3000/' });
  base = await sim.listen(0);
});
afterEach(async () => {
  await sim.close();
  await app.close();
});

const get = async <T>(path: string) => (await (await fetch(base + path)).json()) as T;

const post = async <T>(path: string, body: object) => {
  const response = await fetch(base + path, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as T & { message?: string } };
};

const privateChat = () => sim.as(WANG).chatId;

async function changesFor(openId: string): Promise<{ next: () => Promise<Change> }> {
  const response = await fetch(`${base}/pocket/stream?as=${openId}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    next: async () => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) text += (await reader?.read())?.value ?? '';
        else {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.startsWith('data: ')) return JSON.parse(event.slice(6)) as Change;
        }
      }
    },
  };
}

describe('the chat page’s server', () => {
  test('tells the world: people, bot, clock, samples', async () => {
    const world = await get<World>('/pocket/world');
    expect(world).toMatchObject({
      people: [
        { openId: WANG, name: '王芳', role: '联络员', unit: '县商务局' },
        { openId: LI, name: '李强' },
      ],
      bot: { name: '工信助手' },
      timeZone: 'Asia/Shanghai',
      groupMessages: false,
      samples: [{ name: '样例.txt', about: '一份样例' }],
      dashboardUrl: 'http://127.0.0.1:3000/',
    });
    expect(world.people[0]).not.toHaveProperty('mobile');
    const sample = await fetch(base + (world.samples[0]?.url ?? ''));
    expect(await sample.text()).toBe('样例');
    expect(sample.headers.get('content-disposition')).toContain(encodeURIComponent('样例.txt'));
  });

  test('counts what a person has not seen, newest chat first', async () => {
    const client = sdk(base);
    const send = (receive_id: string, type: string, content: object) =>
      client.im.message.create({
        params: { receive_id_type: 'chat_id' },
        data: { receive_id, msg_type: type, content: JSON.stringify(content) },
      });
    await send(privateChat(), 'text', { text: '您好' });
    sim.clock.set(new Date(sim.clock.now().getTime() + 60_000));
    await send(GROUP, 'interactive', card('3月提醒'));
    expect(await get<ChatRow[]>(`/pocket/chats?as=${WANG}`)).toMatchObject([
      { chatId: GROUP, name: '工业经济工作群', members: 3, unread: 1, last: { text: '3月提醒' } },
      { chatId: privateChat(), type: 'p2p', name: '工信助手', unread: 1, last: { text: '您好' } },
    ]);
    await get(`/pocket/messages?as=${WANG}&chat=${GROUP}`);
    const rows = await get<ChatRow[]>(`/pocket/chats?as=${WANG}`);
    expect(rows.map((r) => r.unread)).toEqual([0, 1]);
  });

  test('sends a text with mentions and an uploaded file', async () => {
    const form = new FormData();
    form.append('file', new File(['进展'], '6月进展.txt'));
    const uploaded = await fetch(`${base}/pocket/upload`, { method: 'POST', body: form });
    const attachment = (await uploaded.json()) as { key: string };
    expect(attachment).toMatchObject({ name: '6月进展.txt', bytes: 6, kind: 'file' });
    await post('/pocket/send', {
      as: WANG,
      chat: GROUP,
      text: '@工信助手 请收',
      mentions: [sim.bot.openId],
      attachment: attachment.key,
    });
    const messages = await get<ChatMessage[]>(`/pocket/messages?as=${LI}&chat=${GROUP}`);
    expect(messages.map((m) => m.content)).toMatchObject([
      { type: 'text', text: '@_user_1 请收', mentions: [{ name: '工信助手' }] },
      { type: 'file', attachment: { name: '6月进展.txt' } },
    ]);
    const file = await fetch(`${base}/pocket/files/${attachment.key}`);
    expect(await file.text()).toBe('进展');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('clicks, and shows the toast', async () => {
    app.answer(() => Response.json({ toast: { type: 'info', content: '处理中' } }));
    const sent = await sdk(base).im.message.create({
      params: { receive_id_type: 'chat_id' },
      data: { receive_id: GROUP, msg_type: 'interactive', content: JSON.stringify(card()) },
    });
    const action = { tag: 'button', value: { act: 'done' } };
    const clicked = await post('/pocket/click', {
      as: WANG,
      messageId: sent.data?.message_id,
      action,
    });
    expect(clicked.body).toEqual({ toast: { type: 'info', content: '处理中' } });
  });

  test('moves the clock on, to an instant or to the next month card, never back', async () => {
    await post('/pocket/clock', { to: '2026-03-31T23:30:00+08:00' });
    expect(sim.clock.now().toISOString()).toMatch(/^2026-03-31T15:30/);
    const next = await post<World>('/pocket/clock', { to: 'next-month' });
    expect(next.body.now).toMatch(/^2026-04-01T01:00/);
    const back = await post('/pocket/clock', { to: '2026-01-01T00:00:00Z' });
    expect(back).toMatchObject({ status: 400, body: { message: '时钟只能往前走，不能回到过去' } });
    expect((await post('/pocket/clock', { to: '明天' })).status).toBe(400);
  });

  test.each([
    ['/pocket/send', { as: WANG, chat: 'oc_x', text: '喂' }, '没有这个会话，或您不在其中'],
    ['/pocket/send', { as: 'ou_x', chat: GROUP, text: '喂' }, '没有这个人，请重新选择身份'],
    ['/pocket/send', { as: WANG, chat: GROUP, text: ' ' }, '请输入内容或选择文件'],
    ['/pocket/click', { as: WANG, messageId: 'om_x' }, '没有这条消息'],
    ['/pocket/recall', { as: WANG, messageId: 'om_x' }, '没有这条消息'],
    ['/pocket/enter', { as: WANG, chat: GROUP }, '只能打开与机器人的单聊'],
    ['/pocket/scope', { groupMessages: 'yes' }, '请求内容不是有效的 JSON'],
  ])('%s with %j is answered in Chinese', async (path, body, message) => {
    expect(await post(path, body)).toMatchObject({ status: 400, body: { message } });
  });

  test('streams to each person the chats that the person is in, and what concerns all', async () => {
    const wang = await changesFor(WANG);
    const li = await changesFor(LI);
    sim.as(LI).send('只给机器人看');
    sim.as(WANG).send({ chat: GROUP, text: '大家好' });
    expect(await wang.next()).toMatchObject({
      kind: 'message',
      message: { content: { text: '大家好' } },
    });
    expect(await li.next()).toMatchObject({ message: { content: { text: '只给机器人看' } } });
    expect(await li.next()).toMatchObject({ message: { content: { text: '大家好' } } });
    await post('/pocket/scope', { groupMessages: true });
    expect(await wang.next()).toMatchObject({ kind: 'world', world: { groupMessages: true } });
    sim.clock.set(new Date('2026-05-01T00:00:00Z'));
    expect(await wang.next()).toMatchObject({
      kind: 'clock',
      now: expect.stringMatching(/^2026-05-01/),
    });
    await post('/pocket/reset', {});
    expect(await wang.next()).toEqual({ kind: 'reset' });
    expect(sim.messages(GROUP)).toEqual([]);
  });

  test('serves the libraries of the page and nothing outside its folder', async () => {
    for (const name of ['vchart.js', 'markdown-it.js']) {
      const library = await fetch(`${base}/vendor/${name}`);
      expect(library.headers.get('content-type')).toContain('javascript');
      expect((await library.text()).length).toBeGreaterThan(50_000);
    }
    for (const path of ['/vendor/other.js', '/page/..%2fsimulator.ts', '/page/../simulator.ts'])
      expect((await fetch(base + path)).status).toBe(404);
  });
});

test('the page’s TypeScript reaches the browser as JavaScript', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<title>口袋飞书</title>');
  writeFileSync(join(folder, 'chat.ts'), 'export const rows: string[] = [];');
  writeFileSync(join(folder, 'chat.css'), 'main { margin: 0; }');
  const server: Server = new Hono();
  declareAssets(server, folder);
  const read = async (path: string) => {
    const response = await server.request(path);
    return [response.status, response.headers.get('content-type'), await response.text()];
  };
  expect(await read('/')).toEqual([200, 'text/html; charset=utf-8', '<title>口袋飞书</title>']);
  const script = await read('/page/chat.ts');
  expect(script[1]).toContain('javascript');
  expect(String(script[2]).replace(/\s+/g, ' ')).toBe('export const rows = [];');
  expect((await read('/page/chat.css'))[1]).toContain('text/css');
  expect((await read('/page/other.ts'))[0]).toBe(404);
  rmSync(folder, { recursive: true });
});
