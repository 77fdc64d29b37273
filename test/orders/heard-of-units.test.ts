import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { textOf } from '../support/county.ts';
import { type March, OFFICE, startMarch } from '../support/march.ts';

describe('what an office person with a unit of their own writes of other units', () => {
  let march: March;
  beforeAll(async () => {
    march = await startMarch();
    const own = await findUnit(march.deps.db, '科技经信局');
    if (!own) throw new Error('no unit');
    await bindPerson(
      march.deps.db,
      { actor: 'test', at: march.clock.now() },
      { openId: OFFICE, name: '钱督办', post: 'liaison', unitId: own.id },
      randomUUID,
    );
  });
  afterAll(() => march.close());

  const standing = async (period?: string) => {
    const { done, inProgress, notStarted, blocked } = await march.summary(period);
    return { done, inProgress, notStarted, blocked };
  };

  test.each([
    ['开发区老吴来电话，招商活动邀请了20家，还没定场地', '招商活动”：进行中'],
    ['开发区的老吴说招商活动还在筹备', '请点选来源'],
    ['据开发区反映，招商活动正在筹备', '请点选来源'],
    ['开发区招商活动办完了', '请点选来源'],
    ['刚问了开发区，招商活动已经启动筹备', '请点选来源'],
  ])('%s', async (note, shown) => {
    const before = await standing();
    const reply = textOf(await march.ask(OFFICE, note));
    expect(reply).toContain('开发区');
    expect(reply).toContain(shown);
    expect(reply).not.toContain('科技经信局');
    await march.ask(OFFICE, '撤销');
    expect(await standing()).toEqual(before);
  });

  test('of several units, is asked about where one of them has nothing to do this month', async () => {
    const before = await standing('2026');
    const asked = await march.ask(OFFICE, '开发区：招商活动正在筹备\n财政局：成果对接活动已完成');
    expect(textOf(asked)).toContain('筹备产业链招商活动”：进行中');
    expect(march.inbox(OFFICE).at(-1)).toContain('财政局本月没有事项');
    expect(await standing('2026')).toEqual(before);
    await march.ask(OFFICE, '算了');
  });

  test('the own unit is reported on as before', async () => {
    const reply = textOf(await march.ask(OFFICE, '科技经信局第1项正在推进'));
    expect(reply).toContain('召开银企对接会');
    expect(textOf(await march.ask(OFFICE, '第3项已完成，走访12家'))).toContain('已记录');
  });
});
