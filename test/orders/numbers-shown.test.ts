import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';
import { utf8 } from '../support/office-files.ts';

/** Numbered through the whole year, as a list in prose is. */
const THROUGH = [
  '2026年冷链物流专项行动任务表,,,',
  '序号,工作任务,牵头单位,完成时限',
  '1,编制冷库布局方案,科技经信局,3月底前',
  '2,完成冷库选址,开发区,3月底前',
  '3,启动冷库建设,开发区,3月底前',
  '4,采购冷藏车辆,财政局,5月底前',
].join('\n');

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());
const said = async (text: string) => textOf(await march.ask(OFFICE, text));

test('a number said after a plan was published is the one in its file', async () => {
  await march.sendFile(OFFICE, { name: '冷链物流.csv', bytes: utf8(THROUGH) });
  await said('确认');
  await said('发布计划');
  const order = await said('第4项期限改为5月20日');
  expect(order).toContain('采购冷藏车辆');
  expect(order).not.toContain('筹备产业链招商活动');
  expect(order).toContain('期限改为 5月20日');
  await said('算了');
  expect(await said('第2项暂缓')).toContain('完成冷库选址');
  await said('算了');
});

test('a month that is named is the plan’s month all the same', async () => {
  expect(await said('3月第4项期限改为3月25日')).toContain('筹备产业链招商活动');
  await said('算了');
});

test('a number said after a list of tasks is the one in that list', async () => {
  const list = await said('4月有哪些任务');
  expect(list).toContain('举办科技成果对接活动');
  expect(await said('第1项期限改为4月20日')).toContain('举办科技成果对接活动');
  await said('算了');
});

test('the plan is shown to the office as plans, to a unit as its own tasks', async () => {
  expect(await said('看一下计划')).toContain('《2026年冷链物流专项行动任务表》共 4 项');
  const own = textOf(await march.ask(LIAISON, '查看计划'));
  expect(own).toContain('完成标准厂房主体工程');
  expect(own).not.toContain('举办科技成果对接活动');
});
