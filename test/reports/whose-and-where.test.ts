import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideGroup } from '../../src/units/group.ts';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';
import { publish, task } from '../support/plan-fixture.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

describe('whose item it is', () => {
  test('the own unit at the head of a report settles the unit', async () => {
    expect(await say('开发区第1项已完成', ZONE)).toContain('”：已完成');
    await say('撤销', ZONE);
  });

  test.each([
    ['开发区第1项已完成', '开发区'],
    ['县财政局第1项已完成', '财政局'],
    ['財政局的第1项已完成', '财政局'],
    ['我县开发区那边的第1项已完成', '开发区'],
  ])('“%s” is no report of one’s own', async (text, unit) => {
    expect(await say(text)).toContain(`这句话写的是${unit}`);
  });

  test('somebody of two units is understood by the unit that is named', async () => {
    await say('设置 吴开发 为 财政局 联络员', OFFICE);
    await march.goTo('2026-04-01T09:30:00+08:00');
    expect(await say('财政局第1项已完成', ZONE)).toContain('举办科技成果对接活动');
    await say('撤销', ZONE);
    expect(await say('县财政局全部完成', ZONE)).toContain('财政局 吴开发');
    await say('撤销', ZONE);
  });

  test('what is said of two own units in one message is recorded of each', async () => {
    await say('财政局第1项已完成，开发区第2项还差验收', ZONE);
    const [finance, zone] = march.inbox(ZONE).slice(-2);
    expect(finance).toContain('第1项“举办科技成果对接活动”：已完成');
    expect(zone).toContain('第2项“召开银企对接会”：进行中');
    await say('撤销', ZONE);
    await say('撤销', ZONE);
    await say('两个单位的第1项都完成了', ZONE);
    const both = march.inbox(ZONE).slice(-2).join();
    expect(both).toContain('第1项“举办科技成果对接活动”：已完成');
    expect(both).toContain('第1项“筹备产业链招商活动”：已完成');
    await say('撤销', ZONE);
    await say('撤销', ZONE);
  });
});

test('what a group was given is of each of its members', async () => {
  const { db, newId } = march.deps;
  await publish(db, '2026-03-20T10:00:00+08:00', [
    task(4, '开展消防演练', { leadUnits: ['相关单位'] }),
  ]);
  const act = { actor: 'test', at: new Date('2026-03-20T11:00:00+08:00') };
  const members = ['科技经信局', '财政局'];
  await decideGroup(db, act, { group: '相关单位', members }, newId);
  expect(await say('4月第1项已完成')).toContain('第1项“开展消防演练”：已完成');
  await say('撤销');
});

describe('what is said of an item that is done', () => {
  test('is not turned into less by words that do not take it back', async () => {
    expect(await say('3月第1项已完成，附清单')).toContain('召开银企对接会”：已完成');
    expect(await say('3月第1项取消')).toContain('还没有记录');
    expect(await say('3月第1项还没完成')).toContain('原为：已完成');
    await say('撤销');
    await say('撤销');
  });
});

describe('a difficulty that is over', () => {
  test('is struck off by the item’s number, and how the item stands is one tap', async () => {
    await say('3月第2项卡在用地指标');
    const told = await march.ask(LIAISON, '第2项困难解决了');
    expect(textOf(told)).toMatch(/问题清单第 \d+ 号.*已销号/);
    expect(textOf(told)).toContain('仍记为“有困难”');
    await march.press(LIAISON, told, '进行中');
    expect(march.inbox(LIAISON).at(-1)).toContain('进行中（原为：有困难）');
  });

  test('is struck off with the completion, which says so', async () => {
    await say('3月第2项卡在用地指标');
    expect(await say('3月第2项已完成')).toContain('号已随本次反馈销号');
  });
});

describe('撤销 once more', () => {
  test('names an earlier change of another kind and asks', async () => {
    await say('设置 王五 为 开发区 联络员', OFFICE);
    await march.press(OFFICE, await march.ask(OFFICE, '暂缓3月第3项'), '确认');
    expect(await say('撤销', OFFICE)).toContain('正常办理');
    expect(await say('撤销', OFFICE)).toContain('再往前的一次改动是“人员登记”，没有改动');
  });
});
