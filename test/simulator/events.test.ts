import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encrypt, sign } from '../../src/simulator/crypto.ts';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { APP, GROUP, LI, type Listener, listener, pocket, WANG } from './support.ts';

let sim: Simulator;
let app: Listener;

beforeEach(async () => {
  app = await listener();
  sim = pocket();
  sim.connect({ callbackUrl: app.url });
});
afterEach(async () => {
  await sim.close();
  await app.close();
});

const types = () => app.events.map((e) => e.header.event_type);

describe('encryption and signature', () => {
  test('the documents’ own ciphertext comes out for the same key and iv', () => {
    const known = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    const iv = Buffer.from(known, 'base64').subarray(0, 16);
    expect(encrypt('hello world', 'test key', iv)).toBe(known);
  });

  test('the signature covers timestamp, nonce, key and every byte of the body', () => {
    const signed = sign('1700000000', 'n', 'k', '{"encrypt":"x"}');
    expect(signed).toMatch(/^[0-9a-f]{64}$/);
    expect(sign('1700000000', 'n', 'k', '{"encrypt": "x"}')).not.toBe(signed);
    expect(sign('1700000001', 'n', 'k', '{"encrypt":"x"}')).not.toBe(signed);
  });

  test('an event is signed at the time of the application’s clock', async () => {
    sim.as(WANG).send('帮助');
    await sim.idle();
    expect(app.forged()).toBe(0);
    const stamp = Number(app.headers()['x-lark-request-timestamp']) * 1000;
    expect(Math.abs(stamp - sim.clock.now().getTime())).toBeLessThan(5000);
  });
});

describe('im.message.receive_v1', () => {
  test('a private message arrives with its ids and the verification token', async () => {
    const messageId = sim.as(WANG).send('3月进度');
    await sim.idle();
    const [received] = app.events;
    expect(received?.header).toMatchObject({
      event_type: 'im.message.receive_v1',
      token: APP.verificationToken,
      create_time: expect.stringMatching(/^\d{13}$/),
    });
    expect(received?.event).toMatchObject({
      sender: { sender_id: { open_id: WANG }, sender_type: 'user' },
      message: {
        message_id: messageId,
        chat_id: sim.as(WANG).chatId,
        chat_type: 'p2p',
        message_type: 'text',
        content: '{"text":"3月进度"}',
      },
    });
    expect(received?.event.message).not.toHaveProperty('mentions');
  });

  test('mentions stand as @_user_N in the order of the text', async () => {
    sim.as(LI).send({
      chat: GROUP,
      text: '请@王芳 报一下，@工信助手 记录，@王芳 收到请回复',
      mention: ['bot', WANG],
    });
    await sim.idle();
    const { message } = app.events[0]?.event ?? {};
    expect(JSON.parse(message.content).text).toBe(
      '请@_user_1 报一下，@_user_2 记录，@_user_1 收到请回复',
    );
    expect(message.mentions).toMatchObject([
      { key: '@_user_1', id: { open_id: WANG }, mentioned_type: 'user', name: '王芳' },
      { key: '@_user_2', id: { open_id: sim.bot.openId }, mentioned_type: 'bot' },
    ]);
  });

  test('a group message without @ reaches the bot only with the scope for all messages', async () => {
    sim.as(WANG).send({ chat: GROUP, text: '今天开会' });
    sim.as(WANG).send({ chat: GROUP, text: '今天开会', mention: ['all'] });
    sim.as(WANG).send({ chat: GROUP, text: '今天开会', mention: [LI] });
    await sim.idle();
    expect(app.events).toEqual([]);
    sim.setGroupMessages(true);
    sim.as(WANG).send({ chat: GROUP, text: '今天开会' });
    await sim.idle();
    expect(types()).toEqual(['im.message.receive_v1']);
  });

  test('an answer to a message names its parent and its root', async () => {
    const first = sim.as(WANG).send('第一条');
    const second = sim.as(WANG).send({ text: '第二条', under: first });
    sim.as(WANG).send({ text: '第三条', under: second });
    await sim.idle();
    const third = app.events.find((e) => e.event.message.content.includes('第三条'));
    expect(third?.event.message).toMatchObject({ parent_id: second, root_id: first });
  });

  test('text with a file is two messages; any other type travels as it is', async () => {
    const file = { name: '6月进展.txt', bytes: new TextEncoder().encode('进展') };
    sim.as(WANG).send({ text: '请收', file });
    sim.as(WANG).sendRaw({ type: 'audio', content: { file_key: 'file_v3_a', duration: 1000 } });
    await sim.idle();
    const kinds = app.events.map((e) => e.event.message.message_type);
    expect(kinds.sort()).toEqual(['audio', 'file', 'text']);
    const sent = app.events.find((e) => e.event.message.message_type === 'file');
    expect(JSON.parse(sent?.event.message.content)).toMatchObject({ file_name: '6月进展.txt' });
  });
});

