import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/plan/shown-text.ts';

const quarters = { every: 'year' as const, months: [3, 6] };
const steps = [
  { period: '一季度', text: '厂房封顶' },
  { period: '二季度', text: '设备安装' },
];

describe('a task is shown with what its words alone leave out', () => {
  test('the work it is part of', () => {
    const task = { content: '完成主体工程', title: '中医院迁建', recurrence: null };
    expect(shownText(task)).toBe('中医院迁建：完成主体工程');
    expect(shownText({ ...task, content: '完成中医院迁建主体工程' })).toBe(
      '完成中医院迁建主体工程',
    );
  });

  test('what is to be reached this time, and all of it where it comes but once', () => {
    const task = { content: '铜箔项目', recurrence: quarters, milestones: steps };
    expect(shownText(task, { year: 2026, months: [6] })).toBe('铜箔项目（二季度：设备安装）');
    expect(shownText(task)).toBe('铜箔项目（一季度：厂房封顶；二季度：设备安装）');
    expect(shownText({ ...task, recurrence: null }, { year: 2026, months: [12] })).toBe(
      '铜箔项目（一季度：厂房封顶；二季度：设备安装）',
    );
  });

  test('how much of it is to be reached', () => {
    const task = { content: '新增规上企业', recurrence: null, goal: '2026年目标：12家' };
    expect(shownText(task)).toBe('新增规上企业（2026年目标：12家）');
  });

  test('no ticks', () => {
    const ticked = [{ period: '3月', text: '√' }];
    expect(shownText({ content: '培训', recurrence: null, milestones: ticked })).toBe('培训');
  });
});
