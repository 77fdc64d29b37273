import { expect, test } from 'vitest';
import type { Intent, ProgressQuery } from '../../src/intent/intent.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { COUNTY } from './county.ts';

/** Asks one after another, each with the question before it, and gives what the last one was taken for. */
function lastOf(...texts: string[]): Intent {
  let previous: ProgressQuery | undefined;
  let intent: Intent = { kind: 'help' };
  for (const text of texts) {
    intent = recognise({
      text,
      refDate: '2022-06-15',
      units: COUNTY,
      ...(previous && { previous }),
    });
    if (intent.kind === 'progress') previous = intent.query;
  }
  return intent;
}

const ROWS: [string[], Partial<ProgressQuery>][] = [
  [['3月进度', '那高新区呢'], { kind: 'unit_detail', months: [3], units: ['高新区'] }],
  [['3月进度', '为什么只有这么点完成'], { kind: 'list', months: [3], status: 'not_done' }],
  [['3月进度', '怎么才完成这么几项'], { months: [3] }],
  [['3月进度', '困难是哪些'], { kind: 'list', months: [3], status: 'blocked' }],
  [['3月进度', '主要难点在哪'], { kind: 'list', months: [3], status: 'blocked' }],
  [
    ['3月进度', '谁说的'],
    { kind: 'list', months: [3], reported: { from: '2022-03-01', to: '2022-06-15' } },
  ],
  [
    ['3月进度', '为什么只有这么点完成', '困难是哪些', '谁报的', '只看高新区'],
    { months: [3], units: ['高新区'] },
  ],
  [['3月进度', '上个月呢'], { kind: 'summary', months: [5], units: [] }],
  [['3月进度', '那二季度'], { kind: 'summary', months: [4, 5, 6] }],
  [['3月进度', '高新区'], { kind: 'unit_detail', months: [3], units: ['高新区'] }],
  [['3月进度', '没完成的呢'], { kind: 'list', months: [3], status: 'not_done' }],
  [['3月进度', '未完成'], { kind: 'list', months: [3], status: 'not_done' }],
  [['3月进度', '逾期的有哪些'], { kind: 'list', months: [3], status: 'overdue' }],
  [['3月进度', '牵头的呢'], { months: [3], role: 'lead' }],
  [['3月进度', '排个名'], { kind: 'ranking', months: [3], order: 'best' }],
  [['3月进度', '谁最慢'], { kind: 'ranking', months: [3], order: 'worst' }],
  [['3月进度', '导出来'], { kind: 'export', months: [3], format: 'xlsx' }],
  [['3月进度', '发我一份word'], { kind: 'export', months: [3], format: 'docx' }],
  [['3月进度', '跟上个月比呢'], { kind: 'compare', months: [2, 3] }],
  [
    ['2021年3月排名', '和去年同期比'],
    {
      kind: 'compare',
      compare: [
        { year: 2021, months: [3] },
        { year: 2020, months: [3] },
      ],
    },
  ],
  [
    ['5月进度', '跟上个月比呢'],
    {
      kind: 'compare',
      months: [4, 5],
      compare: [
        { year: 2022, months: [5] },
        { year: 2022, months: [4] },
      ],
    },
  ],
  [
    ['一季度进度', '环比呢'],
    {
      kind: 'compare',
      compare: [
        { year: 2022, months: [1, 2, 3] },
        { year: 2021, months: [10, 11, 12] },
      ],
    },
  ],
  [
    ['一季度进度', '同比呢'],
    {
      kind: 'compare',
      months: [1, 2, 3],
      compare: [
        { year: 2022, months: [1, 2, 3] },
        { year: 2021, months: [1, 2, 3] },
      ],
    },
  ],
  [['统计局这块呢', '财政局呢'], { kind: 'unit_detail', units: ['财政局'] }],
  [['统计局5月怎么样', '4月呢'], { kind: 'unit_detail', units: ['统计局'], months: [4] }],
  [['统计局这块呢', '配合的呢'], { units: ['统计局'], role: 'coop' }],
  [['统计局5月怎么样', '全县的呢'], { kind: 'summary', units: [], months: [5] }],
  [
    ['统计局这块呢', '跟财政局比呢'],
    {
      kind: 'compare',
      units: ['统计局', '财政局'],
      compare: [{ units: ['统计局'] }, { units: ['财政局'] }],
    },
  ],
  [['工信局还有哪些没完成', '高新区呢'], { kind: 'list', units: ['高新区'], status: 'not_done' }],
  [
    ['工信局还有哪些没完成', '逾期的呢', '牵头的呢', '5月的'],
    { kind: 'list', units: ['工信局'], status: 'overdue', role: 'lead', months: [5] },
  ],
  [
    ['上半年逾期的', '有多少项'],
    { kind: 'summary', status: 'overdue', months: [1, 2, 3, 4, 5, 6] },
  ],
  [['上半年逾期的', '只看财政局的'], { kind: 'list', status: 'overdue', units: ['财政局'] }],
  [['上半年逾期的', '换成林业局'], { kind: 'list', status: 'overdue', units: ['林业局'] }],
  [['二季度各单位排名', '倒数的呢'], { kind: 'ranking', months: [4, 5, 6], order: 'worst' }],
  [['二季度各单位排名', '一季度呢'], { kind: 'ranking', months: [1, 2, 3], order: 'best' }],
  [['二季度各单位排名', '高新区呢'], { kind: 'unit_detail', units: ['高新区'], months: [4, 5, 6] }],
  [['高企申报到哪一步了', '谁牵头的'], { kind: 'task_detail', topic: '高企申报' }],
  [['高企申报到哪一步了', '那绿色工厂呢'], { kind: 'task_detail', topic: '绿色工厂' }],
  [['对比一下二季度和一季度', '三季度呢'], { kind: 'summary', months: [7, 8, 9] }],
  [['二季度各单位排名', '反过来'], { kind: 'ranking', months: [4, 5, 6], order: 'worst' }],
  [['3月谁最慢', '倒过来排'], { kind: 'ranking', months: [3], order: 'best' }],
  [
    ['对比一下二季度和一季度', '反过来'],
    { kind: 'compare', compare: [{ months: [1, 2, 3] }, { months: [4, 5, 6] }] },
  ],
  [['一季度逾期的有哪些', '按月份分'], { kind: 'summary', months: [1, 2, 3], status: null }],
  [['工信局没完成的有哪些', '为啥'], { kind: 'list', units: ['工信局'], status: 'not_done' }],
  [['上半年逾期的', '为什么'], { kind: 'list', status: 'overdue' }],
  [['3月进度', '为什么没完成'], { kind: 'list', months: [3], status: 'not_done' }],
  [['高企申报到哪一步了', '为啥'], { kind: 'task_detail', topic: '高企申报' }],
  [['3月谁最慢', '哪个月任务最多'], { kind: 'ranking', ofMonths: true, months: null }],
  [['工信局第1项怎么样', '上个月呢'], { kind: 'unit_detail', months: [5], units: ['工信局'] }],
  [['工信局第1项怎么样', '3月进度'], { kind: 'summary', months: [3], units: [] }],
  [['工信局第1项怎么样', '5月份完成得怎么样'], { kind: 'summary', months: [5], units: [] }],
  [['工信局没完成的有哪些', '3月进度'], { kind: 'summary', months: [3], units: [] }],
  [['高企申报到哪一步了', '3月进度'], { kind: 'summary', months: [3] }],
  [['高企申报到哪一步了', '7月能完成吗'], { kind: 'task_detail', topic: '高企申报', months: [7] }],
  [['工信局5月进度', '那3月呢'], { kind: 'unit_detail', months: [3], units: ['工信局'] }],
  [['3月进度', '工信局一季度完成情况怎么样'], { units: ['工信局'], months: [1, 2, 3] }],
];

