import { expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { LIAISON, OFFICE, SUCCESSOR, startMarch } from '../support/march.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

test('再催 without a month is of what is owed of a plan published late too', async () => {
  const march = await startMarch();
  try {
    await march.goTo('2026-03-31T10:00:00+08:00');
    const { db } = march.deps;
    await liaison(db, '财政局', { openId: SUCCESSOR, name: '赵接任' });
    const late = task(3, '清理拖欠账款', { leadUnits: ['财政局'] });
    await publish(db, '2026-03-31T10:00:00+08:00', [late]);
    await march.goTo('2026-03-31T10:30:00+08:00');
    await march.goTo('2026-04-01T09:30:00+08:00');
    expect(march.find(SUCCESSOR, '清理拖欠账款')).toBeDefined();
    expect(textOf(await march.ask(OFFICE, '再催 财政局'))).toContain('3、4 月的 2 项');
  } finally {
    await march.close();
  }
});

test('没报的单位 are those that have reported nothing, and 再催一下 means the list that was just shown', async () => {
  const march = await startMarch();
  try {
    const said = async (text: string) => textOf(await march.ask(OFFICE, text));
    await march.ask(LIAISON, '第1项正在推进');
    const silent = await said('请再提醒一下没报的单位');
    expect(silent).toContain('将向 1 个尚无反馈的单位');
    expect(silent).toContain('3 月的 1 项');
    await said('算了');
    await march.goTo('2026-04-01T09:30:00+08:00');
    expect(await said('3月还有哪些单位没反馈')).toContain('开发区');
    expect(await said('请再提醒一下没报的单位')).toContain('将向 1 个尚无反馈的单位');
    await said('算了');
    expect(await said('科技经信局3月有哪些没完成')).toContain('召开银企对接会');
    expect(await said('再催一下')).toContain('将向 1 个单位的联络员私聊提醒 3 月的 3 项');
    await said('算了');
    await march.goTo('2027-01-04T09:30:00+08:00');
    expect(await said('科技经信局2026年3月有哪些没完成')).toContain('召开银企对接会');
    expect(await said('再催一下')).toContain('3 月的 3 项');
  } finally {
    await march.close();
  }
});
