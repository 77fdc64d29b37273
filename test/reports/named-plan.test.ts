import { expect, test } from 'vitest';
import { readNamedPlan } from '../../src/chat/reports/named-plan.ts';

const PLANS = [
  { id: 'road', title: '云岭县2026年工业经济重点工作任务明细表' },
  { id: 'bamboo', title: '云岭县2026年竹产业提质专项行动任务表' },
  { id: 'parts', title: '汽车零部件产业链三年行动方案年度任务清单' },
];

test.each([
  ['竹产业那个12月第1项完成了', 'bamboo', '12月第1项完成了'],
  ['竹产业提质行动的第三项还没动', 'bamboo', '第三项还没动'],
  ['汽车零部件方案里的第2条已办结', 'parts', '第2条已办结'],
  ['已完成工业经济明细表里第4项', 'road', '已完成第4项'],
  ['汽车零部件的都完成了', 'parts', '都完成了'],
  ['第2项（竹产业方案）完成了', 'bamboo', '第2项完成了'],
  ['第2项完成了，竹产业那个', 'bamboo', '第2项完成了'],
  ['第3条还没动，说的是汽车零部件清单', 'parts', '第3条还没动'],
  ['竹产业的第1项完成，竹产业的第2项没动', 'bamboo', '第1项完成，第2项没动'],
  ['竹产业那张表的第2项还没动', 'bamboo', '第2项还没动'],
  ['零部件那个方案第1项已办结', 'parts', '第1项已办结'],
  ['那份汽车零部件方案第1项已办结', 'parts', '那份第1项已办结'],
  ['竹产业的2：选址定了两处', 'bamboo', '2：选址定了两处'],
  ['方案里的第3项不归我们', 'parts', '第3项不归我们'],
  ['明细表里第4项已完成', 'road', '第4项已完成'],
])('%s names a plan', (text, planId, said) => {
  expect(readNamedPlan(text, PLANS)).toEqual({ kind: 'one', planId, said });
});

test('plans that are named with a number each are told apart', () => {
  expect(readNamedPlan('工业经济的第1项和竹产业的第2项都完成了', PLANS).kind).toBe('several');
});

test.each([
  '第1项已完成',
  '重点工作第1项已完成',
  '产业的第2项已完成',
  '本月任务第3项正在推进',
  '竹产业大会已开，企业都来了',
  '各乡镇都完成了',
  '第2项完成了，正在制定竹产业方案',
  '第2项（竹产业大会）已开',
  '我们那个第1项完成了',
  '昨天说的那个第2项已经好了',
  '12月清单第1项已完成',
  '这张表第2项已完成',
  '竹产业的2个项目都签了',
])('%s names none', (text) => {
  expect(readNamedPlan(text, PLANS)).toEqual({ kind: 'none', said: text });
});

test.each([
  '茶产业那个第1项完成了',
  '茶产业方案第1项完成了',
  '那张表的第2项还没动',
  '产业那个方案的第2项已完成',
  '计划里的第3项完成了',
])('%s speaks of a plan that its words do not tell', (text) => {
  expect(readNamedPlan(text, PLANS)).toEqual({ kind: 'unknown', said: text });
  expect(readNamedPlan(text, PLANS.slice(0, 1)).kind).toBe('none');
});
