import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { fillCounty } from '../../src/sample/fill.ts';
import { PEOPLE } from '../../src/sample/people.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

const [XU, ZOU, OFFICE] = ['ou_xuqinghe', 'ou_zouwenzhao', 'ou_shenruoxi'];

let opened: OpenDb;
let county: County;

beforeAll(async () => {
  opened = await freshPglite();
  const people = PEOPLE.map(({ openId, name, role, unit }) => ({ openId, name, role, unit }));
  county = await startCounty({ db: opened.db, now: '2026-11-24T09:00:00+08:00', people });
  await fillCounty(county.deps, 2026);
  await county.goTo('2026-11-25T10:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const say = async (text: string, who = XU) => textOf(await county.ask(who, text));

describe('what is still owed of an earlier month', () => {
  test.each(['观摩会开完了', '第1项已完成', '已完成'])(
    '“%s” finds it before any list was shown, and shows it first',
    async (text) => {
      const reply = await say(text, ZOU);
      expect(reply).toContain('理解如下，还没有记录');
      expect(reply).toContain('召开全县工业项目现场观摩会');
    },
  );

  test('the office finds it in a 代填 by its number, and one tap registers it', async () => {
    const reply = await say('代填 县委办 第1项已完成（电话，邹文昭）', OFFICE);
    expect(reply).toContain('召开全县工业项目现场观摩会');
    expect(reply).toContain('登记，来源：电话，邹文昭');
  });

  test('beside this month’s list only words that name it do', async () => {
    expect(await say('全部完成')).not.toContain('时间过半');
    await say('撤销');
    expect(await say('专精特新复核完成了')).toContain('已记录');
    await say('撤销');
    expect(await say('重点指标半年调度开了')).toContain('时间过半');
  });
});

describe('a number is of the list that was shown last', () => {
  test.each([
    '第15项设备采购合同签了，设备还在路上',
    '第15项名单报了，培育库还没建，月底前报',
    '第15项还在推进',
  ])('“%s”', async (text) => {
    await say('我们局全年的任务');
    const reply = await say(text);
    expect(reply).toContain('第15项“梳理拟申报2026年度高新技术企业名单');
    if (reply.includes('已记录')) await say('撤销');
  });
});
