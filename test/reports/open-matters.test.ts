import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { COLLEAGUE, LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string) => textOf(await march.ask(LIAISON, text));

test('what waits for the office is marked on the card and in the list of what is owed', async () => {
  await say('第1项申请延期到4月10日，场地没有落实');
  await say('第2项不归我们牵头');
  const card = textOf(march.cardOf(LIAISON));
  expect(card).toContain('申请延期，待答复');
  expect(card).toContain('归属待督办人员核实');
  const list = await say('我还欠什么');
  expect(list).toContain('（延期申请待答复）');
  expect(list).toContain('（归属待督办人员核实）');
});

test('nudges leave it out, and the colleague who sees to an item is asked in the liaison’s place', async () => {
  await say('转办 第3项 给 王五');
  await march.goTo('2026-03-30T09:15:00+08:00');
  await march.goTo('2026-03-31T09:15:00+08:00');
  const hers = textOf(march.find(COLLEAGUE, '今日到期'));
  expect(hers).toContain('**3.** 开展规上企业走访');
  expect(hers).not.toContain('召开银企对接会');
  expect(() => march.find(LIAISON, '今日到期')).toThrow('nothing');
});
