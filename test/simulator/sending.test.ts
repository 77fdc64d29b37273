import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { card, codeOf, GROUP, LI, pocket, sdk, WANG } from './support.ts';

let sim: Simulator;
let base: string;
let client: ReturnType<typeof sdk>;

beforeEach(async () => {
  sim = pocket();
  base = await sim.listen(0);
  client = sdk(base);
});
afterEach(() => sim.close());

const text = (words: string) => JSON.stringify({ text: words });

const create = (receive_id: string, content: string, more: { uuid?: string; type?: string } = {}) =>
  client.im.message.create({
    params: { receive_id_type: receive_id.startsWith('oc_') ? 'chat_id' : 'open_id' },
    data: { receive_id, msg_type: more.type ?? 'text', content, uuid: more.uuid },
  });

const sendCard = async (to: string, content: object) => {
  const sent = await create(to, JSON.stringify(content), { type: 'interactive' });
  return sent.data?.message_id ?? '';
};

const patch = (message_id: string, content: object) =>
  client.im.message.patch({ path: { message_id }, data: { content: JSON.stringify(content) } });

describe('sending through the official SDK', () => {
  test('a text to a person stands in the private chat with the bot', async () => {
    const sent = await create(WANG, text('您有 3 项任务待反馈'));
    const [message] = sim.messages(sim.as(WANG).chatId);
    expect(sent.data?.message_id).toBe(message?.messageId);
    expect(message).toMatchObject({
      sender: { name: '工信助手', isBot: true },
      content: { type: 'text', text: '您有 3 项任务待反馈' },
      at: expect.stringMatching(/^2026-03-02T01:00/),
    });
  });

  test('an @ in a text becomes a mention, and words that look like markup stay words', async () => {
    await create(GROUP, text('<at user_id="ou_li">李强</at> 请阅 <b>附件</b>'));
    expect(sim.messages(GROUP)[0]?.content).toEqual({
      type: 'text',
      text: '@_user_1 请阅 <b>附件</b>',
      mentions: [{ key: '@_user_1', openId: LI, name: '李强' }],
    });
  });

  test('the same uuid within an hour is one message, after the hour a second one', async () => {
    const first = await create(GROUP, text('提醒'), { uuid: 'u-1' });
    const again = await create(GROUP, text('提醒'), { uuid: 'u-1' });
    expect(again.data?.message_id).toBe(first.data?.message_id);
    sim.clock.set(new Date(sim.clock.now().getTime() + 3_600_001));
    await create(GROUP, text('提醒'), { uuid: 'u-1' });
    expect(sim.messages(GROUP)).toHaveLength(2);
  });

  test('a uuid of more than 50 characters is refused', async () => {
    expect(await codeOf(create(GROUP, text('提醒'), { uuid: 'x'.repeat(51) }))).toMatchObject({
      code: 99992402,
    });
  });

  test.each([
    ['an unknown person', () => create('ou_nobody', text('喂')), 99992351],
    ['an unknown group', () => create('oc_nowhere', text('喂')), 230001],
    ['content that is no JSON', () => create(GROUP, '喂'), 230001],
    ['an empty text', () => create(GROUP, text('')), 230001],
    ['an unknown type', () => create(GROUP, text('喂'), { type: 'markdown' }), 230001],
    ['a text over 150 KB', () => create(GROUP, text('长'.repeat(52_000))), 230025],
    [
      'a file that nobody uploaded',
      () => create(GROUP, JSON.stringify({ file_key: 'file_v3_x' }), { type: 'file' }),
      230001,
    ],
  ])('%s is refused with the platform’s code', async (_what, call, code) => {
    expect((await codeOf(call())).code).toBe(code);
    expect(sim.messages(GROUP)).toEqual([]);
  });

  test('a group that the bot left takes nothing until it is back', async () => {
    sim.as(LI).removeBot(GROUP);
    expect((await codeOf(create(GROUP, text('喂')))).code).toBe(230002);
    sim.as(LI).addBot(GROUP);
    expect((await codeOf(create(GROUP, text('喂')))).code).toBe(0);
  });

  test('a person who resigned, or a dissolved group, answers with its code', async () => {
    sim.faults.refuse(WANG, 230013);
    sim.faults.refuse(GROUP, 232009);
    expect((await codeOf(create(WANG, text('喂')))).code).toBe(230013);
    expect((await codeOf(create(GROUP, text('喂')))).code).toBe(232009);
  });

  test('more than five messages a second to one chat are refused with 230020', async () => {
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, i) => codeOf(create(GROUP, text(`第${i}条`)))),
    );
    expect(sent.filter((s) => s.code === 0)).toHaveLength(5);
    expect(sent.filter((s) => s.code === 230020)).toHaveLength(3);
  });

  test('more calls of one endpoint than the app may make get 429 and how long to wait', async () => {
    await sim.close();
    sim = pocket({ limits: { perSecond: 2 } });
    client = sdk(await sim.listen(0));
    const info = () => client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
    await info();
    await info();
    const refused = await info().catch((e) => e.response);
    expect(refused).toMatchObject({ status: 429, data: { code: 99991400 } });
    expect(refused.headers['x-ogw-ratelimit-reset']).toBe('1');
  });
});