test.each(ROWS)(
  'after the earlier question the next one changes only its slot: %j',
  (texts, query) => {
    expect(lastOf(...texts)).toMatchObject({ kind: 'progress', query });
  },
);

test.each([
  [['财政局全年情况', '还有哪些问题没解决'], 'blocked'],
  [['财政局情况', '有哪些困难'], 'blocked'],
  [['财政局还有哪些没完成', '逾期的有哪些'], 'overdue'],
  [['财政局情况', '有没有困难'], 'blocked'],
  [['财政局情况', '有什么困难呢'], 'blocked'],
] as const)(
  'a question that stands by itself is about the county, not the unit before: %j',
  (texts, status) => {
    expect(lastOf(...texts)).toMatchObject({ query: { kind: 'list', units: [], status } });
  },
);

const OVERDUE = '逾期的有多少项';
const ranked: Partial<ProgressQuery> = { kind: 'ranking', units: [] };
test.each<[string[], Partial<ProgressQuery>]>([
  [[OVERDUE, '逾期最多的单位'], { ...ranked, status: 'overdue', order: 'worst' }],
  [[OVERDUE, '逾期最少的单位'], { ...ranked, status: 'overdue', order: 'best' }],
  [[OVERDUE, '谁最多'], { ...ranked, status: 'overdue', order: 'worst' }],
  [['逾期最多的单位', '完成率最高的单位'], { ...ranked, status: null, order: 'best' }],
  [['逾期最多的单位', '完成最多的单位'], { ...ranked, status: null, order: 'best' }],
  [['逾期最多的单位', '进度最慢的单位'], { ...ranked, status: null, order: 'worst' }],
])('a ranking that names its measure takes none from the question before: %j', (texts, query) => {
  expect(lastOf(...texts)).toMatchObject({ query });
});

