import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

async function order(text: string): Promise<void> {
  const shown = await march.ask(OFFICE, text);
  expect(await march.press(OFFICE, shown, '确认')).not.toBe('');
}

test('a target whose figure the plan has revised since it was shown is shown anew before it counts', async () => {
  await order('新增任务 3月20日前 完成技改投资12亿元 牵头：科技经信局');
  const shown = await march.ask(OFFICE, '提取指标');
  expect(textOf(shown)).toContain('12亿元');
  await order('3月第5项技改投资改为15亿元');
  await march.press(OFFICE, shown, '全部确认');
  const told = march.inbox(OFFICE).findLast((m) => m.includes('已经修订')) ?? '';
  expect(told).toContain('12亿元 现为');
  expect(told).toContain('15亿元');
  expect(textOf(await march.ask(LEADER, '指标进度'))).toContain('还没有确认的指标');
  await march.press(OFFICE, march.find(OFFICE, '全部确认'), '全部确认');
  expect(textOf(await march.ask(LEADER, '指标进度'))).toContain('15亿元');
});

test('a target whose task was cancelled since is not taken', async () => {
  await order('新增任务 3月25日前 完成新增高企8家 牵头：科技经信局');
  const shown = await march.ask(OFFICE, '提取指标');
  expect(textOf(shown)).toContain('8家');
  await order('取消3月第6项');
  await march.press(OFFICE, shown, '全部确认');
  expect(march.inbox(OFFICE).some((m) => m.includes('已不在现行文件中'))).toBe(true);
  expect(textOf(await march.ask(LEADER, '指标进度'))).not.toContain('高企');
});
