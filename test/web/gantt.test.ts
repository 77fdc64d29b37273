import { expect, test } from 'vitest';
import { spanOf } from '../../src/web/gantt.ts';

test.each([
  ['a task of one month stands in it', [3], null, '2026-03-31', 3, 3],
  ['a task with a later date of its own reaches to that month', [3], null, '2026-05-20', 3, 5],
  ['a task that begins earlier starts there', [6], '2026-02-01', '2026-06-30', 2, 6],
  ['a task that began last year starts in January', [6], '2025-11-01', '2026-06-30', 1, 6],
  ['a start after its last month is not believed', [3], '2026-08-01', '2026-03-31', 3, 3],
  ['work of the whole year covers it', [3, 6, 9, 12], null, '2026-12-31', 1, 12],
  [
    'work of the whole year with a start begins there',
    [3, 6, 9, 12],
    '2026-04-01',
    '2026-12-31',
    4,
    12,
  ],
  ['a date in the next year ends with December', [3, 6, 9, 12], null, '2027-06-30', 1, 12],
  ['months in a row are one bar', [4, 5, 6], null, '2026-06-30', 4, 6],
])('%s', (_, months, startOn, dueOn, from, to) => {
  expect(spanOf({ months, startOn, dueOn }, 2026)).toEqual({ from, to });
});
