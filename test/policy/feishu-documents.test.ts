import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { findDocumentLink } from '../../src/feishu/document-link.ts';
import { OWNER } from '../../src/policy/audience.ts';
import { listPolicies } from '../../src/policy/library.ts';
import type { SimulatedDocument } from '../../src/simulator/options.ts';
import { type LibraryCounty, startLibraryCounty } from '../standard-answers/library-county.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

const guide: SimulatedDocument = {
  token: 'doxcnGuide0123456789',
  wiki: 'wikcnGuide0123456789',
  title: '云溪县中试平台管理办法',
  markdown: '# 一、收费\n（一）企业使用中试平台，每天收费300元。\n',
  shared: true,
};
const closed: SimulatedDocument = {
  ...guide,
  token: 'doxcnClosed012345678',
  wiki: 'wikcnClosed012345678',
  shared: false,
};
const URL = 'https://yunxi.feishu.cn';

let opened: OpenDb;
let county: LibraryCounty;
beforeAll(async () => {
  opened = await freshPglite();
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00', [guide, closed]);
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const inLibrary = async () =>
  (await listPolicies(opened.db, OWNER)).filter((p) => p.title.includes('中试平台'));

test.each([
  ['请看 https://yunxi.feishu.cn/docx/doxcnGuide0123456789?from=chat', 'docx'],
  ['https://x.larksuite.com/wiki/wikcnGuide0123456789#part', 'wiki'],
  ['https://yunxi.feishu.cn/sheets/shtcnGuide0123456789', undefined],
  ['没有链接', undefined],
])('%s', (text, kind) => expect(findDocumentLink(text)?.kind).toBe(kind));

describe('a link to a Feishu document', () => {
  test('is read, asked about, kept, and opened from the citation', async () => {
    const asked = textOf(await county.say('office', `入库 ${URL}/wiki/${guide.wiki}`));
    expect(asked).toContain('已读取《云溪县中试平台管理办法');
    await county.press('office', '公开入库');
    const shown = textOf(await county.say('firm', '使用中试平台每天收费多少钱'));
    expect(shown).toContain('300元');
    expect(shown).toContain(`${URL}/wiki/${guide.wiki}`);
  });

  test('sent again after a change, it takes the place of the old text', async () => {
    guide.markdown = guide.markdown.replace('300元', '260元');
    const asked = textOf(await county.say('office', `${URL}/wiki/${guide.wiki}`));
    expect(asked).toContain('选择入库将替换原有版本');
    await county.press('office', '公开入库');
    expect(await inLibrary()).toHaveLength(1);
    const shown = textOf(await county.say('firm', '使用中试平台每天收费多少钱'));
    expect(shown).toContain('260元');
    expect(shown).not.toContain('300元');
    expect(textOf(await county.say('office', `${URL}/docx/${guide.token}`))).toContain(
      '已有内容相同的',
    );
  });

  test('that is not shared with the bot is answered with how to share it', async () => {
    const before = (await inLibrary()).length;
    for (const path of [`docx/${closed.token}`, `wiki/${closed.wiki}`])
      expect(textOf(await county.say('office', `${URL}/${path}`))).toContain('添加文档应用');
    expect(textOf(await county.say('office', `${URL}/docx/doxcnNothing01234567`))).toContain(
      '没有找到这份飞书文档',
    );
    expect(await inLibrary()).toHaveLength(before);
  });

  test('from anybody else is read by nobody', async () => {
    expect(textOf(await county.say('member', `${URL}/docx/${guide.token}`))).not.toContain(
      '已读取',
    );
  });
});

describe('a file that looks like a document of the library', () => {
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const RULES = (sum: string) =>
    `云溪县品牌奖补办法\n云政办〔2026〕3号\n一、标准\n（一）对获得省名牌的企业给予${sum}万元奖励。`;

  test('is asked about: a new version, or one beside it', async () => {
    await county.sendFile('ou_office', file('品牌办法.txt', RULES('10')));
    await county.press('office', '公开入库');
    const again = textOf(await county.sendFile('ou_office', file('另存.txt', RULES('10'))));
    expect(again).toContain('已有内容相同的《云溪县品牌奖补办法》');
    const changed = textOf(
      await county.sendFile('ou_office', file('品牌办法终稿.txt', RULES('12'))),
    );
    expect(changed).toContain('内容不同');
    await county.press('office', '公开另存一份');
    const kept = async () =>
      (await listPolicies(opened.db, OWNER)).filter((p) => p.title.includes('品牌奖补')).length;
    expect(await kept()).toBe(2);
    await county.sendFile('ou_office', file('品牌办法.txt', RULES('15')));
    await county.press('office', '公开入库');
    expect(await kept()).toBe(2);
    expect(textOf(await county.say('firm', '获得省名牌奖励多少'))).toContain('15万元');
  });
});
