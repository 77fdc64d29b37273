import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEADER, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

test.each([
  ['holds the month that was asked about', OFFICE, '暂缓提醒', '暂缓4月提醒', '4月提醒已暂缓'],
  ['stops everything', OFFICE, '先别催了', '暂停推送', '已暂停推送'],
  ['answers for the unit that was meant', LEADER, '科技经信厅局3月进度', '科技经信局进度', '3月'],
])('a button under a question back %s', async (_, who, text, label, answered) => {
  const asked = await march.ask(who, text);
  const before = march.inbox(who).length;
  expect(await march.press(who, asked, label)).not.toContain('无效');
  expect(march.inbox(who).slice(before).join()).toContain(answered);
});

test('what the office can read next under its weekly list opens', async () => {
  await march.ask(OFFICE, '恢复推送');
  await march.ask(OFFICE, '员工宿舍租金补贴标准是多少');
  await march.goTo('2026-03-09T09:31:00+08:00');
  const weekly = march.find(OFFICE, '政策问答每周清单');
  for (const label of ['未答问题', '标准答复']) {
    const before = march.inbox(OFFICE).length;
    expect(await march.press(OFFICE, weekly, label)).not.toContain('无效');
    expect(march.inbox(OFFICE)).toHaveLength(before + 1);
  }
});
