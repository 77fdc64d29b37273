import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const say = async (text: string, who = LIAISON) => textOf(await march.ask(who, text));

test('a completion of the wrong item goes back with the right one', async () => {
  await say('第1项已完成');
  const reply = await say('说错了 是2完成');
  expect(reply).toContain('第2项“完成标准厂房主体工程”：已完成');
  expect(reply).toContain('“召开银企对接会”由“已完成”恢复为待反馈');
  const owed = await say('我还欠什么');
  expect(owed).toContain('召开银企对接会');
  expect(owed).not.toContain('完成标准厂房主体工程');
  await say('撤销');
});

test('what is said besides adds to the last report', async () => {
  await say('第1项已完成');
  expect(await say('刚才说错了，第2项也完成了')).not.toContain('恢复为待反馈');
  expect(await say('我还欠什么')).not.toContain('召开银企对接会');
  await say('撤销');
  await say('撤销第1项');
});

test('a state is corrected by naming it', async () => {
  await say('第3项还在推进');
  expect(await say('3 是完成')).toContain('第3项“开展规上企业走访”：已完成');
  await say('撤销');
  await say('撤销第3项');
});

test.each(['撤回我刚才报的第3项', '把我报的第3项撤了', '收回第3项的反馈'])('%s', async (said) => {
  await say('第3项正在推进');
  expect(await say(said)).toContain('“开展规上企业走访”由“进行中”恢复为待反馈');
});

test.each(['收回第3项的转办', '第3项的转办取消', '把第3项的转办撤回'])('%s', async (said) => {
  await say('转办 第3项 给 王五');
  expect(await say(said)).toContain('开展规上企业走访');
  expect(await say(said)).toContain('没有转办');
});

test('撤销 of a question that came right after a record offers the record', async () => {
  await say('第3项正在推进');
  expect(await say('退回')).toContain('请点选对应的事项');
  const reply = await say('撤销');
  expect(reply).toContain('没有记录');
  expect(reply).toContain('开展规上企业走访');
  expect(await say('撤销')).toContain('恢复为待反馈');
});

test('a difficulty that a correction takes back is struck off', async () => {
  expect(await say('第1项有困难，没人通知我们')).toContain('已列入问题清单第 1 号');
  expect(await say('第1项不对，应该是还没开始')).toContain('问题清单第 1 号');
  expect(await say('问题清单')).toContain('没有尚未销号的问题');
});

test('problems are struck off by several numbers, and by 撤', async () => {
  await say('第1项有困难，场地没落实');
  await say('第2项有困难，资金没到位');
  await say('问题2、问题3都已经解决');
  expect(await say('问题清单')).toContain('没有尚未销号的问题');
  await say('第1项有困难，场地又没落实');
  await say('问题4撤了吧');
  expect(await say('问题清单')).toContain('没有尚未销号的问题');
  await say('第1项有困难，场地还是没落实');
  expect(await say('撤销第1项问题')).toContain('已销号');
});

test('a figure that is corrected by its name leaves the others of the report', async () => {
  await say('第3项新增贷款1.2亿元，走访18家');
  const reply = await say('走访改成19家');
  expect(reply).toContain('新增贷款1.2亿');
  expect(reply).toContain('走访19家');
  await say('撤销');
  await say('撤销第3项');
});
