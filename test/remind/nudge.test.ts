import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { recordReports } from '../../src/progress/record.ts';
import { tellDigest } from '../../src/remind/digest.ts';
import { holdMonth, tellEve } from '../../src/remind/eve.ts';
import { nudgeDueUnits } from '../../src/remind/nudge.ts';
import { remindDue } from '../../src/remind/remind.ts';
import { bindChat, bindPerson } from '../../src/units/bind.ts';
import { findPersonByOpenId } from '../../src/units/people-queries.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { rolledBack } from '../support/db.ts';
import { silentLog } from '../support/log.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { listWaiting } from '../support/waiting.ts';

const settings = parseConfig({});
if (!settings.ok) throw new Error('settings');
const { config } = settings;
const depsOf = (db: Db) => ({ db, newId: randomUUID, config, log: silentLog() });
const at = (s: string) => new Date(`${s}:00+08:00`);
const act = { actor: 'test', at: at('2026-02-11T09:00') };

const sentTo = async (db: Db, id: string) =>
  (await listWaiting(db)).filter((m) => m.toId === id).map((m) => JSON.stringify(m.content));

async function march(db: Db): Promise<{ who: string; planId: string }> {
  const planId = await publish(db, '2026-02-10T10:00:00+08:00', [
    task(3, '牵头的事'),
    task(3, '配合的事', { leadUnits: ['统计局'], coopUnits: ['发改局'] }),
  ]);
  const who = await liaison(db, '发改局');
  await remindDue(depsOf(db), at('2026-03-02T09:00'));
  return { who, planId };
}

test('a unit is asked once a day about what it leads, under the number of its month card', () =>
  rolledBack(async (db) => {
    const { who } = await march(db);
    await nudgeDueUnits(depsOf(db), at('2026-03-31T09:10'));
    await nudgeDueUnits(depsOf(db), at('2026-03-31T09:11'));
    const [, nudge, more] = await sentTo(db, who);
    expect(nudge).toContain('今日到期');
    expect(nudge).toContain('**1.** 牵头的事');
    expect(nudge).not.toContain('配合的事');
    expect(more).toBeUndefined();
  }));

test('what is due today is not called overdue beside what is', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [
      task(3, '昨天到期的事', { dueOn: '2026-03-30' }),
      task(3, '今天到期的事', { dueOn: '2026-03-31' }),
    ]);
    const who = await liaison(db, '发改局');
    await remindDue(depsOf(db), at('2026-03-02T09:00'));
    await nudgeDueUnits(depsOf(db), at('2026-03-31T09:10'));
    const [, nudge] = await sentTo(db, who);
    expect(nudge).toContain('有 **2** 项牵头工作临近、已到或已过期限');
    expect(nudge).not.toContain('项牵头工作已过期限');
  }));

test('no word of it before nine ten, and none to who has reported', () =>
  rolledBack(async (db) => {
    const { who } = await march(db);
    await nudgeDueUnits(depsOf(db), at('2026-03-31T09:09'));
    expect(await sentTo(db, who)).toHaveLength(1);
    const person = await findPersonByOpenId(db, who);
    const unit = await findUnit(db, '发改局');
    const [item] = await listItems(db, 2026, [3]);
    await recordReports(
      db,
      { actor: person?.id ?? '', at: at('2026-03-30T10:00') },
      {
        unitId: unit?.id ?? '',
        via: 'text',
        items: [{ occurrenceId: item?.occurrenceId ?? '', role: 'lead', status: 'in_progress' }],
      },
      randomUUID,
    );
    await nudgeDueUnits(depsOf(db), at('2026-03-31T09:10'));
    expect(await sentTo(db, who)).toHaveLength(1);
  }));

test('a group is never asked after late work', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    const unit = await findUnit(db, '发改局');
    await bindChat(db, act, { id: 'oc_fg', name: '群' }, unit?.id ?? '', randomUUID);
    await remindDue(depsOf(db), at('2026-03-02T09:00'));
    for (const day of ['03-27', '03-31', '04-01', '04-07'])
      await nudgeDueUnits(depsOf(db), at(`2026-${day}T09:10`));
    expect(await sentTo(db, 'oc_fg')).toHaveLength(1);
  }));

test('the office sees the next month card the afternoon before, holds it, and lets it go', () =>
  rolledBack(async (db) => {
    const { who, planId } = await march(db);
    await publish(db, '2026-03-10T10:00:00+08:00', [task(4, '四月的事')]);
    await bindPerson(db, act, { openId: 'ou_office', name: '督办', post: 'office' }, randomUUID);
    await tellEve(depsOf(db), at('2026-03-31T14:59'));
    expect(await sentTo(db, 'ou_office')).toHaveLength(0);
    await tellEve(depsOf(db), at('2026-03-31T15:00'));
    await tellEve(depsOf(db), at('2026-03-31T15:01'));
    const [eve] = await sentTo(db, 'ou_office');
    expect(await sentTo(db, 'ou_office')).toHaveLength(1);
    expect(eve).toContain('4月提醒预告');
    const plan = /"plan":"([^"]+)"/.exec(eve ?? '')?.[1] ?? '';
    expect(plan).not.toBe(planId);
    const order = { planIds: [plan], month: 4 };
    expect(await holdMonth(db, act, { ...order, hold: true }, randomUUID)).toBeDefined();
    await remindDue(depsOf(db), at('2026-04-01T09:00'));
    expect(await sentTo(db, who)).toHaveLength(1);
    expect(await holdMonth(db, act, { ...order, hold: false }, randomUUID)).toBeDefined();
    await remindDue(depsOf(db), at('2026-04-02T10:00'));
    expect(await sentTo(db, who)).toHaveLength(2);
  }));

test('about the 25th the office, and nobody else, hears who has not answered', () =>
  rolledBack(async (db) => {
    const { who } = await march(db);
    await bindPerson(db, act, { openId: 'ou_office', name: '督办', post: 'office' }, randomUUID);
    await tellDigest(depsOf(db), at('2026-03-24T10:00'));
    await tellDigest(depsOf(db), at('2026-03-25T10:00'));
    await tellDigest(depsOf(db), at('2026-03-25T11:00'));
    const digests = await sentTo(db, 'ou_office');
    expect(digests).toHaveLength(1);
    expect(digests[0]).toContain('发改局、统计局');
    expect(await sentTo(db, who)).toHaveLength(1);
  }));
