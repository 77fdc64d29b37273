import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Said, standingForecast } from '../../src/progress/forecast.ts';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));
const card = () => textOf(march.cardOf(LIAISON));
const EARLIER = '此前预计 3月25日 完成';

describe('what was promised stands until it is replaced, taken back or done', () => {
  beforeAll(async () => {
    await say('第3项25号前完成');
  });

  test('a later report without a date shows it as the earlier forecast', async () => {
    const reply = await say('第3项还在推进，已经走了3家');
    expect(reply).toContain(`进行中，${EARLIER}（未另报日期）`);
    expect(reply).not.toContain('原为');
    expect(card()).toContain(EARLIER);
    expect(await say('规上企业走访做得怎么样了', LEADER)).toContain(EARLIER);
  });

  test('a new date takes its place', async () => {
    expect(await say('第3项28号完成')).toContain(
      '预计 3月28日 完成（原为：进行中，此前预计 3月25日',
    );
    await say('撤销');
    expect(card()).toContain(EARLIER);
  });

  test('words that take it back end it', async () => {
    const reply = await say('第3项25号前完不成，人手不够');
    expect(reply).toContain('有困难');
    expect(reply).not.toContain('未另报日期');
    expect(card()).not.toContain('3月25日 完成');
    await say('撤销');
  });

  test('so does a completion, even one that is corrected later', async () => {
    await say('第3项已完成');
    await say('第3项其实还没完，还差2家');
    expect(card()).not.toContain(EARLIER);
  });
});

const said = (of: Partial<Said>): Said => ({
  batchId: 'b',
  amends: null,
  status: 'in_progress',
  eta: null,
  note: '',
  ...of,
});
const PROMISE = said({ batchId: 'first', eta: '2026-03-25' });

test.each([
  ['', '2026-03-25'],
  ['还在推进，谈了3家', '2026-03-25'],
  ['卡在用地', '2026-03-25'],
  ['月底来不及了', undefined],
  ['时间还没定', undefined],
  ['要往后拖一拖', undefined],
  ['这个先暂缓', undefined],
  ['不一定能按时', undefined],
])('after “%s” the day that stands is %s', (note, day) => {
  expect(standingForecast([said({ note }), PROMISE])).toBe(day);
});

test('a report that corrects the one with the day takes the day back with it', () => {
  expect(standingForecast([said({ amends: 'first' }), PROMISE])).toBeUndefined();
});

test('a request for more time ends it', () => {
  expect(standingForecast([said({}), said({ status: 'extension' }), PROMISE])).toBeUndefined();
});
