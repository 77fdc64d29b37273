import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, type March, OFFICE, SECOND_OFFICE, startMarch } from '../support/march.ts';

describe('a message that its sender recalls after the office has answered it', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    await march.ask(OFFICE, '开启办结审核');
  });
  afterAll(() => march.close());

  /** Says something, lets the office decide on what came of it, and recalls the message. */
  const recallAfter = async (text: string, waiting: string, choice: string, filled = {}) => {
    const me = march.sim.as(LIAISON);
    const id = me.send(text);
    await march.settle();
    await march.press(OFFICE, march.find(OFFICE, waiting), choice, filled);
    me.recall(id);
    await march.settle();
  };

  test('leaves a completion that was agreed to, and both sides are told so in a line', async () => {
    await recallAfter('第1项已完成', '办结待审核', '通过');
    expect(await march.summary()).toMatchObject({ done: 1 });
    for (const office of [OFFICE, SECOND_OFFICE])
      expect(march.inbox(office).at(-1)).toMatch(
        /^科技经信局 李联络 撤回了一条消息，其中“召开银企对接会”此前已答复“通过”，记录没有改动/u,
      );
    const own = march.inbox(LIAISON).at(-1);
    expect(own).toContain('“召开银企对接会”');
    expect(own).toContain('督办人员此前已答复“通过”，记录没有改动');
  });

  test('leaves it to either side to say in words how things stand now', async () => {
    await march.ask(LIAISON, '更正：第1项还没完成，正在推进');
    expect(await march.summary()).toMatchObject({ done: 0 });
  });

  test('leaves the time that was granted', async () => {
    await recallAfter('第2项请宽限到下月10号，设备未到', '延期申请', '同意延期');
    expect(textOf(march.cardOf(LIAISON))).toContain('期限 4月10日');
    expect(march.inbox(OFFICE).at(-1)).toContain('此前已答复“同意延期”');
  });

  test('leaves a dispute that was decided', async () => {
    await recallAfter('第3项不归我们牵头，应由开发区牵头', '归属有疑问', '维持原安排');
    expect(march.inbox(OFFICE).at(-1)).toContain('此前已答复“维持原安排”');
  });

  test('takes a dispute with it that still waits', async () => {
    const me = march.sim.as(LIAISON);
    const id = me.send('第3项不归我们牵头，应由县财政局牵头');
    await march.settle();
    me.recall(id);
    await march.settle();
    expect(textOf(march.find(OFFICE, '应由县财政局牵头'))).toContain('无需答复');
    expect(march.inbox(LIAISON).at(-1)).toContain('恢复为之前的状态');
    expect(textOf(await march.ask(LIAISON, '撤销'))).not.toContain('督办人员已经答复');
  });

  test('leaves a problem on the list that the office has given to another unit', async () => {
    const me = march.sim.as(LIAISON);
    const id = me.send('第3项有困难，用地指标未批');
    await march.settle();
    await march.ask(OFFICE, '问题1 由财政局负责，4月底前解决');
    me.recall(id);
    await march.settle();
    expect(textOf(await march.ask(OFFICE, '问题清单'))).toContain('用地指标未批');
  });
});
