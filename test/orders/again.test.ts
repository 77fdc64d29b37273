import { expect, test } from 'vitest';
import { textOf } from '../support/county.ts';
import { OFFICE, SUCCESSOR, startMarch } from '../support/march.ts';
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
