import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { addPolicy } from '../../src/policy/add-policy.ts';
import { findPolicies } from '../../src/policy/queries.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { ensureUnit } from '../../src/units/resolve.ts';
import {
  GROUP,
  type LibraryCounty,
  startLibraryCounty,
} from '../standard-answers/library-county.ts';
import { textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { content } from './library.ts';

const ACT = { actor: 'test', at: new Date('2026-01-06T09:00:00+08:00') };

let opened: OpenDb;
let county: LibraryCounty;

const OLD =
  '云溪县冷链奖补暂行办法\n第一条 对新建冷库的企业，每家奖励6万元。\n第二条 本办法自2024年6月1日起施行，有效期至2026年5月31日。';
const NEW =
  '云溪县冷链奖补办法\n第一条 对新建冷库的企业，每家奖励9万元。\n第二条 本办法自2026年1月1日起施行。《云溪县冷链奖补暂行办法》同时废止。';

const put = (name: string, text: string) =>
  addPolicy(
    { db: opened.db, now: () => ACT.at, newId: randomUUID },
    {
      fileName: `${name}.txt`,
      content: content(text),
      visibility: { kind: 'public' },
      addedBy: 't',
    },
  );
const ask = async (who: Parameters<LibraryCounty['say']>[0], text: string, chat?: string) =>
  textOf(await county.say(who, text, chat));

beforeAll(async () => {
  opened = await freshPglite();
  county = await startLibraryCounty(opened.db, '2026-03-05T10:00:00+08:00');
  for (const [openId, unit] of [['ou_other', '财政局']] as const) {
    const unitId = (await ensureUnit(opened.db, unit, randomUUID)).id;
    const who = { openId, name: openId, post: 'liaison' as const };
    await bindPerson(opened.db, ACT, { ...who, unitId }, randomUUID);
  }
  await put('旧', OLD);
  await put('新', NEW);
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

describe('the office keeps the library in the chat', () => {
  const QUESTION = '新建冷库每家奖励多少？';

  test('out of the library after a tap, back with 撤销; what it repealed holds meanwhile', async () => {
    expect(await ask('office', '把《云溪县冷链奖补办法》移出政策库')).toContain(
      '不再用来答复任何人',
    );
    expect(await ask('member', QUESTION)).toContain('9万元');
    await county.press('office', '移出');
    const without = await ask('member', QUESTION);
    expect(without).not.toContain('9万元');
    expect(without).toContain('6万元');
    expect(without).not.toContain('废止');
    expect(await ask('member', '政策清单')).not.toContain('《云溪县冷链奖补办法》');
    expect(await ask('office', '撤销')).toContain('已放回政策库');
    expect(await ask('member', QUESTION)).toContain('9万元');
    expect(await ask('member', '原来新建冷库每家奖励多少？')).toContain('废止');
  });

  test('a document that came in its place since is not doubled by 撤销', async () => {
    await ask('office', '《云溪县冷链奖补办法》下架');
    await county.press('office', '移出');
    expect((await put('新', NEW)).kind).toBe('added');
    expect(await ask('office', '撤销')).toContain('已有另一份');
    expect(await ask('member', QUESTION)).toContain('9万元');
  });

  test('for named units alone: they and the office see it, nobody else, and no group', async () => {
    expect(await ask('office', '《云溪县冷链奖补办法》只给财政局看')).toContain('财政局');
    await county.press('office', '改为指定单位');
    expect(await ask('other', QUESTION)).toContain('9万元');
    expect(await ask('office', QUESTION)).toContain('9万元');
    expect(await ask('member', QUESTION)).not.toContain('9万元');
    expect(await ask('office', QUESTION, GROUP)).not.toContain('9万元');
    expect(await ask('office', '内部文件有哪些')).toContain('《云溪县冷链奖补办法》');
    expect(await ask('office', '撤销')).toContain('所有人');
    expect(await ask('member', QUESTION)).toContain('9万元');
  });

  test('internal, then added again as public: the newer word holds', async () => {
    await ask('office', '《云溪县冷链奖补办法》改为内部');
    await county.press('office', '改为内部');
    expect(await ask('office', QUESTION, GROUP)).not.toContain('9万元');
    expect((await put('新', NEW)).kind).toBe('new-version');
    expect(await ask('office', QUESTION, GROUP)).toContain('9万元');
    const held = await findPolicies(opened.db, { kind: 'person', unitIds: [], internal: true });
    expect(held.filter((p) => p.title === '云溪县冷链奖补办法')).toHaveLength(1);
  });

  test('only the office may; a unit that is unknown is named; what is not there is said', async () => {
    expect(await ask('other', '《云溪县冷链奖补办法》改为公开')).toContain('督办人员');
    expect(await ask('office', '《云溪县冷链奖补办法》只给教育局看')).toContain('教育局');
    expect(await ask('office', '《没有的办法》改为公开')).toContain('没有改动');
  });

  test('what runs out soon is listed, and what has ended', async () => {
    const soon = await ask('office', '哪些政策快到期了');
    expect(soon).not.toContain('《云溪县冷链奖补办法》');
    await put(
      '临期',
      '云溪县电商奖补细则\n第一条 对电商企业，每家奖励1万元。\n第二条 本细则有效期至2026年4月30日。',
    );
    expect(await ask('office', '哪些政策快到期了')).toContain('电商奖补细则');
    expect(await ask('office', '今年的政策文件有哪些')).toContain('冷链奖补办法');
    expect(await ask('office', '已经废止的文件有哪些')).toContain('冷链奖补暂行办法');
  });
});
