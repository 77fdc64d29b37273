import fc from 'fast-check';
import { expect, test } from 'vitest';
import { platformTime, readEnvelope } from '../../src/feishu/envelope.ts';
import type { IncomingMessage } from '../../src/feishu/event.ts';
import { readCardAction, readEvent } from '../../src/feishu/read-event.ts';
import { clickPayload, payloadOf, textPayload } from '../support/signed.ts';

const BOT = { openId: 'ou_bot' };
const bot = (key: string) => ({
  key,
  id: { open_id: 'ou_bot', union_id: 'on_bot' },
  name: '工信助手',
  mentioned_type: 'bot',
});
const person = (key: string, openId: string, name: string) => ({
  key,
  id: { open_id: openId },
  name,
});

function message(...args: Parameters<typeof textPayload>): IncomingMessage {
  const event = readEvent(textPayload(...args), BOT);
  if (event.kind !== 'message') throw new Error(`read as ${event.kind}`);
  return event;
}

const ofType = (type: string, content: unknown) =>
  message('', { message_type: type, content: JSON.stringify(content) });

test('a message in a group is read with who, where, when and in which thread', () => {
  const read = message('@_user_1 第1、3项已完成', {
    message_id: 'om_5ce6',
    root_id: 'om_root',
    parent_id: 'om_parent',
    thread_id: 'omt_d4be',
    mentions: [bot('@_user_1')],
  });
  expect(read).toEqual({
    kind: 'message',
    messageId: 'om_5ce6',
    chatId: 'oc_group',
    chatType: 'group',
    senderOpenId: 'ou_li',
    text: '第1、3项已完成',
    mentionsBot: true,
    mentions: [],
    messageType: 'text',
    attachments: [],
    rootId: 'om_root',
    parentId: 'om_parent',
    threadId: 'omt_d4be',
    sentAt: new Date(1772413200000),
  });
});

test.each([
  ['@_user_1 3月进度', '3月进度'],
  ['3月进度 @_user_1', '3月进度'],
  ['请@_user_1 查一下3月进度', '请查一下3月进度'],
  ['@_user_1\n第1项已完成\n第2项25号前完成', '第1项已完成\n第2项25号前完成'],
  ['@_user_1', ''],
])('the bot’s own mention disappears: %j is %j', (text, expected) => {
  expect(message(text, { mentions: [bot('@_user_1')] }).text).toBe(expected);
});

test('with ten mentions and more, nobody’s name is put in another’s place', () => {
  const people = Array.from({ length: 12 }, (_, i) =>
    person(`@_user_${i + 1}`, `ou_${i + 1}`, `乡镇${i + 1}`),
  );
  const read = message(people.map((p) => p.key).join(' '), { mentions: people });
  expect(read.text).toBe(people.map((p) => `@${p.name}`).join(' '));
  expect(read.mentions.at(-1)).toEqual({ openId: 'ou_12', name: '乡镇12' });
  expect(read.mentionsBot).toBe(false);
});

test('@所有人 is not the bot, with and without an id', () => {
  for (const all of [
    { key: '@_all', name: '所有人' },
    { key: '@_all', id: BOT_ID, name: '所有人' },
  ]) {
    const read = message('@_all 今天报表', { mentions: [all] });
    expect(read).toMatchObject({ text: '@所有人 今天报表', mentionsBot: false, mentions: [] });
  }
});
const BOT_ID = { open_id: 'ou_bot' };

test('somebody who has the bot’s name is not the bot', () => {
  const read = message('@_user_1 好', { mentions: [person('@_user_1', 'ou_x', '工信助手')] });
  expect(read).toMatchObject({ mentionsBot: false, text: '@工信助手 好' });
});

test('a key that nobody is behind stays as it was written', () => {
  expect(message('邮箱是 a@_user_9').text).toBe('邮箱是 a@_user_9');
});

const paragraphs = [
  [
    { tag: 'at', user_id: '@_user_1', user_name: '' },
    { tag: 'text', text: ' 见', style: ['bold'] },
    { tag: 'a', href: 'https://example.cn', text: '附件' },
  ],
  [{ tag: 'img', image_key: 'img_1' }],
  [{ tag: 'media', file_key: 'file_v', image_key: 'img_2' }],
  [{ tag: 'emotion', emoji_type: 'SMILE' }, { tag: 'hr' }],
  [{ tag: 'code_block', language: 'GO', text: '第2项未完成' }],
];

