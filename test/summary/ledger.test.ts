import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { insertReports } from '../../src/progress/queries.ts';
import { STATUSES } from '../../src/progress/report.ts';
import { countedStatus } from '../../src/progress/task-status.ts';
import { type Figures, loadFigures, loadLedger } from '../../src/summary/load.ts';
import { type Line, summarise } from '../../src/summary/summarise.ts';
import { upsertPerson } from '../../src/units/people-queries.ts';
import { rolledBack } from '../support/db.ts';
import { publish, task } from '../support/plan-fixture.ts';

const UNITS = ['发改局', '统计局', '税务局', '开发区'];

const unit = fc.constantFrom(...UNITS);

/** A plan as the office has it and what units said of it: corrections, withdrawn words, words not agreed to yet. */
const plan = fc.array(
  fc.record({
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    leads: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }),
    coops: fc.uniqueArray(unit, { maxLength: 2 }),
    said: fc.array(
      fc.record({
        unit,
        status: fc.constantFrom(...STATUSES),
        decision: fc.constantFrom('waiting', 'agreed', 'refused', null),
        minute: fc.integer({ min: 0, max: 3 }),
        withdrawn: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

const AT = Date.parse('2026-06-01T01:00:00Z');

test('the figures from the database are those of the rules over everything that was said', () =>
  fc.assert(
    fc.asyncProperty(
      plan,
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      async (tasks, picked) => {
        await rolledBack(async (db) => {
          const months = picked.toSorted((a, b) => a - b);
          await publish(
            db,
            '2026-01-10T09:00:00+08:00',
            tasks.map((t, i) =>
              task(t.month, `第${i + 1}件事`, {
                seq: i + 1,
                leadUnits: t.leads,
                coopUnits: t.coops,
              }),
            ),
          );
          const whole = await loadLedger(db, 2026, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
          const said = await say(db, whole, tasks);
          const today = '2026-06-15';
          // What holds, found the plain way: the newest that was not withdrawn.
          const expected: Line[] = whole.lines.map((l) => ({
            ...l,
            reports: new Map(
              UNITS.flatMap((name) => {
                const unitId = idOf(whole, name);
                const last = said
                  .filter(
                    (r) =>
                      r.occurrenceId === l.occurrenceId && r.unitId === unitId && !r.withdrawnAt,
                  )
                  .sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime() || a.no - b.no)
                  .at(-1);
                return last ? [[unitId, countedStatus(last)] as const] : [];
              }),
            ),
          }));
          const figures = await loadFigures(db, 2026, months);
          const ledger = await loadLedger(db, 2026, months);
          const asked = expected.filter((l) => l.months.some((m) => months.includes(m)));
          expect(summarise(figures.lines, months, today)).toEqual(summarise(asked, months, today));
          expect(summarise(ledger.lines, months, today)).toEqual(summarise(asked, months, today));
          for (const name of UNITS)
            expect(summarise(figures.lines, months, today, idOf(whole, name))).toEqual(
              summarise(asked, months, today, idOf(whole, name)),
            );
        });
      },
    ),
    { numRuns: 40 },
  ));

const idOf = ({ units }: Figures, name: string) =>
  [...units.values()].find((u) => u.name === name)?.id ?? '';

async function say(
  db: Db,
  ledger: Awaited<ReturnType<typeof loadLedger>>,
  tasks: {
    said: {
      unit: string;
      status: (typeof STATUSES)[number];
      decision: 'waiting' | 'agreed' | 'refused' | null;
      minute: number;
      withdrawn: boolean;
    }[];
  }[],
) {
  const person = await upsertPerson(db, { id: randomUUID(), openId: 'ou_somebody', name: '某人' });
  const rows = tasks.flatMap((t, i) => {
    const occurrenceId = [...ledger.items.values()].find(
      (item) => item.seq === i + 1,
    )?.occurrenceId;
    return t.said.flatMap((s, no) => {
      const unitId = idOf(ledger, s.unit);
      if (!occurrenceId || !unitId) return [];
      return [
        {
          id: randomUUID(),
          batchId: randomUUID(),
          occurrenceId,
          unitId,
          role: 'lead' as const,
          status: s.status,
          decision: s.decision,
          via: 'text' as const,
          reportedBy: person.id,
          reportedAt: new Date(AT + s.minute * 60_000),
          no,
          withdrawnAt: s.withdrawn ? new Date(AT) : null,
        },
      ];
    });
  });
  await insertReports(db, rows);
  return rows;
}

test('an open group whose members nobody has decided is no unit that could be behind', () =>
  rolledBack(async (db) => {
    await publish(db, '2026-01-10T09:00:00+08:00', [
      task(3, '摸排停产企业', { coopUnits: ['统计局', '相关部门'] }),
    ]);
    const ledger = await loadLedger(db, 2026, [3]);
    const { silentUnits, byUnit, units } = summarise(ledger.lines, [3], '2026-03-20');
    const nameOf = (id: string) => ledger.units.get(id)?.name;
    expect(silentUnits.map(nameOf)).toEqual(['发改局', '统计局']);
    expect(byUnit.map((u) => nameOf(u.unitId))).toEqual(['发改局', '统计局']);
    expect(units).toBe(2);
  }));
