import { expect, test } from 'vitest';
import { STATES_EXAMPLES, statesWork } from '../../src/intent/states-work.ts';

test.each([
  ...STATES_EXAMPLES,
  '3我们不清楚是谁的事，1和2都按计划推进',
  '资金紧张困难，工程款要下半年才能付',
  '60户里有5户是外省的',
])('%s states how work stands', (text) => {
  expect(statesWork(text)).toBe(true);
});

test.each([
  '哪些任务有困难',
  '困难企业怎么认定，需要什么材料',
  '人才能不能补贴',
  '高企要几年才能复审？',
  '第1项谁提供了数据',
  '3月还没完成',
  '哪些单位还没报',
  '看看有没有按计划推进的',
  '第3项是不是不归我们',
  '奖补资金要什么时候才能兑现',
])('%s does not', (text) => {
  expect(statesWork(text)).toBe(false);
});
