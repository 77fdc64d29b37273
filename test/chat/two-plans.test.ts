import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { takeBack } from '../support/take-back.ts';

let opened: OpenDb;
let county: County;
let who: string;

const OFFICE = 'ou_office';
const ROAD = '2026年全县工业重点工作明细表';
const BAMBOO = '2026年竹产业提质专项行动任务表';

beforeAll(async () => {
  opened = await freshPglite();
  await publish(
    opened.db,
    '2026-02-10T10:00:00+08:00',
    [
      task(2, '摸排停产企业', { seq: 1 }),
      task(3, '召开一季度银企对接会', { seq: 1 }),
      task(3, '编制工业项目库', { seq: 2 }),
      task(3, '配合统计局核查数据', { seq: 3, leadUnits: ['统计局'], coopUnits: ['发改局'] }),
    ],
    { title: ROAD },
  );
  await publish(
    opened.db,
    '2026-02-11T10:00:00+08:00',
    [
      task(3, '完成竹材交易市场选址', { seq: 1 }),
      task(3, '组织竹企外出学习', { seq: 2 }),
      task(4, '举办竹制品设计大赛', { seq: 1 }),
    ],
    { title: BAMBOO },
  );
  who = await liaison(opened.db, '发改局');
  const act = { actor: 'test', at: new Date('2026-02-10T10:00:00+08:00') };
  await bindPerson(opened.db, act, { openId: OFFICE, name: '钱督办', post: 'office' }, randomUUID);
  county = await startCounty({
    db: opened.db,
    now: '2026-03-02T08:00:00+08:00',
    people: [
      { openId: who, name: '联络员', role: '', unit: '' },
      { openId: OFFICE, name: '钱督办', role: '', unit: '' },
    ],
  });
  await county.goTo('2026-03-02T09:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

const say = async (text: string) => textOf(await county.ask(who, text));
const cards = () => county.fromBot(county.sim.as(who).chatId).map(textOf);

describe('a unit that has tasks of two plans in a month', () => {
  test('has one numbering on both cards, in 我的任务 and in what is recorded', async () => {
    const bamboo = cards().find((c) => c.includes(`发改局 · ${BAMBOO}`));
    expect(bamboo).toContain('**4.** 完成竹材交易市场选址');
    expect(bamboo).toContain('**5.** 组织竹企外出学习');
    const list = await say('我的任务');
    for (const line of ['**1.** 召开一季度银企对接会', '**4.** 完成竹材交易市场选址'])
      expect(list).toContain(line);
    expect(list).toContain('**6.** 摸排停产企业');
    expect(await say('第4项已完成')).toContain('第4项“完成竹材交易市场选址”：已完成');
    expect(await say('3月的第3项正在推进')).toContain('第3项“配合统计局核查数据”：进行中');
    await takeBack(county, who);
    await takeBack(county, who);
  });

  test('sees a task that the office adds later under the next number of both', async () => {
    const asked = await county.ask(OFFICE, '新增任务 3月20日前 组织企业座谈会 牵头：发改局');
    await county.sim.as(OFFICE).press(asked.messageId, '确认');
    await county.settle();
    expect(await say('第6项正在推进')).toContain('第6项“组织企业座谈会”：进行中');
    await takeBack(county, who);
  });
});

describe('a plan that is named', () => {
  beforeEach(() => say('我的任务'));

  test.each([
    '竹产业那个第4项完成了',
    '竹产业的第4项已完成',
    '竹产业提质专项行动第4项已完成',
    '竹产业计划里的第4项办结了',
    '竹产业任务表3月第4项已完成',
  ])('%s is of that plan’s list', async (said) => {
    expect(await say(said)).toContain('第4项“完成竹材交易市场选址”：已完成');
    await takeBack(county, who);
  });

  test('with a number of the plan’s own is shown before it is recorded', async () => {
    const reply = await say('竹产业那个3月第1项完成了');
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('第4项“完成竹材交易市场选址”：已完成');
    expect(reply).not.toContain('召开一季度银企对接会');
  });

  test.each([
    '竹产业那张表的第2项有困难，经费没有着落',
    '竹产业那个方案第2项还在联系',
    '提质行动的2：还在联系外地企业',
    '任务表里的第2项还没动',
  ])('%s is never the second of the other plan', async (said) => {
    const reply = await say(said);
    expect(reply).toContain('组织竹企外出学习');
    expect(reply).not.toContain('编制工业项目库');
  });

  test.each(['茶叶那张表的第2项还没动', '招商方案第2项还没动'])(
    '%s fits no plan and is asked about',
    async (said) => {
      const reply = await say(said);
      expect(reply).toContain('还没有记录');
      expect(reply).toContain('编制工业项目库');
      expect(reply).toContain('组织竹企外出学习');
    },
  );

  test('with a month that has no card yet is of that month', async () => {
    const reply = await say('竹产业那个4月第1项完成了');
    expect(reply).toContain('举办竹制品设计大赛');
    await takeBack(county, who);
  });

  test('without a number says that all of that plan is meant', async () => {
    const reply = await say('竹产业的都完成了');
    expect(reply).toContain('完成竹材交易市场选址');
    expect(reply).toContain('组织竹企外出学习');
    expect(reply).not.toContain('召开一季度银企对接会');
    await takeBack(county, who);
  });

  test('twice, with a number each, is asked for one at a time', async () => {
    expect(await say('工业重点工作的第1项和竹产业的第2项都完成了')).toContain('每个计划发一条');
  });

  test('by words of a card’s own heading names none', async () => {
    expect(await say('3月重点工作第1项已完成')).toContain('第1项“召开一季度银企对接会”：已完成');
    await takeBack(county, who);
  });
});

describe('a month without cards in which a unit has tasks of two plans', () => {
  beforeAll(async () => {
    for (const [title, content] of [
      [ROAD, '总结工业经济运行情况'],
      [BAMBOO, '评选竹产业示范企业'],
    ] as const)
      await publish(opened.db, '2026-02-12T10:00:00+08:00', [task(10, content)], {
        title: `${title}（四季度）`,
      });
  });

  test('is asked of which plan the first item is', async () => {
    const reply = await say('10月第1项已完成');
    expect(reply).toContain('还没有记录');
    expect(reply).toContain('总结工业经济运行情况');
    expect(reply).toContain('评选竹产业示范企业');
  });

  test('is not asked where the number is of one item only', async () => {
    expect(await say('10月第2项已完成')).toContain('评选竹产业示范企业');
    await takeBack(county, who);
  });

  test('is asked in a 代填 too', async () => {
    const reply = textOf(await county.ask(OFFICE, '代填 发改局 10月第1项已完成（电话，张三）'));
    expect(reply).toContain('总结工业经济运行情况');
    expect(reply).toContain('评选竹产业示范企业');
    expect(reply).not.toContain('已记录');
  });
});
