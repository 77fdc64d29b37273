import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch, ZONE } from '../support/march.ts';

describe('review of completions', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test('is off at first: a completion counts at once', async () => {
    await march.ask(LIAISON, '第1项已完成');
    expect(await march.summary()).toMatchObject({ done: 1 });
    await march.ask(LIAISON, '撤销');
  });

  test('is switched on by the office alone', async () => {
    expect(textOf(await march.ask(LIAISON, '开启办结审核'))).toContain('由督办人员办理');
    expect(textOf(await march.ask(OFFICE, '开启办结审核'))).toContain('通过后计为完成');
    expect(textOf(await march.ask(OFFICE, '开启办结审核'))).toContain('没有改动');
  });

  test('a lead’s completion then waits, and counts only when the office has agreed', async () => {
    expect(textOf(await march.ask(LIAISON, '第1项已完成'))).toContain('待督办人员审核');
    expect(await march.summary()).toMatchObject({ done: 0, inProgress: 1 });
    expect(textOf(march.cardOf(LIAISON))).toContain('已办结，待审核');
    const card = march.find(OFFICE, '办结待审核');
    expect(await march.press(OFFICE, card, '通过')).toBe('已答复：通过');
    expect(march.inbox(LIAISON).at(-1)).toContain('审核已通过');
    expect(await march.summary()).toMatchObject({ done: 1 });
    await march.press(OFFICE, march.find(OFFICE, '通过（钱督办'), '撤销');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('is returned with a reason, and the unit completes it anew', async () => {
    const card = march.find(OFFICE, '办结待审核');
    expect(await march.press(OFFICE, card, '退回')).toContain('退回请写明原因');
    await march.press(OFFICE, card, '退回', { answer: '请补签到表' });
    expect(march.inbox(LIAISON).at(-1)).toContain('请补签到表');
    expect(textOf(march.cardOf(LIAISON))).toContain('办结已退回');
    expect(await march.summary()).toMatchObject({ done: 0, inProgress: 1 });
    // What was returned is open again, for whoever asks after it.
    expect(textOf(await march.ask(OFFICE, '把3月的任务再催一下'))).toContain('4 项牵头工作');
    await march.ask(LIAISON, '第1项已完成，签到表已补');
    await march.press(OFFICE, march.find(OFFICE, '签到表已补'), '通过');
    expect(await march.summary()).toMatchObject({ done: 1 });
  });

  test('a cooperating unit’s part needs none', async () => {
    await march.ask(ZONE, '召开银企对接会已完成');
    expect(textOf(march.cardOf(ZONE))).not.toContain('待审核');
  });

  test('what waits when it is switched off still waits for a word', async () => {
    await march.ask(LIAISON, '第3项已完成');
    expect(textOf(await march.ask(OFFICE, '关闭办结审核'))).toContain('已提交的 1 项仍待审核');
    expect(await march.summary()).toMatchObject({ done: 1 });
    await march.ask(LIAISON, '第2项已完成');
    expect(await march.summary()).toMatchObject({ done: 2 });
    expect(textOf(await march.ask(LEADER, '3月进度'))).toContain('已完成 2 项');
  });
});
