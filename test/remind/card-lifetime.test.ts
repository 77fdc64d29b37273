import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDb } from '../../src/db/db.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';

const LIAISON = 'ou_liaison';

describe('a month card whose buttons are about to die', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T08:30:00+08:00',
      people: [{ openId: LIAISON, name: '李联络', role: '', unit: '' }],
    });
    await publish(opened.db, '2026-02-10T10:00:00+08:00', [task(3, '甲'), task(3, '乙')]);
    await liaison(opened.db, '发改局', { openId: LIAISON, name: '李联络' });
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  const cards = () => county.fromBot(county.sim.as(LIAISON).chatId);

  test('is replaced once by one that works on, whatever ticks come', async () => {
    await county.goTo('2026-03-02T09:00:00+08:00');
    expect(cards()).toHaveLength(1);
    const old = cards()[0]?.messageId ?? '';
    await county.sim.as(LIAISON).press(old, '已完成');
    for (const at of ['13T09:09', '13T09:10', '13T09:11', '14T10:00', '15T10:00'])
      await county.goTo(`2026-03-${at}:00+08:00`);
    expect(cards()).toHaveLength(2);
    expect(textOf(cards()[0])).toContain('已更新');
    await county.goTo('2026-03-17T10:00:00+08:00');
    const dead = await county.sim.as(LIAISON).click(old, {
      tag: 'button',
      value: { act: 'report', key: 'any', no: 1, status: 'done' },
    });
    expect(dead.error?.message).toContain('14 天');
    const fresh = cards()[1]?.messageId ?? '';
    expect(textOf(cards()[1])).toContain('已完成（李联络，3月2日）');
    expect(textOf(await county.ask(LIAISON, '第2项已完成'))).toContain('已记录');
    const now = cards().find((m) => m.messageId === fresh);
    expect(textOf(now)).toContain('已完成（李联络，3月17日）');
    expect(textOf(now)).toContain('已全部反馈');
  });
});
