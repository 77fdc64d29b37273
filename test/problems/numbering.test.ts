import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertProblem } from '../../src/problems/queries.ts';
import { units } from '../../src/units/tables.ts';
import { describeOnBoth } from '../support/databases.ts';

describeOnBoth('problems raised at once', ({ db }) => {
  test('have numbers that follow one another, and none fails', async () => {
    const [unit] = await db()
      .insert(units)
      .values({ id: randomUUID(), name: `单位${randomUUID()}`, kind: 'unit', position: 999 })
      .returning();
    const unitId = unit?.id ?? '';
    const raise = () =>
      db().transaction(async (tx) => {
        const row = await insertProblem(tx, {
          id: randomUUID(),
          year: 2031,
          content: '用地指标没有落实',
          unitId,
          raisedUnitId: unitId,
          raisedBy: 'somebody',
          raisedAt: new Date('2031-03-02T09:00:00+08:00'),
        });
        // The rest of the transaction takes its time: the number is taken and nobody else can see it.
        await tx.select().from(units);
        return row.no;
      });
    const numbers = await Promise.all(Array.from({ length: 12 }, raise));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });
});
