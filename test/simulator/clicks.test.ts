import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { card, codeOf, GROUP, LI, type Listener, listener, pocket, sdk, WANG } from './support.ts';

let sim: Simulator;
let app: Listener;
let client: ReturnType<typeof sdk>;
let messageId: string;

beforeEach(async () => {
  app = await listener();
  sim = pocket();
  sim.connect({ callbackUrl: app.url });
  client = sdk(await sim.listen(0));
  messageId = await sendCard(card());
});
afterEach(async () => {
  await sim.close();
  await app.close();
});

async function sendCard(content: object): Promise<string> {
  const sent = await client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: GROUP, msg_type: 'interactive', content: JSON.stringify(content) },
  });
  return sent.data?.message_id ?? '';
}

const shownTitle = () => {
  const content = sim.messages(GROUP).find((m) => m.messageId === messageId)?.content;
  return content?.type === 'card'
    ? (content.card as ReturnType<typeof card>).header.title.content
    : '';
};

const update = (token: string, content: object) =>
  codeOf(
    client.request({
      method: 'POST',
      url: '/open-apis/interactive/v1/card/update',
      data: { token, card: content },
    }),
  );

describe('a click', () => {
  test('reaches the application with who clicked, where, and the button’s value', async () => {
    app.answer(() => Response.json({ toast: { type: 'success', content: '已记录' } }));
    expect(await sim.as(WANG).press(messageId, '已完成')).toEqual({
      toast: { type: 'success', content: '已记录' },
    });
    const [click] = app.events;
    expect(click?.header).toMatchObject({
      event_type: 'card.action.trigger',
      create_time: expect.stringMatching(/^\d{16}$/),
    });
    expect(click?.event).toMatchObject({
      operator: { open_id: WANG },
      token: expect.stringMatching(/^c-/),
      action: { tag: 'button', value: { act: 'done', task: 7 }, timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: { open_message_id: messageId, open_chat_id: GROUP },
    });
  });

  test('on a form’s button sends the form, its defaults included', async () => {
    await sim.as(WANG).press(messageId, '提交', { words: '已报3家' });
    expect(app.events[0]?.event.action).toMatchObject({
      name: 'send',
      value: { act: 'report' },
      form_value: { words: '已报3家', task: '12' },
    });
  });

  test('on a form with an empty required field never leaves the client', async () => {
    await expect(sim.as(WANG).press(messageId, '提交')).rejects.toThrow(/words/);
    expect(app.events).toEqual([]);
  });

  test('answered with a card replaces it for everybody', async () => {
    app.answer(() => Response.json({ card: { type: 'raw', data: card('已完成 1 项') } }));
    expect(await sim.as(WANG).press(messageId, '已完成')).toEqual({});
    expect(shownTitle()).toBe('已完成 1 项');
  });

  test.each([
    [200671, 'a status other than 200', () => new Response('no', { status: 500 })],
    [200672, 'an empty body', () => new Response('')],
    [
      200672,
      'a toast of an unknown type',
      () => Response.json({ toast: { type: 'ok', content: '好' } }),
    ],
    [200673, 'a card as a string', () => Response.json({ card: { type: 'raw', data: '{}' } })],
    [
      200673,
      'a card with an unknown property',
      () => Response.json({ card: { type: 'raw', data: { ...card(), footer: {} } } }),
    ],
    [
      200830,
      'a card of 1.0',
      () => Response.json({ card: { type: 'raw', data: { elements: [] } } }),
    ],
  ])('shows error %i for %s, and the card stays', async (code, _what, answer) => {
    app.answer(answer);
    const result = await sim.as(WANG).press(messageId, '已完成');
    expect(result.error).toMatchObject({ code, message: expect.stringContaining(String(code)) });
    expect(shownTitle()).toBe('请反馈进展');
  });

  test('without an application shows 200342, without an address 200340, and is not sent again', async () => {
    sim.connect({ callbackUrl: 'http://127.0.0.1:9' });
    expect((await sim.as(WANG).press(messageId, '已完成')).error?.code).toBe(200342);
    sim.connect({ callbackUrl: '' });
    expect((await sim.as(WANG).press(messageId, '已完成')).error?.code).toBe(200340);
    expect(sim.waiting()).toEqual([]);
  });

  test('that is not answered in time shows 200341', async () => {
    await sim.close();
    sim = pocket({ deadlineMs: 100 });
    sim.connect({ callbackUrl: app.url });
    client = sdk(await sim.listen(0));
    messageId = await sendCard(card());
    let release = () => {};
    app.answer(
      () =>
        new Promise((done) => {
          release = () => done(Response.json({}));
        }),
    );
    expect((await sim.as(WANG).press(messageId, '已完成')).error?.code).toBe(200341);
    release();
  });

  test('on a card of more than 14 days dies in the client, a minute before it still works', async () => {
    const sentAt = sim.clock.now().getTime();
    sim.clock.set(new Date(sentAt + 14 * 86_400_000 - 60_000));
    expect((await sim.as(WANG).press(messageId, '已完成')).error).toBeUndefined();
    app.events.length = 0;
    sim.clock.set(new Date(sentAt + 14 * 86_400_000 + 1));
    expect((await sim.as(WANG).press(messageId, '已完成')).error?.code).toBe(200750);
    expect(app.events).toEqual([]);
  });

  test('by somebody outside the chat is not possible', async () => {
    expect(() => sim.as('ou_nobody').recall(messageId)).toThrow('没有这个人');
    const own = sim.as(LI).send('只有我看得见');
    await expect(sim.as(WANG).press(own, '已完成')).rejects.toThrow('没有这个会话');
  });

  test('locks the card against patches until it is answered', async () => {
    let during: unknown;
    const patch = () =>
      codeOf(
        client.im.message.patch({
          path: { message_id: messageId },
          data: { content: JSON.stringify(card('更新')) },
        }),
      );
    app.answer(async () => {
      during = await patch();
      return Response.json({});
    });
    await sim.as(WANG).press(messageId, '已完成');
    expect(during).toMatchObject({
      code: 230099,
      msg: expect.stringContaining('card action is lock'),
    });
    expect((await patch()).code).toBe(0);
    expect(shownTitle()).toBe('更新');
  });
});

describe('the token of a click', () => {
  const click = async () => {
    await sim.as(WANG).press(messageId, '已完成');
    return String(app.events.at(-1)?.event.token);
  };

  test('updates the card twice, and only after the answer', async () => {
    let early: unknown;
    app.answer(async (event) => {
      early = (await update(event.event.token, card('太早'))).code;
      return Response.json({});
    });
    const token = await click();
    expect(early).toBe(300020);
    expect((await update(token, card('第一次'))).code).toBe(0);
    expect((await update(token, card('第二次'))).code).toBe(0);
    expect((await update(token, card('第三次'))).code).toBe(300040);
    expect(shownTitle()).toBe('第二次');
  });

  test('ends after 30 minutes of the clock', async () => {
    const token = await click();
    sim.clock.set(new Date(sim.clock.now().getTime() + 30 * 60_000 + 1));
    expect((await update(token, card())).code).toBe(300030);
  });
});

describe('a card entity', () => {
  const call = (method: 'POST' | 'PUT' | 'PATCH', path: string, data: object) =>
    client.request({ method, url: `/open-apis/cardkit/v1/cards${path}`, data });

  test('is sent once, streamed into with rising sequence numbers, and closed', async () => {
    const streamed = {
      schema: '2.0',
      config: { streaming_mode: true },
      body: { elements: [{ tag: 'markdown', element_id: 'answer', content: '' }] },
    };
    const made = await call('POST', '', { type: 'card_json', data: JSON.stringify(streamed) });
    const id = made.data.card_id;
    const sent = await sendCard({ type: 'card', data: { card_id: id } });
    expect(sent).toMatch(/^om_/);
    const twice = client.im.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: GROUP,
        msg_type: 'interactive',
        content: JSON.stringify({ type: 'card', data: { card_id: id } }),
      },
    });
    expect((await codeOf(twice)).code).toBe(230001);
    const stream = (content: string, sequence: number) =>
      codeOf(call('PUT', `/${id}/elements/answer/content`, { content, sequence }));
    expect((await stream('可以', 1)).code).toBe(0);
    expect((await stream('可以申报', 2)).code).toBe(0);
    expect((await stream('可以申报', 2)).code).toBe(300317);
    const settings = JSON.stringify({ config: { streaming_mode: false } });
    expect((await codeOf(call('PATCH', `/${id}/settings`, { settings, sequence: 3 }))).code).toBe(
      0,
    );
    expect((await stream('迟了', 4)).code).toBe(300309);
    expect(sim.messages(GROUP).find((m) => m.messageId === sent)?.content).toMatchObject({
      card: { config: { streaming_mode: false }, body: { elements: [{ content: '可以申报' }] } },
    });
  });
});
