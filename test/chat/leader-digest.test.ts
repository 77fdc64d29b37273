import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestDue, digestSpans, leaderDigest } from '../../src/chat/instructions/leader-digest.ts';
import { setSetting } from '../../src/settings/queries.ts';
import { type Bureau, startBureau } from '../support/bureau.ts';
import { textOf } from '../support/county.ts';

describe('when the month’s card is due', () => {
  test.each([
    ['2026-03-31T15:59', undefined],
    ['2026-03-31T16:00', 3],
    ['2026-03-31T23:00', 3],
    // Slept through it: the next working day, by day.
    ['2026-04-01T08:59', undefined],
    ['2026-04-01T09:00', 3],
    ['2026-04-02T09:00', undefined],
    // May ends on a Sunday.
    ['2026-05-29T16:00', 5],
    ['2026-05-31T16:00', undefined],
    ['2026-06-01T10:00', 5],
    // The year before.
    ['2025-12-31T16:00', 12],
  ])('at %s that of month %s', (at, month) => {
    expect(digestDue(new Date(`${at}:00+08:00`), '16:00', 'Asia/Shanghai', new Map())?.month).toBe(
      month,
    );
  });
});

test('at the end of a quarter the year so far is told as well', () => {
  expect([2, 3, 6].map(digestSpans)).toEqual([[[2]], [[3], [1, 2, 3]], [[6], [1, 2, 3, 4, 5, 6]]]);
});

describe('the month’s card for leaders', () => {
  let bureau: Bureau;
  beforeAll(async () => {
    bureau = await startBureau('2026-01-20T10:00:00+08:00');
  });
  afterAll(() => bureau.close());

  const cards = (role: string, title: string) => {
    const { sim, fromBot } = bureau.county;
    const all = fromBot(sim.as(`ou_${role}`).chatId);
    return all.filter((m) => textOf(m).includes(title) && textOf(m).includes('不再接收'));
  };

  test('comes once, in private, to leaders and nobody else', async () => {
    await bureau.county.goTo('2026-01-30T15:59:00+08:00');
    expect(cards('leader', '1月重点工作进展')).toHaveLength(0);
    await bureau.county.goTo('2026-01-30T16:00:00+08:00');
    await bureau.county.goTo('2026-01-30T16:01:00+08:00');
    await bureau.county.goTo('2026-02-02T09:30:00+08:00');
    expect(cards('leader', '1月重点工作进展')).toHaveLength(1);
    expect(textOf(cards('leader', '1月重点工作进展')[0])).toContain('1月共 1 项');
    for (const role of ['office', 'liaison']) expect(cards(role, '1月')).toHaveLength(0);
  });

  test('stays away from a leader who wants none, until that is undone', async () => {
    const player = bureau.county.sim.as('ou_leader');
    const pressed = await player.press(
      cards('leader', '1月')[0]?.messageId ?? '',
      '不再接收每月汇总',
    );
    expect(pressed.toast?.type).toBe('success');
    await bureau.county.settle();
    // A working Saturday, for the holidays before it.
    await bureau.county.goTo('2026-02-28T16:00:00+08:00');
    expect(cards('leader', '2月重点工作进展')).toHaveLength(0);
    const asked = await bureau.county.ask('ou_leader', '撤销');
    const undone = await bureau.county.sim.as('ou_leader').press(asked.messageId, '撤销');
    expect(undone.toast?.content).toContain('继续向您发送');
    await bureau.county.goTo('2026-02-28T16:30:00+08:00');
    expect(cards('leader', '2月重点工作进展')).toHaveLength(1);
  });

  test('is not sent where the county has switched it off', async () => {
    const { db, now } = bureau.county.deps;
    await setSetting(db, leaderDigest, { on: false, at: '16:00' }, now());
    await bureau.county.goTo('2026-03-31T16:00:00+08:00');
    expect(cards('leader', '3月重点工作进展')).toHaveLength(0);
  });

  test('comes with that of the quarter in March, once', async () => {
    const { db, now } = bureau.county.deps;
    await setSetting(db, leaderDigest, { on: true, at: '16:00' }, now());
    await bureau.county.goTo('2026-03-31T16:30:00+08:00');
    await bureau.county.goTo('2026-04-01T09:30:00+08:00');
    expect(cards('leader', '"3月重点工作进展')).toHaveLength(1);
    expect(cards('leader', '1–3月重点工作进展')).toHaveLength(1);
  });
});
