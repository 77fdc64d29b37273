import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/db.ts';
import { textOf } from '../support/county.ts';
import { LEADER, LIAISON, type March, OFFICE, startMarch } from '../support/march.ts';

describe('what a liaison writes besides reports', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
  });
  afterAll(() => march.close());

  test.each([
    [LIAISON, '第2项涉及军工单位，密级较高，不要发群里'],
    [LEADER, '这个数字内部掌握，不要外传'],
  ])('something secret is neither kept nor quoted (%s)', async (who, text) => {
    const reply = textOf(await march.ask(who, text));
    expect(reply).toContain('本条没有保存');
    expect(reply).not.toContain(text.slice(0, 8));
    for (const table of [
      'inbox',
      'outbox',
      'audit',
      'pending_replies',
      'reports',
      'matters',
      'conversations',
    ]) {
      const rows = await march.deps.db.execute(sql`select * from ${sql.identifier(table)}`);
      expect(JSON.stringify(rowsOf(rows))).not.toContain(text.slice(2, 10));
    }
    expect(march.inbox(OFFICE).join()).not.toContain(text.slice(2, 10));
  });

  test('a claim is kept as words, goes to the office and changes nothing', async () => {
    await march.ask(LIAISON, '第2项请宽限到下月10号，设备未到');
    const before = await march.summary();
    expect(textOf(await march.ask(LIAISON, '王县长已同意'))).toContain('没有改动');
    expect(march.inbox(OFFICE).join()).toContain('仅供知悉');
    expect(textOf(march.find(OFFICE, '延期申请'))).toContain('王县长已同意');
    expect(await march.summary()).toMatchObject({ ...before, asOf: expect.anything() });
  });

  test('a question about an item is answered from the plan and passed on', async () => {
    const { messageId } = march.cardOf(LIAISON);
    const before = march.inbox(LIAISON).length;
    march.sim.as(LIAISON).send({ text: '第1项要报什么材料？', under: messageId });
    await march.settle();
    const answer = march.inbox(LIAISON).slice(before).join();
    expect(answer).toContain('期限 3月31日');
    expect(answer).toContain('已转督办人员');
    expect(march.inbox(OFFICE).at(-1)).toContain('要报什么材料');
  });

  test('whose work it is, said under a card, goes to the office', async () => {
    const { messageId } = march.cardOf(LIAISON);
    march.sim.as(LIAISON).send({ text: '第3项是开发区的', under: messageId });
    await march.settle();
    expect(march.inbox(LIAISON).at(-1)).toContain('核实');
    expect(textOf(march.find(OFFICE, '归属有疑问'))).toContain('规上企业走访');
  });
});
