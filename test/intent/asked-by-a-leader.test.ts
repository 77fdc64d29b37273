import { expect, test } from 'vitest';
import { readBack } from './county.ts';

/** Asked on Wednesday 15 June 2022. */
const TODAY = '2022-06-15';
const TO_JUNE = [1, 2, 3, 4, 5, 6];

test.each([
  ['截至昨天全县完成率', { kind: 'summary', months: TO_JUNE }],
  ['目前整体什么水平', { kind: 'summary' }],
  ['完成率过半的单位', { kind: 'ranking', bound: { side: 'from', rate: 0.5 } }],
  ['完成率没过半的单位有哪些', { kind: 'ranking', bound: { side: 'below', rate: 0.5 } }],
  ['不到三成的单位有哪些', { kind: 'ranking', bound: { side: 'below', rate: 0.3 } }],
  ['县委办县政府办一起牵头的任务', { kind: 'list', role: 'lead', units: ['县委办', '县政府办'] }],
  ['规上企业净增了几家', { kind: 'task_detail', topic: '规上企业' }],
  ['技改投资完成几成', { kind: 'task_detail', topic: '技改投资' }],
  ['亩均评价出结果没', { kind: 'task_detail', topic: '亩均评价' }],
  ['昨晚谁报的', { kind: 'list', reported: { from: '2022-06-14', to: '2022-06-14' } }],
  ['这周新报的进展', { kind: 'list', reported: { from: '2022-06-13', to: '2022-06-15' } }],
  ['现在小升规几家了', { kind: 'task_detail', topic: '小升规' }],
  ['奖补资金兑了多少', { kind: 'task_detail', topic: '奖补资金' }],
  ['厂房的任务有哪些', { kind: 'list', topic: '厂房' }],
  ['哪个月任务最多', { kind: 'ranking', ofMonths: true }],
  ['最忙的是哪个月', { kind: 'summary' }],
  ['平均每个单位几项', { kind: 'summary' }],
  ['最大的问题是什么', { kind: 'list', status: 'blocked' }],
  ['哪项最难', { kind: 'list', status: 'blocked' }],
  ['招商引资冲刺行动完成率多少', { kind: 'summary', topic: '招商引资冲刺行动' }],
])('%s', (text, query) => {
  expect(readBack(text, TODAY)).toMatchObject({ kind: 'progress', query });
});

test.each(['什么叫序时进度', '规上企业要新增几家', '小升规奖励多少', '技改投资目标多少'])(
  '%s is asked of the documents',
  (text) => {
    expect(readBack(text, TODAY)).toMatchObject({ kind: 'policy' });
  },
);
