import { expect, test } from 'vitest';
import { diffPlan } from '../../src/plan/diff.ts';
import type { ParsedTask } from '../../src/plan/plan.ts';

const task = (content: string, more: Partial<ParsedTask> = {}): ParsedTask => ({
  month: 3,
  seq: 1,
  content,
  leadUnits: ['发改局'],
  coopUnits: [],
  startOn: null,
  dueOn: null,
  recurrence: null,
  source: {},
  ...more,
});

const PLAN = [
  task('完成一季度工业运行分析，形成调度清单。'),
  task('组织开展企业技术改造项目摸底。'),
  task('做好安全生产专项检查。'),
];

test('the same document changes nothing', () => {
  const diff = diffPlan(PLAN, PLAN);
  expect(diff.same).toHaveLength(3);
  expect([...diff.changed, ...diff.added, ...diff.withdrawn]).toEqual([]);
});

test('a reworded task is the same task, a new one is added, a missing one withdrawn', () => {
  const diff = diffPlan(PLAN, [
    task('完成一季度工业运行分析，形成调度清单。', { leadUnits: ['统计局'] }),
    task('组织开展企业技术改造项目摸底和入库。'),
    task('召开银企对接会，落实贷款贴息政策。'),
  ]);
  expect(diff.changed.map((c) => [c.old.content, c.what])).toEqual([
    ['完成一季度工业运行分析，形成调度清单。', ['lead']],
    ['组织开展企业技术改造项目摸底。', ['content']],
  ]);
  expect(diff.added.map((a) => a.now.content)).toEqual(['召开银企对接会，落实贷款贴息政策。']);
  expect(diff.withdrawn.map((w) => w.content)).toEqual(['做好安全生产专项检查。']);
});

test('a task that stands in two months stays in its own month', () => {
  const twice = [
    task('报送月度统计报表。', { month: 3 }),
    task('报送月度统计报表。', { month: 6 }),
  ];
  const diff = diffPlan(twice, [...twice].reverse());
  expect(diff.same.map((s) => [s.old.month, s.now.month])).toEqual([
    [6, 6],
    [3, 3],
  ]);
});

test('a repeated deadline said in other words, or kept in another order, is no change', () => {
  const quarterly = task('报送运行分析。', {
    recurrence: { every: 'quarter', months: [3, 6, 9, 12], day: 20 },
  });
  const others: ParsedTask['recurrence'][] = [
    { day: 20, every: 'quarter' },
    { months: [12, 9, 6, 3], day: 20, every: 'quarter' },
    { every: 'year', months: [3, 6, 9, 12], day: 20 },
  ];
  for (const recurrence of others)
    expect(diffPlan([{ ...quarterly, recurrence }], [quarterly]).changed).toEqual([]);
});

test('another day, another month or the end of the rhythm is one', () => {
  const monthly = task('报送运行分析。', { recurrence: { every: 'month', day: 5 } });
  for (const recurrence of [
    { every: 'month' as const, day: 8 },
    { every: 'quarter' as const, day: 5 },
    { every: 'ongoing' as const },
    null,
  ])
    expect(diffPlan([monthly], [{ ...monthly, recurrence }]).changed[0]?.what).toEqual(['due']);
});