test.each([
  ['5月进度', '全县完成率'],
  ['财政局5月进度', '总的完成情况'],
  ['逾期的有哪些', '全县进度'],
  ['逾期的有哪些', '那全县完成率呢'],
])('the whole county is asked without unit, month or state of %s: %s', (...texts) => {
  const whole = { kind: 'summary', units: [], months: null, status: null };
  expect(lastOf(...texts)).toMatchObject({ query: whole });
});

test.each<[string[], Partial<ProgressQuery>]>([
  [['超期排名', '谁最慢'], { kind: 'ranking', status: null, order: 'worst' }],
  [['超期的有哪些', '谁拖后腿'], { kind: 'ranking', status: null, order: 'worst' }],
  [['超期排名', '那谁最慢'], { kind: 'ranking', status: 'overdue', order: 'worst' }],
  [['超期排名', '谁最慢呢'], { kind: 'ranking', status: 'overdue', order: 'worst' }],
  [['超期排名', '倒数三名'], { kind: 'ranking', status: 'overdue', limit: 3 }],
])('who is slow is asked of all work, unless the words point back: %j', (texts, query) => {
  expect(lastOf(...texts)).toMatchObject({ query });
});

const MAY = { months: [5] };
const OPEN = '5月没完成的有哪些';
test.each<[string[], Partial<ProgressQuery>]>([
  [['5月进度', '那上个月呢'], { kind: 'summary', months: [4] }],
  [['一季度进度', '上个季度呢'], { kind: 'summary', year: 2021, months: [10, 11, 12] }],
  [['5月进度', '去掉高新区'], { ...MAY, kind: 'summary', units: [], except: ['高新区'] }],
  [['5月各单位排名', '高新区除外'], { ...MAY, kind: 'ranking', except: ['高新区'] }],
  [[OPEN, '除了高新区和财政局'], { ...MAY, kind: 'list', except: ['高新区', '财政局'] }],
  [[OPEN, '不含高新区', '超期的呢'], { ...MAY, status: 'overdue', except: ['高新区'] }],
  [['高新区5月进度', '其他单位呢'], { ...MAY, units: [], except: ['高新区'] }],
  [['高新区5月进度', '加上财政局'], { ...MAY, kind: 'summary', units: ['高新区', '财政局'] }],
  [['高新区5月进度', '财政局也看看'], { ...MAY, kind: 'unit_detail', units: ['财政局'] }],
  [['5月进度', '只看镇里的'], { ...MAY, kind: 'summary', towns: 'only' }],
  [[OPEN, '各镇呢'], { ...MAY, kind: 'list', status: 'not_done', towns: 'only' }],
  [['各镇5月进展怎么样'], { ...MAY, kind: 'summary', towns: 'only' }],
  [[OPEN, '不算镇里的'], { ...MAY, kind: 'list', status: 'not_done', towns: 'except' }],
  [[OPEN, '县直部门呢'], { ...MAY, kind: 'list', status: 'not_done', towns: 'except' }],
  [['5月各单位排名', '镇里谁最差'], { ...MAY, kind: 'ranking', towns: 'only', order: 'worst' }],
  [['5月进度', '按牵头单位分'], { ...MAY, kind: 'ranking', status: null }],
  [[OPEN, '按单位分一下'], { ...MAY, kind: 'ranking', status: 'not_done', order: 'worst' }],
  [[OPEN, '最久的'], { ...MAY, kind: 'list', status: 'not_done', longest: true }],
  [['高新区5月进度', '什么时候能完成'], { ...MAY, units: ['高新区'], status: null }],
])('a follow-up written by thumb changes what it says and no more: %j', (texts, query) => {
  expect(lastOf(...texts)).toMatchObject({ query });
});

