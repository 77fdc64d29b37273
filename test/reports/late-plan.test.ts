import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../src/simulator/pocket-api.ts';
import { textOf } from '../support/county.ts';
import { type March, SUCCESSOR, startMarch } from '../support/march.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { takeBack } from '../support/take-back.ts';

let march: March;
let card: ChatMessage;

beforeAll(async () => {
  march = await startMarch();
  await march.goTo('2026-03-31T10:00:00+08:00');
  const { db } = march.deps;
  await liaison(db, '财政局', { openId: SUCCESSOR, name: '赵接任' });
  await publish(db, '2026-03-31T10:00:00+08:00', [
    task(3, '清理拖欠账款', { leadUnits: ['财政局'] }),
    task(3, '核对惠企资金台账', { leadUnits: ['财政局'], seq: 2 }),
  ]);
  await march.goTo('2026-03-31T10:30:00+08:00');
  await march.goTo('2026-04-01T09:30:00+08:00');
  card = march.find(SUCCESSOR, '举办科技成果对接活动');
});
afterAll(() => march.close());

const say = async (text: string) => textOf(await march.ask(SUCCESSOR, text));

describe('a unit whose cards of two months came a day apart, because the plan was published late', () => {
  test('is asked which month a number means that is open on both', async () => {
    const reply = await say('第1项已完成');
    expect(reply).not.toContain('已记录');
    expect(reply).toContain('清理拖欠账款');
    expect(reply).toContain('举办科技成果对接活动');
  });

  test('is not asked where only one card has the number', async () => {
    expect(await say('第2项已完成')).toContain('“（3月）核对惠企资金台账”：已完成');
    await takeBack(march, SUCCESSOR);
  });

  test('is not asked where the words or the month decide', async () => {
    expect(await say('3月第1项已完成')).toContain('“（3月）清理拖欠账款”：已完成');
    await takeBack(march, SUCCESSOR);
    expect(await say('科技成果对接活动办完了')).toContain('“举办科技成果对接活动”：已完成');
    await takeBack(march, SUCCESSOR);
  });

  test('is not asked once the number is done on one of them', async () => {
    await march.press(SUCCESSOR, card, '已完成');
    expect(await say('第1项已完成')).toContain('“（3月）清理拖欠账款”：已完成');
    await takeBack(march, SUCCESSOR);
    await takeBack(march, SUCCESSOR);
  });

  test('means the card that it reported on last', async () => {
    await march.press(SUCCESSOR, card, '进行中');
    expect(await say('第1项已完成')).toContain('“举办科技成果对接活动”：已完成');
  });
});
