import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

let march: March;
beforeAll(async () => {
  march = await startMarch();
});
afterAll(() => march.close());

const said = async (who: string, text: string) => textOf(await march.ask(who, text));

test.each(['撤销第1项问题', '第1项的困难撤了吧', '撤销问题1', '问题1撤了吧'])(
  '%s is of the problem, and never cancels the task',
  async (text) => {
    await march.ask(LIAISON, '第1项有困难，场地没协调好');
    const reply = await said(OFFICE, text);
    expect(reply).toContain('问题');
    expect(reply).not.toContain('改动：取消');
    await march.ask(OFFICE, '确认');
    expect(await march.summary()).toMatchObject({ total: 4 });
  },
);

test('a unit takes back the problem it raised on an item', async () => {
  await march.ask(LIAISON, '第3项有困难，企业不配合');
  expect(await said(LIAISON, '撤销第3项问题')).toContain('销号');
});

test('a telephone number is kept neither in the words nor in the source', async () => {
  const reply = await said(
    OFFICE,
    '代填 科技经信局 第3项已完成 来源：科技经信局李工电话 13812345678',
  );
  expect(reply).toContain('来源：');
  expect(reply).not.toContain('13812345678');
  await march.ask(LIAISON, '第3项还差两家，找王工13987654321对接');
  expect(await said(LEADER, '科技经信局3月有哪些任务')).not.toMatch(/13812345678|13987654321/);
});

test('more time for a task that has been cancelled is not granted', async () => {
  await march.ask(LIAISON, '第2项申请延期到4月15日，钢材没到位');
  await march.ask(OFFICE, '取消3月第2项');
  await march.ask(OFFICE, '确认');
  const reply = await said(OFFICE, '同意科技经信局第2项延期到4月15日');
  expect(reply).toContain('没有');
  expect(reply).not.toContain('已答复');
});
