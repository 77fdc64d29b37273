import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

let opened: OpenDb;
let county: County;
let who: string;

beforeAll(async () => {
  opened = await freshPglite();
  await publish(opened.db, '2026-02-10T10:00:00+08:00', [
    task(3, '召开一季度银企对接会', { seq: 1 }),
    task(3, '编制工业项目库', { seq: 2 }),
    task(3, '组织安全生产检查', { seq: 3 }),
  ]);
  who = await liaison(opened.db, '发改局');
  county = await startCounty({
    db: opened.db,
    now: '2026-03-02T08:00:00+08:00',
    people: [
      { openId: who, name: '联络员', role: '', unit: '' },
      { openId: 'ou_outside', name: '企业', role: '', unit: '' },
    ],
  });
  await county.goTo('2026-03-02T09:00:00+08:00');
});
afterAll(async () => {
  await county.close();
  await opened.close();
});

describe('what a unit says is a report before it is anything else', () => {
  test.each([
    ['第2项有困难，经费没有着落', '有困难'],
    ['第1项100%', '已完成'],
    ['第3项正在推进', '进行中'],
  ])('%s is recorded', async (said, state) => {
    const reply = textOf(await county.ask(who, said));
    expect(reply).toContain('已记录');
    expect(reply).toContain(state);
  });

  test('a word about an item that is recorded as done says so', async () => {
    const reply = textOf(await county.ask(who, '第1项没问题'));
    expect(reply).toContain('第1项已记录为“已完成”');
    expect(reply).not.toContain('没有第1项');
  });

  test('who is away learns how work is passed on, and is not asked which item that is', async () => {
    const reply = textOf(await county.ask(who, '我下周请假，让王五顶上'));
    expect(reply).toContain('转办');
    expect(reply).toContain('没有改动');
  });

  test('the rest, right after a report, is told and not asked for', async () => {
    await county.ask(who, '第3项正在推进');
    expect(textOf(await county.ask(who, '其他的没动'))).toContain('第2项');
  });

  test('a doubt about an item that is numbered offers that one', async () => {
    const reply = textOf(await county.ask(who, '领导，第2项能不能缓缓，人手不够'));
    expect(reply).toContain('编制工业项目库');
    expect(reply).not.toContain('组织安全生产检查');
  });

  test('今天有什么事 is answered with what the own unit owes', async () => {
    expect(textOf(await county.ask(who, '今天有什么事'))).toContain('发改局');
  });

  test('a question about progress stays a question', async () => {
    expect(textOf(await county.ask(who, '3月进度'))).not.toContain('已记录');
    expect(textOf(await county.ask(who, '发改局3月还有哪些没完成'))).toContain('项');
  });
});

describe('two plans in one month', () => {
  test('the second card’s numbers go on after the first’s, and the cards name their plans', async () => {
    await publish(opened.db, '2026-03-20T10:00:00+08:00', [task(4, '甲计划的事')]);
    await publish(opened.db, '2026-03-20T10:00:01+08:00', [task(4, '乙计划的事')]);
    await county.goTo('2026-04-01T09:00:00+08:00');
    const reply = textOf(await county.ask(who, '第2项已完成'));
    expect(reply).toContain('第2项“乙计划的事”：已完成');
    const cards = county.fromBot(county.sim.as(who).chatId).map(textOf);
    expect(cards.filter((c) => /发改局 · 2026年重点工作/.test(c)).length).toBeGreaterThan(1);
  });
});