describe('replies', () => {
  test('a reply stands under the message that asked, with its root', async () => {
    const question = sim.as(WANG).send({ chat: GROUP, text: '怎么申报', mention: ['bot'] });
    const reply = (message_id: string, reply_in_thread = false) =>
      client.im.message.reply({
        path: { message_id },
        data: { msg_type: 'text', content: text('见附件'), reply_in_thread },
      });
    const first = await reply(question);
    const second = await reply(first.data?.message_id ?? '');
    expect(first.data).toMatchObject({ parent_id: question, root_id: question });
    expect(second.data).toMatchObject({ parent_id: first.data?.message_id, root_id: question });
    const threaded = await reply(question, true);
    expect(threaded.data?.thread_id).toMatch(/^omt_/);
    expect((await reply(question)).data?.thread_id).toBe(threaded.data?.thread_id);
  });

  test('a recalled message cannot be answered', async () => {
    const question = sim.as(WANG).send('怎么申报');
    sim.as(WANG).recall(question);
    const reply = client.im.message.reply({
      path: { message_id: question },
      data: { msg_type: 'text', content: text('见附件') },
    });
    expect((await codeOf(reply)).code).toBe(230011);
  });
});

describe('changing what was sent', () => {
  test('a patched card is the one that people see', async () => {
    const messageId = await sendCard(WANG, card('请反馈'));
    await patch(messageId, card('已反馈'));
    expect(sim.messages(sim.as(WANG).chatId)).toMatchObject([
      { messageId, content: { card: { header: { title: { content: '已反馈' } } } } },
    ]);
    const shown = await client.im.message.get({
      path: { message_id: messageId },
      params: { card_msg_content_type: 'user_card_content' } as object,
    });
    expect(JSON.parse(shown.data?.items?.[0]?.body?.content ?? '')).toEqual(card('已反馈'));
  });

  test('a card of more than 14 days, or somebody else’s message, cannot be patched', async () => {
    const messageId = await sendCard(WANG, card());
    const foreign = sim.as(WANG).send('3月进度');
    expect((await codeOf(patch(foreign, card()))).code).toBe(230001);
    sim.clock.set(new Date(sim.clock.now().getTime() + 14 * 86_400_000 + 1));
    expect((await codeOf(patch(messageId, card()))).code).toBe(230031);
  });

  test('a card that does not say update_multi cannot be patched', async () => {
    const messageId = await sendCard(WANG, { ...card(), config: {} });
    expect((await codeOf(patch(messageId, card()))).code).toBe(230001);
  });

  test('a text can be edited 20 times, a card not at all', async () => {
    await sim.close();
    sim = pocket({ limits: { perTarget: 100 } });
    client = sdk(await sim.listen(0));
    const sent = await create(GROUP, text('第0版'));
    const edit = (message_id: string, words: string) =>
      codeOf(
        client.im.message.update({
          path: { message_id },
          data: { msg_type: 'text', content: text(words) },
        }),
      );
    for (let i = 1; i <= 20; i++)
      expect((await edit(sent.data?.message_id ?? '', `第${i}版`)).code).toBe(0);
    expect((await edit(sent.data?.message_id ?? '', '第21版')).code).toBe(230072);
    expect(sim.messages(GROUP)[0]).toMatchObject({ edited: true, content: { text: '第20版' } });
    expect((await edit(await sendCard(GROUP, card()), '卡片')).code).toBe(230054);
  });

  test('a recalled message is gone for people and for further changes', async () => {
    const messageId = await sendCard(GROUP, card());
    const recall = () => client.im.message.delete({ path: { message_id: messageId } });
    expect((await codeOf(recall())).code).toBe(0);
    expect(sim.messages(GROUP)[0]).toMatchObject({
      recalled: true,
      content: { type: 'system', text: '工信助手撤回了一条消息' },
    });
    expect((await codeOf(recall())).code).toBe(230110);
    expect((await codeOf(patch(messageId, card()))).code).toBe(230011);
  });

  test('a reaction can be put on a message and taken off again', async () => {
    const messageId = sim.as(WANG).send('3月进度');
    const path = { message_id: messageId };
    const data = { reaction_type: { emoji_type: 'Typing' } };
    const made = await client.im.messageReaction.create({ path, data });
    const reaction_id = made.data?.reaction_id ?? '';
    const remove = () => client.im.messageReaction.delete({ path: { ...path, reaction_id } });
    expect((await codeOf(remove())).code).toBe(0);
    expect((await codeOf(remove())).code).toBe(231003);
  });
});

