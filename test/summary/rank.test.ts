import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSides } from '../../src/summary/compare.ts';
import { rankUnits } from '../../src/summary/rank.ts';
import type { Counts } from '../../src/summary/summarise.ts';
import { words } from '../../src/summary/wording.ts';

const counts = (total: number, done: number, more: Partial<Counts> = {}): Counts => ({
  total,
  done,
  inProgress: total - done,
  notStarted: 0,
  blocked: 0,
  extension: 0,
  noReport: 0,
  overdue: 0,
  rate: total > 0 ? done / total : null,
  ...more,
});

const unit = (unitId: string, lead: Counts, coop = counts(0, 0)) => ({ unitId, lead, coop });

const UNITS = [
  unit('三分之二', counts(3, 2)),
  unit('全完成', counts(4, 4)),
  unit('也全完成', counts(1, 1)),
  unit('没开口', counts(2, 0, { inProgress: 0, noReport: 2, overdue: 1 })),
  unit('一半', counts(2, 1, { overdue: 1 })),
  unit('只配合', counts(0, 0), counts(2, 1)),
];

const places = (of: Partial<Parameters<typeof rankUnits>[1]>) =>
  rankUnits(UNITS, { measure: 'rate', role: 'lead', order: 'best', ...of }).ranked.map(
    (r) => `${r.place}${r.unitId}`,
  );

describe('ranking units', () => {
  test('units that are equal share a place, and the next place is left out', () => {
    expect(places({})).toEqual(['1全完成', '1也全完成', '3三分之二', '4一半']);
  });

  test('asked from the other end, the last is first', () => {
    expect(places({ order: 'worst' })).toEqual(['1一半', '2全完成', '2也全完成']);
  });

  test('nobody is last who is not behind; below a bound are all that are', () => {
    const of = { measure: 'rate', role: 'lead', order: 'worst' } as const;
    expect(rankUnits(UNITS, of).early).toEqual(['三分之二']);
    expect(places({ order: 'worst', byBound: true })).toContain('2三分之二');
  });

  test('so many places are kept, however many units share them', () => {
    expect(places({ limit: 1 })).toEqual(['1全完成', '1也全完成']);
  });

  test('a unit that has said nothing has no place by completion and is named apart', () => {
    const { silent } = rankUnits(UNITS, { measure: 'rate', role: 'lead', order: 'worst' });
    expect(silent).toEqual(['没开口']);
  });

  test('most overdue are those that have any, the silent too', () => {
    expect(places({ measure: 'overdue', order: 'worst' })).toEqual(['1没开口', '1一半']);
  });

  test('what units help with is ranked by itself', () => {
    expect(places({ role: 'coop' })).toEqual(['1只配合']);
  });

  test('a higher place never stands for a lower rate', () => {
    const any = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => counts(a + b, a));
    fc.assert(
      fc.property(
        fc.array(any),
        fc.constantFrom('best' as const, 'worst' as const),
        (all, order) => {
          const of = { measure: 'rate', role: 'lead', order } as const;
          const { ranked } = rankUnits(
            all.map((c, i) => unit(String(i), c)),
            of,
          );
          const rates = ranked.map((r) => r.counts.done / r.counts.total);
          const sorted = rates.toSorted((a, b) => (order === 'best' ? b - a : a - b));
          expect(rates).toEqual(sorted);
          for (const [i, r] of ranked.entries())
            expect(r.place).toBe(rates.indexOf(rates[i] ?? -1) + 1);
        },
      ),
    );
  });
});

describe('holding two sides against each other', () => {
  const rows = compareSides([
    { name: '3月', counts: counts(3, 2, { overdue: 1 }) },
    { name: '2月', counts: counts(4, 4) },
  ]);
  const row = (figure: string) => rows.find((r) => r.figure === figure);

  test('counts differ in tasks, rates in points of a percent', () => {
    expect(row('total')).toMatchObject({ values: [3, 4], difference: -1 });
    expect(row('done')).toMatchObject({ difference: -2 });
    expect(row('rate')).toMatchObject({ difference: -33.3 });
  });

  test('rounded once, from the counts: 1 of 7 and 4 of 7 are 42.9 points apart', () => {
    const [november, october] = [counts(7, 1), counts(7, 4)];
    const sides = [november, october].map((c, i) => ({ name: `${11 - i}月`, counts: c }));
    expect(compareSides(sides)[2]).toMatchObject({ difference: -42.9 });
    expect(words.compared('10月', november, october)).toBe(
      '完成率与10月（57.1%）相比低 42.9 个百分点。',
    );
  });

  test('before anything of a month is done or overdue, nothing is held against the month before', () => {
    expect(words.compared('11月', counts(9, 0), counts(7, 4))).toBe('');
    expect(words.compared('11月', counts(9, 0, { overdue: 1 }), counts(7, 4))).toContain('低');
  });

  test('a side without tasks has no rate, and nothing is subtracted from it', () => {
    const [, , rate] = compareSides([
      { name: '3月', counts: counts(0, 0) },
      { name: '2月', counts: counts(4, 4) },
    ]);
    expect(rate).toEqual({ figure: 'rate', values: [null, 1], difference: null });
  });

  test('states that nobody has are left out, and three sides have no difference', () => {
    expect(row('blocked')).toBeUndefined();
    const three = compareSides([1, 2, 3].map((n) => ({ name: `${n}月`, counts: counts(n, 1) })));
    expect(three.every((r) => r.difference === null)).toBe(true);
  });
});
