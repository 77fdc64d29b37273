import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { card, codeOf, GROUP, LI, pocket, sdk, WANG } from './support.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const bytes = (words: string) => new TextEncoder().encode(words);

let sim: Simulator;
let client: ReturnType<typeof sdk>;

async function open(folder?: string): Promise<void> {
  sim = pocket(folder ? { folder } : {});
  client = sdk(await sim.listen(0));
}

beforeEach(() => open());
afterEach(() => sim.close());

const keyOf = (chatId: string) => {
  const content = sim.messages(chatId).at(-1)?.content;
  return content?.type === 'file' || content?.type === 'image' ? content.attachment.key : '';
};

const uploadFile = (file_name: string, file: Buffer) =>
  client.im.file.create({ data: { file_type: 'stream', file_name, file } });

const sendFile = (file_key: string) =>
  client.im.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: GROUP, msg_type: 'file', content: JSON.stringify({ file_key }) },
  });

const download = async (message_id: string, file_key: string, type: string) => {
  const answer = await client.im.messageResource.get({
    path: { message_id, file_key },
    params: { type },
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer.getReadableStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const downloadCode = async (message_id: string, file_key: string, type: string) => {
  try {
    await download(message_id, file_key, type);
    return 0;
  } catch (error) {
    const { data } = (error as { response: { data: AsyncIterable<Buffer> } }).response;
    let text = '';
    for await (const chunk of data) text += chunk.toString('utf8');
    return (JSON.parse(text) as { code: number }).code;
  }
};

describe('files', () => {
  test('the bot uploads one and sends it; people download it under its name', async () => {
    const uploaded = await uploadFile('3月通报.docx', Buffer.from('通报'));
    await sendFile(uploaded?.file_key ?? '');
    expect(sim.messages(GROUP)[0]?.content).toEqual({
      type: 'file',
      attachment: { key: uploaded?.file_key, name: '3月通报.docx', bytes: 6, kind: 'file' },
    });
  });

  test('the bot downloads what a person sent, by message and key', async () => {
    const file = { name: '进展.txt', bytes: bytes('已报3家') };
    const messageId = sim.as(WANG).send({ file });
    const key = keyOf(sim.as(WANG).chatId);
    expect(await download(messageId, key, 'file')).toBe('已报3家');
    const other = sim.as(WANG).send('另一条');
    expect(await downloadCode(other, key, 'file')).toBe(234003);
    expect(await downloadCode(messageId, key, 'image')).toBe(234003);
    const own = client.im.file.get({ path: { file_key: key } });
    await expect(own).rejects.toMatchObject({ response: { status: 400 } });
  });

  test('an image is known by its bytes, whatever its name', async () => {
    const messageId = sim.as(WANG).send({ file: { name: '照片.dat', bytes: PNG } });
    expect(sim.messages(sim.as(WANG).chatId).at(-1)?.content.type).toBe('image');
    expect(await downloadCode(messageId, keyOf(sim.as(WANG).chatId), 'image')).toBe(0);
    const image = await client.im.image.create({ data: { image_type: 'message', image: PNG } });
    expect(image?.image_key).toMatch(/^img_v3_/);
  });

  test('every byte of a file arrives as it was', async () => {
    const all = Buffer.from(Array.from({ length: 1024 }, (_, i) => (i * 7) % 256));
    const tricky = Buffer.concat([all, Buffer.from('\r\n--\r\n\r\n'), all]);
    const uploaded = await uploadFile('a.bin', tricky);
    const answer = await client.im.file.get({ path: { file_key: uploaded?.file_key ?? '' } });
    const chunks: Buffer[] = [];
    for await (const chunk of answer.getReadableStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(tricky)).toBe(true);
  });

  test('nothing is downloaded from a group that the bot left', async () => {
    const messageId = sim
      .as(WANG)
      .send({ chat: GROUP, file: { name: 'a.txt', bytes: bytes('a') } });
    const key = keyOf(GROUP);
    sim.as(LI).removeBot(GROUP);
    expect(await downloadCode(messageId, key, 'file')).toBe(234004);
  });

  test('an empty file, a wrong type and somebody else’s key are refused', async () => {
    const empty = client.request({
      method: 'POST',
      url: '/open-apis/im/v1/files',
      headers: { 'Content-Type': 'multipart/form-data' },
      data: { file_type: 'stream', file_name: 'a.txt', file: Buffer.alloc(0) },
    });
    expect((await codeOf(empty)).code).toBe(234010);
    const odd = client.request({
      method: 'POST',
      url: '/open-apis/im/v1/images',
      headers: { 'Content-Type': 'multipart/form-data' },
      data: { image_type: 'message', image: Buffer.from('no image') },
    });
    expect((await codeOf(odd)).code).toBe(234011);
    sim.as(WANG).send({ file: { name: 'a.txt', bytes: bytes('a') } });
    expect((await codeOf(sendFile(keyOf(sim.as(WANG).chatId)))).code).toBe(230017);
  });
});

describe('with a folder', () => {
  let folder: string;

  beforeEach(async () => {
    await sim.close();
    folder = mkdtempSync(join(tmpdir(), 'pocket-'));
    await open(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const restart = async () => {
    await sim.close();
    await open(folder);
  };

  test('a restart shows the same chats, files and unread counts', async () => {
    const messageId = sim
      .as(WANG)
      .send({ text: '请收', file: { name: 'a.txt', bytes: bytes('甲') } });
    sim.setGroupMessages(true);
    await client.im.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: GROUP,
        msg_type: 'interactive',
        content: JSON.stringify(card()),
        uuid: 'u',
      },
    });
    const before = [sim.messages(sim.as(WANG).chatId), sim.messages(GROUP)];
    await restart();
    expect([sim.messages(sim.as(WANG).chatId), sim.messages(GROUP)]).toEqual(before);
    expect(await download(messageId, keyOf(sim.as(WANG).chatId), 'file')).toBe('甲');
    const again = await client.im.message.create({
      params: { receive_id_type: 'chat_id' },
      data: {
        receive_id: GROUP,
        msg_type: 'interactive',
        content: JSON.stringify(card()),
        uuid: 'u',
      },
    });
    expect(again.data?.message_id).toBe(before[1]?.[0]?.messageId);
  });

  test('a group that the bot left stays left', async () => {
    sim.as(LI).removeBot(GROUP);
    await restart();
    expect((await codeOf(sendFile('x'))).code).toBe(230001);
    expect((await codeOf(client.im.chat.get({ path: { chat_id: GROUP } }))).code).toBe(232011);
  });

  test('an unreadable file is laid aside and the chats start afresh', async () => {
    sim.as(WANG).send('第一天');
    await sim.close();
    writeFileSync(join(folder, 'chats.json'), '{"version":1,');
    await open(folder);
    expect(sim.messages(sim.as(WANG).chatId)).toEqual([]);
    expect(readdirSync(folder)).toContain('chats.json.broken');
  });

  test('重置 clears chats and files for good and calls the application', async () => {
    let resets = 0;
    await sim.close();
    sim = pocket({
      folder,
      onReset: async () => {
        resets++;
      },
    });
    sim.as(WANG).send({ file: { name: 'a.txt', bytes: bytes('甲') } });
    await sim.reset();
    expect(resets).toBe(1);
    await restart();
    expect(sim.messages(sim.as(WANG).chatId)).toEqual([]);
    expect(readdirSync(join(folder, 'files'))).toEqual([]);
  });
});
