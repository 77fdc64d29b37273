import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problems } from '../../src/problems/tables.ts';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('the problem list', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());
  const list = async (who: string) => textOf(await march.ask(who, '问题清单'));

  test('is empty at first', async () => {
    expect(await list(OFFICE)).toContain('没有尚未销号的问题');
  });

  test('numbers each difficulty and says the number', async () => {
    expect(textOf(await march.ask(LIAISON, '第2项卡在用地指标'))).toContain('问题清单第 1 号');
    await march.press(ZONE, march.cardOf(ZONE), '有困难');
    const all = await list(OFFICE);
    expect(all).toContain('**1.** 卡在用地指标');
    expect(all).toContain('责任单位：科技经信局');
    expect(all).toContain('**2.** “筹备产业链招商活动”推进有困难');
  });

  test('keeps the number when the unit says more about the same item', async () => {
    expect(textOf(await march.ask(LIAISON, '第2项卡在用地指标和资金'))).toContain('第 1 号');
    expect(await list(LEADER)).toContain('用地指标和资金');
  });

  test('shows a unit its own only', async () => {
    const own = await list(LIAISON);
    expect(own).toContain('用地指标');
    expect(own).not.toContain('筹备产业链招商活动');
  });

  test('the office says who has to solve it and by when, and that unit is told', async () => {
    const reply = await march.ask(OFFICE, '问题1 由开发区负责，4月底前解决');
    expect(textOf(reply)).toContain('责任单位 开发区，4月30日 前解决');
    expect(march.inbox(ZONE).at(-1)).toContain('问题清单第 1 号');
    expect(await list(ZONE)).toContain('用地指标');
    expect(textOf(await march.ask(LIAISON, '问题1 由财政局负责'))).toContain('由督办人员确定');
    await march.press(OFFICE, reply, '撤销');
    expect(await list(OFFICE)).not.toContain('责任单位：开发区 · 4月30日');
    const given = textOf(await march.ask(OFFICE, '问题1给财政局，4月20日前解决'));
    expect(given).toContain('责任单位 财政局，4月20日 前解决');
    await march.ask(OFFICE, '问题1 由开发区负责，4月底前解决');
  });

  test('is struck off by the unit that has to solve it; who raised it hears of it, and it can be undone', async () => {
    const reply = await march.ask(ZONE, '问题1已解决');
    expect(textOf(reply)).toContain('已销号');
    expect(march.inbox(LIAISON).at(-1)).toContain('已由吴开发销号');
    expect(await list(OFFICE)).not.toContain('用地指标');
    expect(textOf(await march.ask(OFFICE, '问题1销号'))).toContain('已经销号');
    await march.press(ZONE, reply, '撤销');
    expect(await list(OFFICE)).toContain('用地指标');
  });

  test('the office strikes off with a button', async () => {
    const card = await march.ask(OFFICE, '问题清单');
    expect(await march.press(OFFICE, card, '销号')).toContain('第 1 号');
    expect(await list(OFFICE)).not.toContain('用地指标');
    expect(textOf(await march.ask(LIAISON, '问题9已解决'))).toContain('没有第 9 号');
    expect(textOf(await march.ask(LIAISON, '问题2已解决'))).toContain('由其他单位负责');
  });

  test('a completion strikes off what the unit had raised on the item, an undo brings it back', async () => {
    await march.press(ZONE, march.cardOf(ZONE), '已完成');
    expect(await list(OFFICE)).toContain('没有尚未销号的问题');
    await march.ask(ZONE, '撤销');
    expect(await list(OFFICE)).toContain('推进有困难');
  });

  test('a number is never given twice, not even after an undo', async () => {
    expect(textOf(await march.ask(LIAISON, '第3项资金没到位'))).toContain('第 3 号');
    await march.ask(LIAISON, '撤销');
    expect(await list(OFFICE)).not.toContain('资金没到位');
    expect(textOf(await march.ask(LIAISON, '第3项资金没到位'))).toContain('第 4 号');
    await march.ask(OFFICE, '问题4已解决');
  });

  test('words that are taken back give way to those that stand, and a difficulty stays as long as one report says it', async () => {
    const first = await march.ask(LIAISON, '第3项卡在征地补偿');
    await march.ask(LIAISON, '第3项卡在电力增容');
    expect(await list(OFFICE)).toContain('电力增容');
    await march.ask(LIAISON, '撤销');
    expect(await list(OFFICE)).toContain('征地补偿');
    expect(await list(OFFICE)).not.toContain('电力增容');
    await march.press(LIAISON, first, '撤销');
    // What was solved under a number of its own before does not come back with it.
    expect(await list(OFFICE)).not.toMatch(/征地补偿|资金没到位/);
  });

  test('taking back the first of two reports leaves the difficulty with the words of the second', async () => {
    const first = await march.ask(LIAISON, '第3项卡在征地补偿');
    await march.ask(LIAISON, '第3项卡在电力增容');
    await march.press(LIAISON, first, '撤销');
    expect(await list(OFFICE)).toContain('电力增容');
  });
});

test('problems of two years under one number are listed to nobody who may not solve them', async () => {
  const march = await startMarch();
  const { db } = march.deps;
  await march.ask(LIAISON, '第1项卡在用地指标，企业不同意');
  const [row] = await db.select().from(problems);
  if (!row) throw new Error('no problem');
  await db
    .insert(problems)
    .values({ ...row, id: 'earlier', year: 2025, content: '某企业环评未过' });
  const reply = textOf(await march.ask(ZONE, '问题1已解决'));
  expect(reply).toContain('由其他单位负责');
  expect(reply).not.toMatch(/环评|用地/u);
  await march.close();
});
