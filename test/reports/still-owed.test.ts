import { expect, test } from 'vitest';
import { stillOwed } from '../../src/chat/reports/unit-duties.ts';
import { findUnit } from '../../src/units/resolve.ts';
import { rolledBack } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

test('what is owed bears the month of its own, whatever plans and shares the unit has', () =>
  rolledBack(async (db) => {
    const coop = { leadUnits: ['财政局'], coopUnits: ['发改局'] };
    await publish(db, '2026-01-05T10:00:00+08:00', [
      task(1, '印发招商方案'),
      task(2, '排查停产企业', { ...coop, seq: 2 }),
      task(3, '走访外出企业', { ...coop, seq: 3 }),
    ]);
    await publish(db, '2026-01-06T10:00:00+08:00', [task(1, '完成清表'), task(3, '通过验收')]);
    const unit = await findUnit(db, '发改局');
    const asked = { deps: { db }, today: '2026-04-10' } as const;
    const [list] = await stillOwed(asked, [unit?.id ?? ''], []);
    expect(Object.fromEntries(list?.items.map((i) => [i.content, i.owedOf?.month]) ?? [])).toEqual({
      印发招商方案: 1,
      排查停产企业: 2,
      走访外出企业: 3,
      完成清表: 1,
      通过验收: 3,
    });
  }));
