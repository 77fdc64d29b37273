import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, type March, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

test.each([
  ['让开发区解释一下厂房的事', '开发区'],
  ['告诉开发区，招商活动不能再拖了', '开发区'],
  ['叫科技经信局和开发区25号之前把安全检查做完', '开发区'],
  ['问一下科技经信局走访为什么没开始', '科技经信局'],
])('%s is shown before it is sent', async (text, unit) => {
  const shown = textOf(await march.ask(LEADER, text));
  expect(shown).toContain('批示');
  expect(shown).toContain(unit);
  expect(shown).toContain('发送');
});

test('让他们抓紧 right after a unit’s list is meant of that unit', async () => {
  await march.ask(LEADER, '开发区3月有哪些任务');
  const shown = textOf(await march.ask(LEADER, '让他们抓紧'));
  expect(shown).toContain('请开发区抓紧');
});