describe('tokens', () => {
  test('a wrong secret gives no token', async () => {
    const wrong = sdk(base, 'wrong').im.chat.list({});
    await expect(wrong).rejects.toThrow(/10014/);
  });

  test('a token is renewed only in its last half hour, and ends after two hours', async () => {
    let real = Date.now();
    await sim.close();
    sim = pocket({ realNow: () => real });
    base = await sim.listen(0);
    const ask = async () => {
      const response = await fetch(`${base}/open-apis/auth/v3/tenant_access_token/internal`, {
        method: 'POST',
        body: JSON.stringify({
          app_id: 'cli_0123456789abcdef',
          app_secret: 'secret of the pocket',
        }),
      });
      return (await response.json()) as { tenant_access_token: string; expire: number };
    };
    const call = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${base}/open-apis/bot/v3/info`, { headers });
      return ((await response.json()) as { code: number }).code;
    };
    const later = (minutes: number) => {
      real += minutes * 60_000;
    };
    const first = await ask();
    later(89);
    expect((await ask()).tenant_access_token).toBe(first.tenant_access_token);
    later(2);
    const second = await ask();
    expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
    expect([await call(first.tenant_access_token), await call(second.tenant_access_token)]).toEqual(
      [0, 0],
    );
    later(30);
    expect(await call(first.tenant_access_token)).toBe(99991663);
    sim.revokeTokens();
    expect(await call(second.tenant_access_token)).toBe(99991663);
  });

  test('a call without a token is told so', async () => {
    const response = await fetch(`${base}/open-apis/bot/v3/info`);
    expect([response.status, (await response.json()) as object]).toMatchObject([
      400,
      { code: 99991661 },
    ]);
  });
});

describe('faults that a test can order', () => {
  const SEND = 'POST /open-apis/im/v1/messages';

  test('an answer lost after the platform took the message: the repeat finds it by its uuid', async () => {
    sim.faults.next(SEND, { kind: 'answer-lost' });
    await expect(create(GROUP, text('提醒'), { uuid: 'u-9' })).rejects.toThrow();
    const again = await create(GROUP, text('提醒'), { uuid: 'u-9' });
    expect(sim.messages(GROUP).map((m) => m.messageId)).toEqual([again.data?.message_id]);
  });

  test('a status, a code or a cut connection leaves nothing behind', async () => {
    sim.faults.next(SEND, { kind: 'answer', status: 503 });
    sim.faults.next(SEND, { kind: 'answer', status: 400, code: 230049 });
    sim.faults.next(SEND, { kind: 'cut' });
    await expect(create(GROUP, text('一'))).rejects.toThrow(/503/);
    expect((await codeOf(create(GROUP, text('二')))).code).toBe(230049);
    await expect(create(GROUP, text('三'))).rejects.toThrow();
    expect(sim.messages(GROUP)).toEqual([]);
    await create(GROUP, text('四'));
    expect(sim.calls().map((c) => [c.endpoint, c.status, c.fault])).toEqual([
      ['POST /open-apis/auth/v3/tenant_access_token/internal', 200, undefined],
      [SEND, 503, 'answer'],
      [SEND, 400, 'answer'],
      [SEND, 0, 'cut'],
      [SEND, 200, undefined],
    ]);
  });
});

describe('chats and people', () => {
  test('the bot lists its groups and their people, never private chats', async () => {
    const chats = await client.im.chat.list({ params: { page_size: 100 } });
    expect(chats.data?.items).toMatchObject([{ chat_id: GROUP, name: '工业经济工作群' }]);
    const members = await client.im.chatMembers.get({
      path: { chat_id: GROUP },
      params: { member_id_type: 'open_id', page_size: 1 },
    });
    expect(members.data).toMatchObject({
      items: [{ member_id: WANG, name: '王芳' }],
      has_more: true,
      member_total: 2,
    });
    const rest = await client.im.chatMembers.get({
      path: { chat_id: GROUP },
      params: { page_size: 1, page_token: members.data?.page_token },
    });
    expect(rest.data).toMatchObject({ items: [{ member_id: LI }], has_more: false });
    const p2p = await client.im.chat.get({ path: { chat_id: sim.as(WANG).chatId } });
    expect(p2p.data?.chat_mode).toBe('p2p');
  });

  test('a group that the bot makes is there for its people, and once for one uuid', async () => {
    const make = () =>
      client.im.chat.create({
        params: { uuid: 'g-1' },
        data: { name: '技改专班', owner_id: LI, user_id_list: [WANG] },
      });
    const made = await make();
    expect((await make()).data?.chat_id).toBe(made.data?.chat_id);
    await create(made.data?.chat_id ?? '', text('大家好'));
    expect(sim.messages(made.data?.chat_id ?? '').map((m) => m.content.type)).toEqual([
      'system',
      'text',
    ]);
  });

  test('people are found by id, by department and by phone', async () => {
    const user = await client.contact.user.get({ path: { user_id: WANG } });
    expect(user.data?.user).toMatchObject({ name: '王芳', open_id: WANG });
    const department = user.data?.user?.department_ids?.[0] ?? '';
    const tree = await client.contact.department.children({
      path: { department_id: '0' },
      params: { fetch_child: true, department_id_type: 'open_department_id', page_size: 50 },
    });
    expect(tree.data?.items?.map((d) => d.name)).toEqual(['县商务局', '县科技经信局']);
    const found = await client.contact.user.findByDepartment({
      params: { department_id: department },
    });
    expect(found.data?.items?.map((u) => u.name)).toEqual(['王芳']);
    const ids = await client.contact.user.batchGetId({
      params: { user_id_type: 'open_id' },
      data: { mobiles: ['13800000001', '13900000000'] },
    });
    expect(ids.data?.user_list).toEqual([
      { mobile: '13800000001', user_id: WANG },
      { mobile: '13900000000' },
    ]);
    expect((await codeOf(client.contact.user.get({ path: { user_id: 'ou_x' } }))).code).toBe(41050);
  });
});