test.each([
  ['as it is received', { title: '三月进展', content: paragraphs }],
  ['with a locale around it', { zh_cn: { title: '三月进展', content: paragraphs } }],
])('a post %s is its lines and its images', (_, content) => {
  const read = message('', {
    message_type: 'post',
    content: JSON.stringify(content),
    mentions: [bot('@_user_1')],
  });
  expect(read).toMatchObject({
    text: '三月进展\n见附件\n第2项未完成',
    mentionsBot: true,
    attachments: [
      { kind: 'image', fileKey: 'img_1' },
      { kind: 'media', fileKey: 'file_v' },
    ],
  });
});

test('a post’s newer form is preferred, its markdown read as text', () => {
  const content_v2 = [
    [{ tag: 'md', text: '## 进展\n> **第1项** 已完成，见[附件](https://a.cn)' }],
    [{ tag: 'md', text: '<at user_id="@_user_1">工信助手</at> 请登记' }],
  ];
  const read = message('', {
    message_type: 'post',
    content: JSON.stringify({ title: '', content: [[{ tag: 'text', text: '旧' }]], content_v2 }),
    mentions: [bot('@_user_1')],
  });
  expect(read.text).toBe('进展\n第1项 已完成，见附件\n请登记');
});

test.each([
  [
    'file',
    { file_key: 'file_v3_1', file_name: '6月进展.xlsx' },
    { kind: 'file', fileKey: 'file_v3_1', name: '6月进展.xlsx' },
  ],
  ['image', { image_key: 'img_1' }, { kind: 'image', fileKey: 'img_1', name: '' }],
  ['audio', { file_key: 'f1', duration: 2000 }, { kind: 'audio', fileKey: 'f1', name: '' }],
  [
    'media',
    { file_key: 'f2', image_key: 'i', file_name: '现场.mp4', duration: 1 },
    { kind: 'media', fileKey: 'f2', name: '现场.mp4' },
  ],
])('a message of type %s carries its file', (type, content, attachment) => {
  expect(ofType(type, content)).toMatchObject({ text: '', attachments: [attachment] });
});

const OTHER_TYPES = [
  'folder',
  'sticker',
  'interactive',
  'hongbao',
  'share_calendar_event',
  'calendar',
  'general_calendar',
  'share_chat',
  'share_user',
  'system',
  'location',
  'video_chat',
  'todo',
  'vote',
  'merge_forward',
  'a_type_of_next_year',
  'constructor',
  '__proto__',
];

test.each(OTHER_TYPES)('a message of type %s arrives as one that is not understood', (type) => {
  expect(ofType(type, { file_key: 'f', file_name: 'n', text: 't' })).toMatchObject({
    messageType: type,
    text: '',
    attachments: [],
  });
});

test('whatever a content holds, a message of every type is read without a fault', () => {
  const types = fc.constantFrom('text', 'post', 'image', 'file', 'audio', 'media', ...OTHER_TYPES);
  const content = fc.oneof(fc.json(), fc.string(), fc.constant(undefined));
  fc.assert(
    fc.property(types, content, fc.array(fc.jsonValue()), (type, text, mentions) => {
      const read = message('', { message_type: type, content: text, mentions });
      expect(typeof read.text).toBe('string');
    }),
  );
});

test('whatever a post holds, it is read without a fault', () => {
  const element = fc.record(
    {
      tag: fc.constantFrom('text', 'md', 'a', 'at', 'img', 'media', 'x'),
      text: fc.jsonValue(),
      image_key: fc.jsonValue(),
      user_id: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.array(element), element, fc.jsonValue())), (content) => {
      expect(typeof ofType('post', { content }).text).toBe('string');
    }),
  );
});

test('what another bot says is not answered', () => {
  expect(readEvent(textPayload('你好', {}, { sender_type: 'bot' }), BOT)).toEqual({
    kind: 'other',
    type: 'im.message.receive_v1',
  });
});

const operator_id = { open_id: 'ou_wang', union_id: 'on_w', user_id: 'w' };

