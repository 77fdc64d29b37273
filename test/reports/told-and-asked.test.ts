import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;

beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

/** All that a message is answered with, its record taken back. */
async function answers(text: string): Promise<string> {
  const before = march.inbox(LIAISON).length;
  await march.ask(LIAISON, text);
  const said = march.inbox(LIAISON).slice(before).join('\n');
  await march.ask(LIAISON, '撤销');
  return said;
}

test.each([
  ['第1项已完成，第3项什么时候截止？', '第3项“开展规上企业走访”：状态'],
  ['第1项已完成，2不清楚是谁的事', '牵头 科技经信局，配合 开发区'],
  ['第1项已完成，请问高企奖多少', '文件中未找到'],
  ['请问高企奖多少？第1项已完成', '文件中未找到'],
  ['第1项已完成，第2项本月无此项工作', '“完成标准厂房主体工程”已转督办人员核对计划'],
])('“%s”: what is told is recorded, and what is asked is answered', async (text, answered) => {
  const said = await answers(text);
  expect(said).toContain('第1项“召开银企对接会”：已完成');
  expect(said).toContain(answered);
});

test('a day without its month that is past is told to be next month’s', async () => {
  expect(await answers('第3项1日前完成')).toContain(
    '预计 4月1日 完成（“1日前”未写月份，本月的已过，按4月1日登记）',
  );
});
