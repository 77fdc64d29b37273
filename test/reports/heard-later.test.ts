import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

test('a figure that was wrong is changed, and a completion stands', async () => {
  await say('第3项已完成，投资3200万元');
  const reply = await say('第3项投资是2300万元，刚才写错了');
  expect(reply).toContain('第3项“开展规上企业走访”：已完成；数据 3200万元 → 2300万元');
  await say('撤销');
  await say('撤销');
});

test('time that was asked for stays asked for while work goes on', async () => {
  await say('第1项申请延期到4月10日，场地没有落实');
  const reply = await say('第1项场地布置完成60%');
  expect(reply).toContain('进行中');
  expect(reply).toContain('延期申请仍待答复');
  expect(await say('我还欠什么')).toContain('（延期申请待答复）');
  expect(await say('第1项已完成')).not.toContain('延期申请仍待答复');
  for (let i = 0; i < 3; i++) await say('撤销');
});

test('a completion taken back after a slip is said once', async () => {
  const reply = await say('第2项已完成，更正一下，第2项还没完成');
  expect(reply).toContain('第2项“完成标准厂房主体工程”：进行中');
  await say('撤销');
});

test('退回, and nothing more, asks which item', async () => {
  expect(await say('退回')).toContain('请点选对应的事项');
});
