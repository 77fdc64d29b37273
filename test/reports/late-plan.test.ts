import { expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { OFFICE, SUCCESSOR, startMarch } from '../support/march.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

test('a number that stands on this month’s card and on one of a plan published late is asked about', async () => {
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
    expect(march.find(SUCCESSOR, '举办科技成果对接活动')).toBeDefined();
    const reply = textOf(await march.ask(SUCCESSOR, '第1项已完成'));
    expect(reply).not.toContain('已记录');
    expect(reply).toContain('清理拖欠账款');
    expect(reply).toContain('举办科技成果对接活动');
    // Asked again without a month, what is owed of both months is meant.
    expect(textOf(await march.ask(OFFICE, '再催 财政局'))).toContain('3、4 月的 2 项');
  } finally {
    await march.close();
  }
});
