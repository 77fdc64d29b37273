import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { ensureAdmins } from '../../src/units/ensure-admins.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const LIAISON = 'ou_liaison';
const OUTSIDER = 'ou_outsider';
const GROUP = 'oc_group';

describe('a message without words', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T10:00:00+08:00',
      people: [LIAISON, OUTSIDER].map((openId) => ({ openId, name: openId, role: '', unit: '' })),
      groups: [{ chatId: GROUP, name: '工作群', memberOpenIds: [LIAISON] }],
      admins: ['ou_admin'],
    });
    await ensureAdmins(county.deps);
    await publish(opened.db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    await liaison(opened.db, '发改局', { openId: LIAISON, name: '李联络' });
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  async function answers(
    openId: string,
    raw: { type: string; content: Record<string, unknown>; chat?: string },
  ) {
    const chat = raw.chat ?? county.sim.as(openId).chatId;
    const before = county.fromBot(chat).length;
    county.sim.as(openId).sendRaw(raw);
    await county.settle();
    return county.fromBot(chat).slice(before).map(textOf);
  }

  const audio = { type: 'audio', content: { file_key: 'file_a', duration: 2000 } };
  const image = { type: 'image', content: { image_key: 'img_a' } };

  test('a voice message is told how it becomes text', async () => {
    for (const openId of [LIAISON, OUTSIDER])
      expect(await answers(openId, audio)).toEqual([expect.stringContaining('语音转文字')]);
  });

  test('a picture from a unit that cannot be fetched is said so; a video is asked about in words', async () => {
    expect(await answers(LIAISON, image)).toEqual([expect.stringContaining('没有取到这个文件')]);
    expect(await answers(OUTSIDER, image)).toEqual([expect.stringContaining('图片')]);
    const video = { type: 'media', content: { file_key: 'file_v', image_key: 'img_v' } };
    expect(await answers(LIAISON, video)).toEqual([expect.stringContaining('附件已收到')]);
  });

  test.each([
    'sticker',
    'location',
    'share_chat',
    'share_user',
    'merge_forward',
    'vote',
    'todo',
    'a_type_of_next_year',
  ])('in private no message stays without an answer: %s', async (type) => {
    expect(await answers(OUTSIDER, { type, content: { file_key: 'x' } })).toEqual([
      expect.stringContaining('请发文字'),
    ]);
  });

  test('in a group, pictures that nobody meant for the bot get no answer', async () => {
    expect(await answers(LIAISON, { ...image, chat: GROUP })).toEqual([]);
    expect(await answers(LIAISON, { type: 'sticker', content: {}, chat: GROUP })).toEqual([]);
  });

  test('a post with a picture and words is read for its words', async () => {
    const content = {
      title: '',
      content: [
        [
          { tag: 'text', text: '帮助' },
          { tag: 'img', image_key: 'img_b' },
        ],
      ],
    };
    const [reply] = await answers(LIAISON, { type: 'post', content });
    expect(reply).not.toContain('附件已收到');
    const bare = { content: [[{ tag: 'img', image_key: 'img_b' }]] };
    expect(await answers(LIAISON, { type: 'post', content: bare })).toEqual([
      expect.stringContaining('没有取到这个文件'),
    ]);
  });
});