test('a task that speaks of towns is no question about towns, nor 除了 of a state one about units', () => {
  expect(lastOf('镇级工业园建设进展怎么样')).not.toHaveProperty('query.towns');
  expect(lastOf('除了完成的还有哪些')).not.toHaveProperty('query.except');
});

test('words that point at the unit before keep it', () => {
  for (const text of ['其中有哪些困难', '那有哪些逾期的', '逾期的', '它还有哪些没完成'])
    expect(lastOf('财政局情况', text)).toMatchObject({ query: { units: ['财政局'] } });
});

test('a number is not looked for in the words of the question before', () => {
  const asked = lastOf('高企申报到哪一步了', '财政局第1项情况');
  expect(asked).toMatchObject({ query: { kind: 'task_detail', taskNo: 1, units: ['财政局'] } });
  expect(asked).not.toHaveProperty('query.topic');
});

test('a number after a list is the list’s, after a month the month’s', () => {
  const asked = { kind: 'task_detail', taskNo: 1, units: [] };
  for (const text of ['谁负责第1项', '第1项怎么样了'])
    expect(lastOf('财政局全年任务清单', text)).toMatchObject({ query: { ...asked, months: null } });
  expect(lastOf('4月第2项怎么样了', '第1项怎么样了')).toMatchObject({
    query: { ...asked, months: [4] },
  });
});

test('why something is not finished is asked of what was shown', () => {
  expect(lastOf('财政局情况', '为什么没完成')).toMatchObject({ query: { units: ['财政局'] } });
});

test.each([
  [['3月进度', '第2项已完成'], 'report'],
  [['3月进度', '已完成'], 'report'],
  [['3月进度', '高企奖多少'], 'policy'],
  [['3月进度', '好的谢谢'], 'chat'],
  [['3月进度', '收到'], 'chat'],
  [['3月进度', '帮助'], 'help'],
  [['3月进度', '催一下'], 'admin'],
  [['3月进度', '撤销'], 'admin'],
  [['高企奖多少', '要什么条件'], 'policy'],
] as const)('what does not go on from the question is taken for itself: %j', (texts, kind) => {
  expect(lastOf(...texts).kind).toBe(kind);
});

test('without a question before it, a fragment asks in full', () => {
  expect(lastOf('那高新区呢')).toMatchObject({ query: { kind: 'unit_detail', units: ['高新区'] } });
  expect(lastOf('上个月呢')).toMatchObject({ query: { kind: 'summary', months: [5] } });
  expect(lastOf('配合的呢')).toMatchObject({ query: { kind: 'list', role: 'coop' } });
});

test.each([
  ['这些奖励怎么申请', 'policy'],
  ['这两家企业能申报专精特新吗', 'policy'],
])('behind an answer on several units, %s speaks of no unit', (text, kind) => {
  const intent = lastOf('3月高新区和财政局的进度', text);
  expect(intent.kind).toBe(kind);
  expect(intent).not.toMatchObject({ question: expect.stringContaining('他们') });
});
