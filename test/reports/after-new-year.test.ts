import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { takeBack } from '../support/take-back.ts';

let opened: OpenDb;
let county: County;
let who: string;
let finance: string;

const OFFICE = 'ou_office';

beforeAll(async () => {
  opened = await freshPglite();
  const { db } = opened;
  const treasury = { leadUnits: ['财政局'] };
  await publish(
    db,
    '2026-11-20T10:00:00+08:00',
    [
      task(6, '兑现首批惠企资金', { seq: 1, ...treasury }),
      task(12, '召开安全生产收官调度会', { seq: 1 }),
      task(12, '编印工业经济简报', { seq: 2 }),
      task(12, '8个重大项目完成年度投资计划', { seq: 3 }),
      task(12, '制定有序用电方案', { seq: 4 }),
      task(12, '拨付稳岗补贴', { seq: 5, ...treasury }),
    ],
    { title: '2026年工业重点工作明细表' },
  );
  await publish(
    db,
    '2026-12-25T10:00:00+08:00',
    [
      task(1, '组织45个技改项目入库', { seq: 1 }),
      task(1, '召开企业家新春座谈会', { seq: 2 }),
      task(1, '开展节前走访慰问', { seq: 3 }),
    ],
    { title: '2027年工业重点工作明细表', year: 2027 },
  );
  who = await liaison(db, '发改局');
  finance = await liaison(db, '财政局');
  const act = { actor: 'test', at: new Date('2026-01-05T10:00:00+08:00') };
  await bindPerson(db, act, { openId: OFFICE, name: '钱督办', post: 'office' }, () => 'office');
  county = await startCounty({
    db,
    now: '2026-12-01T08:00:00+08:00',
    people: [who, finance, OFFICE].map((openId) => ({ openId, name: '', role: '', unit: '' })),
  });
  await county.goTo('2026-12-01T09:20:00+08:00');
  // A machine that slept: last month's card comes afresh on the day of the new one.
  await county.goTo('2026-12-17T09:20:00+08:00');
  await county.goTo('2027-01-04T09:20:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const say = async (text: string, openId = who) => textOf(await county.ask(openId, text));

describe('what was due before New Year', () => {
  test.each(['我的任务', '我还欠什么'])('stands in %s, by month', async (asked) => {
    const list = await say(asked);
    expect(list).toContain('组织45个技改项目入库');
    expect(list).toContain('2026年12月');
    expect(list).toContain('编印工业经济简报');
    const owing = await say(asked, finance);
    expect(owing).toContain('2026年6月');
    expect(owing).toContain('兑现首批惠企资金');
    expect(owing).toContain('拨付稳岗补贴');
  });

  test.each([
    ['12月第3项已完成，8个项目全部完成投资计划', ['8个重大项目完成年度投资计划']],
    ['12月第4项已完成，方案15号报县政府了', ['制定有序用电方案']],
    ['12月的2和4也报一下：简报发了，方案报县政府了', ['编印工业经济简报', '制定有序用电方案']],
    ['上个月的简报都发了', ['编印工业经济简报']],
    ['有序用电方案已经报县政府了', ['制定有序用电方案']],
  ])('“%s” is of it', async (said, contents) => {
    const reply = await say(said);
    for (const content of contents) expect(reply).toContain(content);
    if (reply.includes('已记录')) await takeBack(county, who);
    expect(reply).not.toMatch(/没有事项|没有第/u);
    expect(reply).not.toContain('新春座谈会');
  });

  test('by the year and the month', async () => {
    const reply = await say('去年6月的首批资金兑现了91%', finance);
    expect(reply).toContain('兑现首批惠企资金');
    expect(reply).not.toContain('拨付稳岗补贴');
  });

  test('is filled in by the office for a unit', async () => {
    const reply = textOf(
      await county.ask(OFFICE, '代填 财政局 12月第1项 已完成，补贴15号发完了，来源：电话'),
    );
    expect(reply).toContain('拨付稳岗补贴');
  });
});

describe('where the cards of two months came on one day', () => {
  test.each(['第1项已完成', '第3项昨天办完了', '2已完成'])('“%s” is asked about', async (said) => {
    const reply = await say(said);
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('（12月）');
  });

  test.each([
    ['第1项已完成，45个项目都入库了', '组织45个技改项目入库'],
    ['第2项已完成，简报印了300份', '编印工业经济简报'],
  ])('“%s” is of the month whose item the words fit', async (said, content) => {
    const reply = await say(said);
    expect(reply).toContain('已记录');
    expect(reply).toContain(content);
    await takeBack(county, who);
  });
});
