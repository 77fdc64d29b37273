import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import { findMessage, markSent } from '../../src/outbox/queries.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { recordReports } from '../../src/progress/record.ts';
import { listLatestCards } from '../../src/remind/card-queries.ts';
import { passCards, swapBack } from '../../src/remind/copy-cards.ts';
import { drawCard } from '../../src/remind/draw.ts';
import { nudgeDueUnits } from '../../src/remind/nudge.ts';
import { redrawCards } from '../../src/remind/redraw.ts';
import { remindDue } from '../../src/remind/remind.ts';
import { renewalDay, renewCards } from '../../src/remind/renew.ts';
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
const at = (s: string) => new Date(`2026-${s}:00+08:00`);

/** Everything that waits reaches the platform. */
async function deliverAll(db: Db) {
  for (const m of await listWaiting(db))
    await markSent(db, m, m.kind === 'message' ? `om_${randomUUID()}` : null, m.notBefore);
}

/** The month card of one unit with two items, delivered on 2 March. */
async function march(db: Db, dueOn: string | null = null) {
  await publish(db, '2026-02-10T10:00:00+08:00', [
    task(3, '甲', { dueOn }),
    task(3, '乙', { dueOn }),
  ]);
  const who = await liaison(db, '发改局');
  await remindDue(depsOf(db), at('03-02T09:00'));
  await deliverAll(db);
  const unit = await findUnit(db, '发改局');
  const unitId = unit?.id ?? '';
  const [card] = await listLatestCards(db, [unitId]);
  return { who, unitId, key: card?.key ?? '' };
}

const waiting = async (db: Db) =>
  (await listWaiting(db)).map((m) => ({
    kind: m.kind,
    to: m.toId,
    target: m.target,
    text: JSON.stringify(m.content),
  }));

async function done(db: Db, { who, unitId }: { who: string; unitId: string }, contents: string[]) {
  const person = await findPersonByOpenId(db, who);
  const items = (await listItems(db, 2026, [3])).filter((i) => contents.includes(i.content));
  await recordReports(
    db,
    { actor: person?.id ?? '', at: at('03-05T10:00') },
    {
      unitId,
      via: 'text',
      items: items.map((i) => ({
        occurrenceId: i.occurrenceId,
        role: 'lead' as const,
        status: 'done' as const,
      })),
    },
    randomUUID,
  );
}

test.each([
  ['2026-03-02', '2026-03-13', 'the 13th day is a Sunday'],
  ['2026-03-04', '2026-03-17', 'the 13th day is a working day'],
  ['2026-09-21', '2026-09-30', 'the 13th day lies in the national holiday'],
])('a card of %s is renewed on %s: %s', (sent, day) => {
  expect(renewalDay(sent)).toBe(day);
});

test('a unit with open items gets its list afresh before the buttons die, once', () =>
  rolledBack(async (db) => {
    const { who, unitId, key } = await march(db);
    await renewCards(depsOf(db), at('03-12T10:00'));
    await renewCards(depsOf(db), at('03-13T09:09'));
    expect(await waiting(db)).toEqual([]);
    expect(await renewCards(depsOf(db), at('03-13T09:10'))).toBe(1);
    expect(await renewCards(depsOf(db), at('03-13T09:11'))).toBe(0);
    const [fresh, old, ...more] = await waiting(db);
    expect(more).toEqual([]);
    expect(fresh).toMatchObject({ kind: 'message', to: who });
    expect(fresh?.text).toContain('**2.** 乙');
    expect(fresh?.text).toContain('"act":"report"');
    expect(old).toMatchObject({ kind: 'patch', target: key });
    expect(old?.text).toContain('已更新');
    expect(old?.text).not.toContain('"act"');
    const [now] = await listLatestCards(db, [unitId]);
    expect(now?.key).not.toBe(key);
    await deliverAll(db);
    await renewCards(depsOf(db), at('03-16T10:00'));
    expect(await waiting(db)).toEqual([]);
  }));

