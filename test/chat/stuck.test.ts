import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../../src/audit/verify.ts';
import { command as confirmMessage } from '../../src/commands/outbox-confirm.ts';
import type { OpenDb } from '../../src/db/db.ts';
import { enqueue } from '../../src/outbox/enqueue.ts';
import { claimMessages, findMessage, giveUp } from '../../src/outbox/queries.ts';
import { doubtWaiting } from '../../src/outbox/stuck-queries.ts';
import { sendHooks } from '../../src/send-hooks.ts';
import { ensureAdmins } from '../../src/units/ensure-admins.ts';
import { type County, startCounty, textOf } from '../support/county.ts';
import { freshPglite } from '../support/db.ts';

const person = (openId: string, name: string) => ({ openId, name, role: '', unit: '' });
const LIAISON = 'ou_liaison';
const OFFICE = 'ou_office';
const SECOND = 'ou_second';

describe('a message that got stuck', () => {
  let opened: OpenDb;
  let county: County;

  beforeAll(async () => {
    opened = await freshPglite();
    county = await startCounty({
      db: opened.db,
      now: '2026-03-02T10:00:00+08:00',
      people: [
        person(LIAISON, '李联络'),
        person(OFFICE, '督办'),
        person(SECOND, '副手'),
        person('ou_admin', '管理员'),
      ],
      admins: ['ou_admin'],
    });
    await ensureAdmins(county.deps);
    for (const openId of [LIAISON, OFFICE, SECOND]) await county.ask(openId, '你好');
    for (const name of ['督办', '副手']) await county.ask('ou_admin', `设置 ${name} 为 督办人员`);
  });
  afterAll(async () => {
    await county.close();
    await opened.close();
  });

  const cardOf = (openId: string) => county.fromBot(county.sim.as(openId).chatId).at(-1);
  const said = (key: string) =>
    enqueue(county.deps.db, {
      key,
      to: { type: 'open_id', id: LIAISON },
      content: { type: 'text', text: `只给联络员看的话 ${key}` },
      purpose: 'answer',
    });
  /** As after an hour without an answer. */
  async function uncertain(key: string) {
    await said(key);
    const { db } = county.deps;
    const options = { limit: 9, leaseMs: 9_000, now: county.clock.now(), holdPushes: false };
    const row = (await claimMessages(db, options)).find((m) => m.key === key);
    if (!row) throw new Error('not claimed');
    await giveUp(db, row, { state: 'uncertain', reason: 'no answer' });
    await sendHooks(county.deps).stuck?.(db, {
      ...row,
      to: { type: row.toType, id: row.toId },
      state: 'uncertain',
    });
    await county.settle();
  }

  test('refused for good: the office sees to whom, not what, and sends it again', async () => {
    county.sim.faults.refuse(LIAISON, 230028);
    await said('m1');
    await county.settle();
    county.sim.faults.refuse(LIAISON, undefined);
    const card = cardOf(OFFICE);
    expect(textOf(card)).toContain('消息未能发出');
    expect(textOf(card)).toContain('李联络');
    expect(textOf(card)).not.toContain('只给联络员看的话');
    expect(textOf(card)).not.toContain('已收到');
    const pressed = await county.sim.as(OFFICE).press(card?.messageId ?? '', '重新发送');
    expect(pressed.toast).toMatchObject({ type: 'success' });
    await county.settle();
    expect(textOf(cardOf(LIAISON))).toContain('m1');
    expect(textOf(cardOf(SECOND))).toContain('已重新排入发送。（督办）');
  });

  test('可能已送达: one of the office says it arrived, and the other’s press changes nothing', async () => {
    await uncertain('m2');
    const mine = cardOf(OFFICE)?.messageId ?? '';
    const other = county.fromBot(county.sim.as(SECOND).chatId).at(-1);
    expect(textOf(other)).toContain('可能已送达');
    const value = { act: 'outbox-confirm', key: 'm2', claims: 1 };
    const first = await county.sim.as(OFFICE).press(mine, '已收到');
    expect(first.toast).toMatchObject({ type: 'success' });
    expect((await findMessage(county.deps.db, 'm2'))?.state).toBe('sent');
    const late = await county.sim
      .as(SECOND)
      .click(other?.messageId ?? '', { tag: 'button', value });
    expect(late.toast).toMatchObject({ type: 'info' });
  });

  test('what a restored backup left in doubt comes before the office once, each with its two buttons', async () => {
    const { db } = county.deps;
    await said('m4');
    await doubtWaiting(db);
    const before = county.fromBot(county.sim.as(OFFICE).chatId).length;
    await county.app.tick();
    await county.app.tick();
    await county.settle();
    expect(county.fromBot(county.sim.as(OFFICE).chatId)).toHaveLength(before + 1);
    const card = cardOf(OFFICE);
    expect(textOf(card)).toContain('可能已送达');
    expect(textOf(card)).toContain('已收到');
    const pressed = await county.sim.as(OFFICE).press(card?.messageId ?? '', '重新发送');
    expect(pressed.toast).toMatchObject({ type: 'success' });
    await county.settle();
    expect(textOf(cardOf(LIAISON))).toContain('m4');
  });

  test('decided on the command line, the cards of the office say so and ask no more', async () => {
    await uncertain('m5');
    expect((await county.run(confirmMessage, ['m5'])).code).toBe(0);
    for (const openId of [OFFICE, SECOND]) {
      expect(textOf(cardOf(openId))).toContain('已记录为送达');
      expect(textOf(cardOf(openId))).not.toContain('重新发送');
    }
  });

  test('nobody else may decide, and what no card of ours says is refused', async () => {
    await uncertain('m3');
    const shown = cardOf(LIAISON)?.messageId ?? '';
    const value = { act: 'outbox-confirm', key: 'm3', claims: 1 };
    const stranger = await county.sim.as(LIAISON).click(shown, { tag: 'button', value });
    expect(stranger.toast).toMatchObject({ type: 'error' });
    const mine = cardOf(OFFICE)?.messageId ?? '';
    for (const forged of [
      { ...value, key: 'no such message' },
      { ...value, act: 'outbox-delete' },
    ]) {
      const done = await county.sim.as(OFFICE).click(mine, { tag: 'button', value: forged });
      expect(done.toast).toMatchObject({ type: 'error' });
    }
    const old = await county.sim
      .as(OFFICE)
      .click(mine, { tag: 'button', value: { ...value, claims: 7 } });
    expect(old.toast).toMatchObject({ type: 'info' });
    expect((await findMessage(county.deps.db, 'm3'))?.state).toBe('uncertain');
    expect((await verifyAudit(county.deps.db)).faults).toEqual([]);
  });
});
