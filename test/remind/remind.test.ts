import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/db.ts';
import { listItems } from '../../src/plan/item-queries.ts';
import { deliverWaiting, previewReminders, remindDue } from '../../src/remind/remind.ts';
import { bindChat } from '../../src/units/bind.ts';
import { decideGroup } from '../../src/units/group.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { describeOnBoth } from '../support/databases.ts';
import { rolledBack } from '../support/db.ts';
import { silentLog } from '../support/log.ts';
import { liaison, publish, task } from '../support/plan-fixture.ts';
import { listWaiting } from '../support/waiting.ts';

const settings = parseConfig({});
if (!settings.ok) throw new Error('settings');
const { config } = settings;
const depsOf = (db: Db) => ({ db, newId: randomUUID, config, log: silentLog() });
const at = (s: string) => new Date(`${s}:00+08:00`);

/** Keys of what waits to be sent to somebody, in order. */
const sentTo = async (db: Db, id: string) =>
  (await listWaiting(db)).filter((m) => m.toId === id).map((m) => m.key);

test('a unit with twenty-three tasks gets three numbered cards, leads first', () =>
  rolledBack(async (db) => {
    const tasks = Array.from({ length: 23 }, (_, i) =>
      task(3, `第${i}件事`, i < 12 ? { leadUnits: ['统计局'], coopUnits: ['发改局'] } : {}),
    );
    await publish(db, '2026-02-10T10:00:00+08:00', tasks);
    const who = await liaison(db, '发改局');
    await remindDue(depsOf(db), at('2026-03-02T09:00'));
    const cards = (await listWaiting(db)).filter(
      (m) => m.toId === who && JSON.stringify(m.content).includes('3月重点工作'),
    );
    const texts = cards.map((c) => JSON.stringify(c.content));
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('3月重点工作（1/3）');
    expect(texts[0]).toContain('**1.** 第12件事');
    expect(texts[2]).toContain('**23.** 第11件事');
    // Every part says what the month asks of the unit, not what stands on this part.
    for (const text of texts) expect(text).toContain('本月牵头 **11** 项，配合 **12** 项');
  }));

test('without a liaison the unit’s group is told, without either the office hears of it', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [
      task(3, '甲'),
      task(3, '乙', { leadUnits: ['统计局'] }),
    ]);
    const unit = await findUnit(db, '统计局');
    const act = { actor: 'test', at: at('2026-02-11T09:00') };
    await bindChat(db, act, { id: 'oc_stat', name: '统计局群' }, unit?.id ?? '', randomUUID);
    const planned = await previewReminders(
      { db, timeZone: 'Asia/Shanghai' },
      at('2026-03-02T09:00'),
      at('2026-02-11T09:00'),
    );
    expect(planned.map((p) => [p.unit.name, p.recipient.type])).toEqual([
      ['发改局', 'none'],
      ['统计局', 'chat'],
    ]);
  }));

test('who is made liaison after the cards went out gets this month’s card at once', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    await remindDue(depsOf(db), at('2026-03-02T09:00'));
    const who = await liaison(db, '发改局');
    const unit = await findUnit(db, '发改局');
    await deliverWaiting(depsOf(db), unit?.id ?? '', at('2026-03-04T10:00'));
    await deliverWaiting(depsOf(db), unit?.id ?? '', at('2026-03-04T10:00'));
    expect(await sentTo(db, who)).toHaveLength(1);
  }));

test('a group stands for its members once the office has decided them', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [
      task(3, '甲', { coopUnits: ['相关乡镇', '石桥镇'] }),
      task(4, '乙', { leadUnits: ['石桥镇'] }),
    ]);
    const act = { actor: 'test', at: at('2026-02-11T09:00') };
    const decided = await decideGroup(
      db,
      act,
      { group: '相关乡镇', members: ['石桥镇'] },
      randomUUID,
    );
    expect(decided.kind).toBe('decided');
    const planned = await previewReminders(
      { db, timeZone: 'Asia/Shanghai' },
      at('2026-03-02T09:00'),
      at('2026-02-11T09:00'),
    );
    const town = planned.find((p) => p.unit.name === '石桥镇');
    expect(town?.items.map((i) => i.role)).toEqual(['coop']);
    expect(planned.some((p) => p.unit.name === '相关乡镇')).toBe(false);
  }));

test('a tick in the night writes the card for the next working morning', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    const who = await liaison(db, '发改局');
    await remindDue(depsOf(db), at('2026-03-02T23:30'));
    const [card] = (await listWaiting(db)).filter((m) => m.toId === who).slice(-1);
    expect(card?.notBefore).toEqual(at('2026-03-03T09:00'));
  }));

test('months before the publication are recorded, never reminded', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-04-15T10:00:00+08:00', [task(1, '甲'), task(4, '乙'), task(5, '丙')]);
    const who = await liaison(db, '发改局');
    await remindDue(depsOf(db), at('2026-05-06T09:00'));
    const keys = await sentTo(db, who);
    expect(keys.map((k) => k.split(':')[2])).toEqual(['4', '5']);
    expect(await listItems(db, 2026, [1])).toHaveLength(1);
  }));

test('whatever ticks come, late, doubled or out of order, each unit gets each month once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 330 }), { minLength: 1, maxLength: 12 }),
      async (offsets) => {
        await rolledBack(async (db) => {
          const months = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
          await publish(
            db,
            '2026-01-20T10:00:00+08:00',
            months.map((m) => task(m, `${m}月的事`)),
          );
          const who = await liaison(db, '发改局');
          const start = at('2026-01-21T09:30').getTime();
          for (const days of offsets)
            await remindDue(depsOf(db), new Date(start + days * 86_400_000));
          const last = new Date(start + Math.max(...offsets) * 86_400_000);
          const keys = await sentTo(db, who);
          expect(new Set(keys).size).toBe(keys.length);
          const due = months.filter(
            (m) => at(`2026-${String(m).padStart(2, '0')}-09T00:00`) < last,
          );
          for (const m of due) expect(keys.some((k) => k.includes(`:${m}:`))).toBe(true);
        });
      },
    ),
    { numRuns: 25 },
  ));

describeOnBoth('two processes tick at the same moment', ({ db }) => {
  test('the round is decided once', async () => {
    const open = db();
    await publish(open, '2026-02-10T10:00:00+08:00', [task(3, '甲')]);
    const who = await liaison(open, '发改局');
    const ticks = Array.from({ length: 5 }, () => remindDue(depsOf(open), at('2026-03-02T09:00')));
    await Promise.all(ticks);
    const keys = await sentTo(open, who);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(0);
  });
});
