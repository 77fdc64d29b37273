import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUSES, type Status } from '../../src/progress/report.ts';
import { type Line, summarise } from '../../src/summary/summarise.ts';
import { percent } from '../../src/summary/wording.ts';

const line = (
  taskId: string,
  leads: string[],
  coops: string[],
  reports: Record<string, Status>,
  more: Partial<Line> = {},
): Line => ({
  taskId,
  occurrenceId: `${taskId}-0`,
  months: [3],
  dueOn: '2026-03-31',
  leads,
  coops,
  reports: new Map(Object.entries(reports)),
  ...more,
});

const DAY = '2026-03-20';

test('a task is done when a lead said so and no other lead says otherwise', () => {
  const total = (reports: Record<string, Status>) =>
    summarise([line('a', ['甲局', '乙局'], ['丙局'], reports)], [3], DAY);
  expect(total({ 甲局: 'done' }).done).toBe(1);
  expect(total({ 甲局: 'done', 乙局: 'in_progress' })).toMatchObject({ done: 0, inProgress: 1 });
  expect(total({ 甲局: 'in_progress', 乙局: 'blocked' })).toMatchObject({ blocked: 1 });
});

test('a cooperating unit’s word never finishes the task, and is counted apart', () => {
  const s = summarise([line('a', ['甲局'], ['丙局'], { 丙局: 'done' })], [3], DAY);
  expect(s).toMatchObject({ total: 1, done: 0, noReport: 1 });
  expect(s.byUnit.find((u) => u.unitId === '丙局')?.coop).toMatchObject({ total: 1, done: 1 });
});

test('the county counts a joint task once, each of its leads has it', () => {
  const s = summarise([line('a', ['甲局', '乙局'], [], { 甲局: 'done' })], [3], DAY);
  expect(s.total).toBe(1);
  expect(s.byUnit.map((u) => u.lead.total)).toEqual([1, 1]);
});

test('a task is overdue from the day after its date', () => {
  const lines = [line('a', ['甲局'], [], {})];
  expect(summarise(lines, [3], '2026-03-31').overdue).toBe(0);
  expect(summarise(lines, [3], '2026-04-01').overdue).toBe(1);
});

test('silence is never progress: who said nothing is named as silent', () => {
  const s = summarise(
    [line('a', ['甲局'], ['丙局'], { 甲局: 'done' }), line('b', ['乙局'], [], {})],
    [3],
    DAY,
  );
  expect(s.silentUnits).toEqual(['丙局', '乙局']);
  expect(s).toMatchObject({ total: 2, done: 1, noReport: 1, rate: 0.5 });
});

test('a rate is rounded when it is shown, and not before: 6 of 11 are 54.5%', () => {
  const lines = Array.from({ length: 11 }, (_, i) =>
    line(`${i}`, ['甲局'], [], i < 6 ? { 甲局: 'done' } : {}),
  );
  expect(percent(summarise(lines, [3], DAY).rate)).toBe('54.5%');
});

test('a task that recurs is done in a quarter only when each of its times is', () => {
  const times = [1, 2, 3].map((m) =>
    line('a', ['甲局'], [], m < 3 ? { 甲局: 'done' } : {}, {
      occurrenceId: `a-${m}`,
      months: [m],
      dueOn: `2026-0${m}-28`,
    }),
  );
  const s = summarise(times, [1, 2, 3], DAY);
  expect(s).toMatchObject({ total: 1, done: 0, inProgress: 1 });
  expect(s.byMonth.map((m) => [m.month, m.done])).toEqual([
    [1, 1],
    [2, 1],
    [3, 0],
  ]);
});

test('counts always add up to the total, whatever was reported', () => {
  const units = ['甲局', '乙局', '丙局', '丁镇'];
  const some = fc.subarray(units, { minLength: 1 });
  const arb = fc.array(
    fc.record({
      task: fc.integer({ min: 0, max: 5 }),
      leads: some,
      coops: fc.subarray(units),
      reports: fc.dictionary(fc.constantFrom(...units), fc.constantFrom(...STATUSES)),
      month: fc.integer({ min: 1, max: 12 }),
    }),
  );
  fc.assert(
    fc.property(arb, (rows) => {
      const lines = rows.map((r, i) =>
        line(`t${r.task}`, r.leads, r.coops, r.reports, {
          occurrenceId: `o${i}`,
          months: [r.month],
          dueOn: `2026-${String(r.month).padStart(2, '0')}-15`,
        }),
      );
      const s = summarise(lines, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], DAY);
      for (const c of [s, ...s.byMonth, ...s.byUnit.flatMap((u) => [u.lead, u.coop])]) {
        const sum = c.done + c.inProgress + c.notStarted + c.blocked + c.extension + c.noReport;
        expect(sum).toBe(c.total);
        expect(c.overdue).toBeLessThanOrEqual(c.total - 0);
      }
      expect(s.total).toBe(new Set(lines.map((l) => l.taskId)).size);
    }),
  );
});
