import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

test.each([
  '厂房这边困难，资金周转不开，剩下两百万要明年才能付',
  '厂房90亩里有20亩是去年的',
  '1和2都按计划推进，3我们不清楚是谁的事',
  '2项大概月底，水还没通',
  '第4项配合提供了名单',
  '招商那个事不归我们，是开发区牵头的吧',
])('%s is told by a unit, and neither a search nor refused', async (text) => {
  const said = textOf(await march.ask(LIAISON, text));
  expect(said).toMatch(/已记录|请确认|归属已转督办人员核实/);
  await march.ask(LIAISON, '撤销');
});

test.each([
  '科技经信局3月进展怎么样',
  '第1项怎么样了',
  '本月有困难的',
  '第2项要报什么材料',
  '3月还有哪些没完成',
])('%s asks', async (text) => {
  const said = textOf(await march.ask(LIAISON, text));
  expect(said).not.toContain('已记录');
  expect(said).not.toContain('还没有记录');
});

test.each(['秘密★一年 关于某企业情况的报告', '【机密】关于重点企业用工的情况'])(
  '%s is refused and not kept',
  async (text) => {
    const chat = await march.ask(LIAISON, text);
    expect(textOf(chat)).toContain('涉密或内部敏感内容请勿在此发送，本条没有保存');
  },
);
