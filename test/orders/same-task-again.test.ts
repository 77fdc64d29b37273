import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

describe('a task that is added although the plan has it already', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test.each([
    '县长交办：3月25日前召开银企对接会，科技经信局牵头',
    '新增任务 4月 召开全县银企对接会 牵头：科技经信局',
  ])('%s shows the open one, and may still be added or dropped', async (order) => {
    const asked = await march.ask(OFFICE, order);
    expect(textOf(asked)).toContain('3月第1项“召开银企对接会”尚未办结');
    expect(textOf(asked)).toContain('期限 3月31日');
    await march.press(OFFICE, asked, '放弃');
    expect((await march.summary()).total).toBe(4);
    const again = await march.ask(OFFICE, order);
    await march.press(OFFICE, again, '确认，另行新增');
    await march.press(OFFICE, march.find(OFFICE, '已新增'), '撤销');
    expect((await march.summary()).total).toBe(4);
  });

  test.each([
    ['of another unit', '县长交办：3月25日前召开银企对接会，财政局牵头'],
    ['of another matter', '县长交办：3月25日前报送园区安全检查方案，科技经信局牵头'],
  ])('says nothing %s', async (_, order) => {
    const asked = await march.ask(OFFICE, order);
    expect(textOf(asked)).not.toContain('尚未办结');
    await march.press(OFFICE, asked, '放弃');
  });

  test('says nothing of one that is done', async () => {
    await march.ask(LIAISON, '第1项已完成');
    const asked = await march.ask(OFFICE, '县长交办：3月25日前召开银企对接会，科技经信局牵头');
    expect(textOf(asked)).not.toContain('尚未办结');
    await march.press(OFFICE, asked, '放弃');
  });
});
