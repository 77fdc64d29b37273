import type { ProgressKind } from './intent.ts';
import type { Slots } from './read-query.ts';

type Decision = { kind: ProgressKind; when: (s: Slots) => boolean; example: string };

/** What is asked, the surest sign first. */
export const DECISIONS: readonly Decision[] = [
  { kind: 'export', when: (s) => s.format !== undefined, example: '导出全年任务台账' },
  { kind: 'compare', when: (s) => s.comparison !== undefined, example: '3月跟4月比' },
  { kind: 'list', when: (s) => s.reports !== undefined, example: '昨天有哪些更新' },
  { kind: 'task_detail', when: (s) => s.taskNo !== undefined, example: '第3项怎么样了' },
  {
    kind: 'task_detail',
    when: (s) => s.topic !== undefined && s.cues.oneTask,
    example: '赛马考核谁负责',
  },
  { kind: 'ranking', when: (s) => s.ranking !== undefined, example: '谁拖后腿' },
  {
    kind: 'summary',
    when: (s) => s.topic !== undefined && s.cues.rate && !s.wholeCounty,
    example: '冲刺行动完成率多少',
  },
  {
    kind: 'task_detail',
    when: (s) => s.topic !== undefined && s.cues.task && !s.cues.list,
    example: '设计大赛评了没有',
  },
  {
    kind: 'list',
    when: (s) => s.topic !== undefined && s.cues.list,
    example: '和高企有关的任务有哪些',
  },
  {
    kind: 'task_detail',
    when: (s) => s.topic !== undefined && s.status === null,
    example: '5月的高企申报',
  },
  { kind: 'ranking', when: (s) => s.cues.units && s.status !== null, example: '一项没动的单位' },
  {
    kind: 'ranking',
    when: (s) => s.cues.units && s.topic === undefined && s.role === null && !s.cues.summary,
    example: '哪些单位要重点督办',
  },
  { kind: 'summary', when: (s) => s.status !== null && s.cues.howMuch, example: '完成了多少项' },
  { kind: 'list', when: (s) => s.status !== null, example: '上半年逾期的' },
  {
    kind: 'summary',
    when: (s) => s.cues.howMuch && s.role === null && s.units.length === 0 && !s.topic,
    example: '全年一共多少项任务',
  },
  { kind: 'list', when: (s) => s.cues.list, example: '下个月要干什么' },
  { kind: 'list', when: (s) => s.cues.howMany && s.role !== null, example: '牵头的有几项' },
  {
    kind: 'list',
    when: (s) => s.role !== null && !s.cues.summary && !s.cues.howMuch,
    example: '开发区配合的',
  },
  { kind: 'summary', when: (s) => s.role !== null, example: '县委办牵头的完成得怎么样' },
  { kind: 'unit_detail', when: (s) => s.units.length + s.strangers === 1, example: '统计局这块呢' },
];

export function decideKind(slots: Slots): ProgressKind {
  return DECISIONS.find(({ when }) => when(slots))?.kind ?? 'summary';
}