test('the fresh card is the day’s nudge, and the next nudges come from it', () =>
  rolledBack(async (db) => {
    await march(db, '2026-03-13');
    await renewCards(depsOf(db), at('03-13T09:10'));
    await nudgeDueUnits(depsOf(db), at('03-13T09:10'));
    expect((await waiting(db)).filter((m) => m.kind === 'message')).toHaveLength(1);
    await deliverAll(db);
    await nudgeDueUnits(depsOf(db), at('03-16T09:10'));
    expect((await waiting(db)).map((m) => m.text)[0]).toContain('**1.** 甲');
    expect(await waiting(db)).toHaveLength(1);
  }));

test('a list that was held back goes out once: its fourteen days begin when it arrives', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    await liaison(db, '发改局');
    await remindDue(depsOf(db), at('03-02T09:00'));
    for (const m of await listWaiting(db)) await markSent(db, m, 'om_1', at('03-12T09:00'));
    for (const day of ['03-13', '03-16', '03-20', '03-24']) {
      expect(await renewCards(depsOf(db), at(`${day}T10:00`))).toBe(0);
    }
    expect(await renewCards(depsOf(db), at('03-25T10:00'))).toBe(1);
  }));

test('who has done everything is left in peace; one open item brings the whole list', () =>
  rolledBack(async (db) => {
    const unit = await march(db);
    await done(db, unit, ['甲', '乙']);
    expect(await renewCards(depsOf(db), at('03-13T10:00'))).toBe(0);
  }).then(() =>
    rolledBack(async (db) => {
      const unit = await march(db);
      await done(db, unit, ['甲']);
      expect(await renewCards(depsOf(db), at('03-13T10:00'))).toBe(1);
      const [fresh] = await waiting(db);
      expect(fresh?.text).toContain('**1.** 甲');
      expect(fresh?.text).toContain('已完成（联络员');
    }),
  ));

test('a replaced card stays replaced when something on it changes', () =>
  rolledBack(async (db) => {
    const { unitId, key } = await march(db);
    await renewCards(depsOf(db), at('03-13T10:00'));
    await deliverAll(db);
    const items = (await listItems(db, 2026, [3])).map((i) => i.occurrenceId);
    await redrawCards(depsOf(db), unitId, items, { cause: 'cause' });
    expect((await waiting(db)).map((m) => m.target)).not.toContain(key);
    expect(await waiting(db)).toHaveLength(1);
    expect(JSON.stringify(await drawCard(db, key, 'Asia/Shanghai'))).toContain('已更新');
  }));

test('after a long sleep the fresh card still comes, in working hours; the dead one is left alone', () =>
  rolledBack(async (db) => {
    const { key } = await march(db);
    await renewCards(depsOf(db), at('03-20T22:00'));
    await renewCards(depsOf(db), at('03-21T10:00'));
    expect(await waiting(db)).toEqual([]);
    expect(await renewCards(depsOf(db), at('03-23T09:10'))).toBe(1);
    expect((await waiting(db)).map((m) => m.kind)).toEqual(['message']);
    expect((await findMessage(db, key))?.state).toBe('sent');
  }));

test('when the rhythm has said its last word, no fresh card follows', () =>
  rolledBack(async (db) => {
    await march(db);
    expect(await renewCards(depsOf(db), at('04-28T10:00'))).toBe(0);
  }));

test('a handing over taken back after the list was renewed leaves one list, the former one', () =>
  rolledBack(async (db) => {
    const { who, unitId, key } = await march(db);
    const from = await findPersonByOpenId(db, who);
    const to = { id: 'p2', openId: 'ou_successor' };
    const input = { cause: 'handover', unitId, from: from?.id ?? '', to };
    const passed = await passCards(depsOf(db), at('03-03T10:00'), input);
    await deliverAll(db);
    expect(await renewCards(depsOf(db), at('03-17T10:00'))).toBe(1);
    await swapBack(depsOf(db), passed, to.id);
    expect((await listLatestCards(db, [unitId])).map((c) => c.key)).toEqual([key]);
  }));
