import { expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { loadFigures, loadLedger } from '../../src/summary/load.ts';
import { summarise } from '../../src/summary/summarise.ts';
import { rolledBack } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

const ONGOING = { recurrence: { every: 'ongoing' as const } };
const MONTHLY = { recurrence: { every: 'month' as const } };

async function total(db: Db, month: number): Promise<number> {
  const [figures, ledger] = [
    await loadFigures(db, 2026, [month]),
    await loadLedger(db, 2026, [month]),
  ];
  const count = summarise(figures.lines, [month], '2026-12-31').total;
  expect(summarise(ledger.lines, [month], '2026-12-31').total).toBe(count);
  return count;
}

test('a plan published in March shows the work of January and February when asked', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-03-05T09:00:00+08:00', [
      task(1, '开工'),
      task(2, '走访'),
      task(null, '服务企业', ONGOING),
      task(null, '报送数据', MONTHLY),
    ]);
    expect([await total(db, 1), await total(db, 2), await total(db, 3)]).toEqual([2, 2, 2]);
  }));

test('the first plan of a year, however late, is the record of all of it', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-11-20T09:00:00+08:00', [task(3, '开工'), task(null, '服务企业')]);
    await publish(db, '2026-11-21T09:00:00+08:00', [task(null, '招商', ONGOING)]);
    expect(await total(db, 3)).toBe(3);
  }));

test('全年 and monthly work of a plan that comes in December does not rewrite March', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-01-14T09:00:00+08:00', [task(3, '开工'), task(null, '服务企业')]);
    expect(await total(db, 3)).toBe(2);
    await publish(db, '2026-12-01T09:00:00+08:00', [
      task(null, '安全检查', { leadUnits: ['应急局'], ...ONGOING }),
      task(null, '报送简报', { leadUnits: ['应急局'], ...MONTHLY }),
    ]);
    expect(await total(db, 3)).toBe(2);
    expect(await total(db, 12)).toBe(3);
    const march = await loadFigures(db, 2026, [3]);
    const names = summarise(march.lines, [3], '2026-12-01').silentUnits.map(
      (id) => march.units.get(id)?.name,
    );
    expect(names).toEqual(['发改局']);
  }));

test('a month that a later plan names is recorded', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-01-14T09:00:00+08:00', [task(3, '开工')]);
    await publish(db, '2026-05-06T09:00:00+08:00', [task(4, '验收')]);
    expect(await total(db, 4)).toBe(1);
  }));

test('全年 work that comes after the year is over is shown in its last month', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-01-14T09:00:00+08:00', [task(3, '开工')]);
    await publish(db, '2027-02-03T09:00:00+08:00', [task(null, '服务企业', ONGOING)]);
    expect([await total(db, 9), await total(db, 12)]).toEqual([0, 1]);
  }));