test('opening the chat, recalling, menu, and the bot’s coming and going are told', async () => {
  sim.as(WANG).enter();
  sim.as(WANG).menu('my_tasks');
  await sim.idle();
  const messageId = sim.as(WANG).send('写错了');
  sim.as(WANG).recall(messageId);
  sim.as(LI).removeBot(GROUP);
  sim.as(LI).addBot(GROUP);
  await sim.idle();
  const event = (type: string) => app.events.find((e) => e.header.event_type === type)?.event;
  expect(event('im.chat.access_event.bot_p2p_chat_entered_v1')).toMatchObject({
    chat_id: sim.as(WANG).chatId,
    operator_id: { open_id: WANG },
  });
  expect(event('application.bot.menu_v6')).toMatchObject({
    event_key: 'my_tasks',
    operator: { operator_id: { open_id: WANG } },
  });
  expect(event('im.message.recalled_v1')).toMatchObject({ message_id: messageId });
  expect(event('im.chat.member.bot.deleted_v1')).toMatchObject({ chat_id: GROUP });
  expect(event('im.chat.member.bot.added_v1')).toMatchObject({
    chat_id: GROUP,
    name: '工业经济工作群',
    operator_id: { open_id: LI },
  });
});

describe('events that are not taken', () => {
  const later = (ms: number) => sim.clock.set(new Date(sim.clock.now().getTime() + ms));

  test('come again after 15 s, 5 min, 1 h and 6 h of the clock, then no more', async () => {
    app.answer(() => new Response('busy', { status: 503 }));
    sim.as(WANG).send('3月进度');
    await sim.idle();
    const counts = [app.events.length];
    for (const ms of [14_000, 1000, 300_000, 3_600_000, 6 * 3_600_000, 86_400_000]) {
      later(ms);
      await sim.idle();
      counts.push(app.events.length);
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 5, 5]);
    expect(new Set(app.events.map((e) => e.header.event_id)).size).toBe(1);
    expect(sim.waiting()).toEqual([]);
  });

  test('a redirect is no success, an answer in time ends it', async () => {
    app.answer(() => new Response(null, { status: 302, headers: { location: app.url } }));
    sim.as(WANG).send('3月进度');
    await sim.idle();
    expect(sim.waiting()).toHaveLength(1);
    app.answer(() => Response.json({}));
    later(15_000);
    await sim.idle();
    expect(sim.waiting()).toEqual([]);
    later(300_000);
    await sim.idle();
    expect(app.events).toHaveLength(2);
  });

  test('an application that is away gets its events once it is back', async () => {
    await app.close();
    sim.as(WANG).send('3月进度');
    await sim.idle();
    expect(sim.waiting()).toMatchObject([{ tries: 1 }]);
    app = await listener();
    sim.connect({ callbackUrl: app.url });
    later(15_000);
    await sim.idle();
    expect(types()).toEqual(['im.message.receive_v1']);
  });

  test('a test can have events doubled', async () => {
    sim.faults.travel(() => ({ copies: 2 }));
    sim.as(WANG).send('3月进度');
    await sim.idle();
    expect(new Set(app.events.map((e) => e.header.event_id)).size).toBe(1);
    expect(app.events).toHaveLength(2);
  });
});