test.each([
  [
    'im.message.recalled_v1',
    { message_id: 'om_1', chat_id: 'oc_1', recall_type: 'message_owner' },
    { kind: 'recalled', messageId: 'om_1', chatId: 'oc_1' },
  ],
  [
    'im.chat.member.bot.added_v1',
    { chat_id: 'oc_1', operator_id, name: '工业经济工作群', external: false },
    { kind: 'bot-added', chatId: 'oc_1', chatName: '工业经济工作群', operatorOpenId: 'ou_wang' },
  ],
  [
    'im.chat.member.bot.added_v1',
    { chat_id: 'oc_1' },
    { kind: 'bot-added', chatId: 'oc_1', chatName: '', operatorOpenId: '' },
  ],
  [
    'im.chat.member.bot.deleted_v1',
    { chat_id: 'oc_1', operator_id },
    { kind: 'bot-removed', chatId: 'oc_1' },
  ],
  ['im.chat.disbanded_v1', { chat_id: 'oc_1' }, { kind: 'bot-removed', chatId: 'oc_1' }],
  [
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    { chat_id: 'oc_p', operator_id },
    { kind: 'p2p-entered', chatId: 'oc_p', openId: 'ou_wang' },
  ],
  [
    'application.bot.menu_v6',
    {
      operator: { operator_name: '王', operator_id },
      event_key: 'my_tasks',
      timestamp: 1669364458,
    },
    expect.objectContaining({ kind: 'menu', openId: 'ou_wang', key: 'my_tasks' }),
  ],
  [
    'im.message.message_read_v1',
    { reader: {} },
    { kind: 'other', type: 'im.message.message_read_v1' },
  ],
  [
    'application.bot.menu_v6',
    { event_key: 'my_tasks' },
    { kind: 'other', type: 'application.bot.menu_v6' },
  ],
  ['toString', {}, { kind: 'other', type: 'toString' }],
])('an event of type %s is read', (event_type, event, expected) => {
  expect(readEvent(payloadOf({ event_type }, event), BOT)).toEqual(expected);
});

test('a click is read with who clicked what on which card', () => {
  const action = {
    tag: 'button',
    name: 'submit_btn',
    value: { act: 'report', card: 'c1' },
    form_value: { text: '已报3家', date: '2026-03-25 +0800' },
  };
  const payload = clickPayload(action, 'om_574d');
  expect(readCardAction(payload)).toEqual({
    kind: 'card-action',
    eventId: payload.header.event_id,
    openId: 'ou_li',
    messageId: 'om_574d',
    chatId: 'oc_group',
    value: { act: 'report', card: 'c1' },
    form: { text: '已报3家', date: '2026-03-25 +0800' },
  });
});

test('the place of a click may stand beside the event', () => {
  const payload = clickPayload({ tag: 'select_static', option: '101', value: { act: 'pick' } });
  const { context, ...event } = payload.event;
  expect(readCardAction({ ...payload, event, context })).toMatchObject({
    messageId: 'om_card',
    chatId: 'oc_group',
    option: '101',
  });
});

test('a forged value of another shape is an empty one', () => {
  for (const value of ['{"act":"report"}', 7, null, ['report']]) {
    expect(readCardAction(clickPayload({ tag: 'button', value }))?.value).toEqual({});
  }
});

test('a message’s envelope is keyed by the message, that of a recall by what was recalled, another by its event', () => {
  const at = new Date(0);
  const payload = textPayload('好', { message_id: 'om_7' });
  expect(readEnvelope(payload, at)).toEqual({
    key: 'message:om_7',
    type: 'im.message.receive_v1',
    lane: 'oc_group',
    sentAt: new Date(1772413200000),
  });
  const recalled = payloadOf(
    { event_type: 'im.message.recalled_v1', event_id: 'e1' },
    { message_id: 'om_7', chat_id: 'oc_1' },
  );
  expect(readEnvelope(recalled, at)).toMatchObject({ key: 'recall:om_7', lane: 'oc_1' });
  const menu = payloadOf(
    { event_type: 'application.bot.menu_v6', event_id: 'e2' },
    { operator: { operator_id } },
  );
  expect(readEnvelope(menu, at)).toMatchObject({ key: 'event:e2', lane: 'ou_wang' });
});

test('ids that could not be stored as keys are not taken as ones', () => {
  const payload = textPayload('好', { message_id: 'om_\u0000', chat_id: 'oc 1' });
  const { key, lane } = readEnvelope(payload, new Date(0));
  expect(key).toBe(`event:${payload.header.event_id}`);
  expect(lane).toBe(key);
});

test.each([
  ['1772413200', 1772413200000],
  ['1772413200123', 1772413200123],
  ['1772413200123456', 1772413200123],
  [1669364458, 1669364458000],
  ['', undefined],
  ['yesterday', undefined],
  [undefined, undefined],
])('the platform’s time %j is %j', (value, expected) => {
  expect(platformTime(value)?.getTime()).toBe(expected);
});
