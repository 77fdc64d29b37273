import { expect, test } from 'vitest';
import { scheduleTask } from '../../src/plan/schedule.ts';

const schedule = (task: Partial<Parameters<typeof scheduleTask>[0]>) =>
  scheduleTask({ month: null, dueOn: null, recurrence: null, ...task }, 2026);

test('a task of a month falls due on its last working day', () => {
  expect(schedule({ month: 5 })).toEqual([{ months: [5], dueOn: '2026-05-29' }]);
  expect(schedule({ month: 2 })).toEqual([{ months: [2], dueOn: '2026-02-28' }]);
});

test('a task with a date of its own falls due on it', () => {
  expect(schedule({ month: 3, dueOn: '2026-03-20' })).toEqual([
    { months: [3], dueOn: '2026-03-20' },
  ]);
  expect(schedule({ dueOn: '2026-06-30' })).toEqual([{ months: [6], dueOn: '2026-06-30' }]);
});

test('work that runs all year is shown at each quarter’s end and due on 31 December', () => {
  const allYear = [{ months: [3, 6, 9, 12], dueOn: '2026-12-31' }];
  expect(schedule({ recurrence: { every: 'ongoing' } })).toEqual(allYear);
  expect(schedule({ recurrence: { every: 'year' } })).toEqual(allYear);
  expect(schedule({ dueOn: '2026-12-31' })).toEqual(allYear);
  expect(schedule({})).toEqual(allYear);
});

test('recurring work falls due in each of its months, on its day where one is named', () => {
  expect(schedule({ recurrence: { every: 'quarter', day: 20 } })).toEqual([
    { months: [3], dueOn: '2026-03-20' },
    { months: [6], dueOn: '2026-06-20' },
    { months: [9], dueOn: '2026-09-20' },
    { months: [12], dueOn: '2026-12-20' },
  ]);
  expect(schedule({ recurrence: { every: 'year', months: [5, 8] } }).map((s) => s.months)).toEqual([
    [5],
    [8],
  ]);
  expect(schedule({ recurrence: { every: 'month', day: 31 } })[1]?.dueOn).toBe('2026-02-28');
});

test('a plan over two years keeps its last date and is shown each quarter', () => {
  expect(schedule({ dueOn: '2027-12-31' })).toEqual([
    { months: [3, 6, 9, 12], dueOn: '2027-12-31' },
  ]);
});
