import { expect, test } from 'vitest';
import { type Asked, askedIn, readBack } from './county.ts';

/** Rankings and comparisons. Asked on 15 June 2022 where no day stands at the end. */
const ROWS: Asked[] = [
  [
    '统计局和林业局谁做得好',
    {
      kind: 'compare',
      units: ['统计局', '林业局'],
      compare: [{ units: ['统计局'] }, { units: ['林业局'] }],
    },
  ],
  [
    '工信局和高新区比怎么样',
    {
      kind: 'compare',
      units: ['工信局', '高新区'],
      compare: [{ units: ['工信局'] }, { units: ['高新区'] }],
    },
  ],
  [
    '高新区跟工信局对比一下',
    {
      kind: 'compare',
      units: ['高新区', '工信局'],
      compare: [{ units: ['高新区'] }, { units: ['工信局'] }],
    },
  ],
  ['谁最慢', { kind: 'ranking', order: 'worst' }],
  ['哪个单位最快', { kind: 'ranking', order: 'best' }],
  ['哪个单位做得最差', { kind: 'ranking', order: 'worst' }],
  ['完成率前三名是哪几个单位', { kind: 'ranking', order: 'best', limit: 3 }],
  ['排名倒数的单位', { kind: 'ranking', order: 'worst' }],
  ['后三名是谁', { kind: 'ranking', order: 'worst', limit: 3 }],
  ['各单位排个名', { kind: 'ranking', order: 'best' }],
  ['上个月各单位进度排名', { kind: 'ranking', months: [5], order: 'best' }],
  ['谁掉队了', { kind: 'ranking', order: 'worst' }],
  ['哪些单位还没完成', { kind: 'ranking', status: 'not_done', order: 'worst' }],
  ['哪些单位有逾期', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['逾期最多的是哪个单位', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['谁逾期最多', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['二季度哪家干得最好', { kind: 'ranking', months: [4, 5, 6], order: 'best' }],
  ['哪个部门拖了后腿', { kind: 'ranking', order: 'worst' }],
  ['进度滞后的单位有哪些', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['完成率最低的三个单位', { kind: 'ranking', order: 'worst' }],
  [
    '本月和上月比怎么样',
    {
      kind: 'compare',
      months: [5, 6],
      compare: [
        { year: 2022, months: [6] },
        { year: 2022, months: [5] },
      ],
    },
  ],
  [
    '这个月比上个月进步了吗',
    {
      kind: 'compare',
      months: [5, 6],
      compare: [
        { year: 2022, months: [6] },
        { year: 2022, months: [5] },
      ],
    },
  ],
  [
    '二季度环比一季度',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '一季度和去年同期比',
    {
      kind: 'compare',
      months: [1, 2, 3],
      compare: [
        { year: 2022, months: [1, 2, 3] },
        { year: 2021, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '上半年同比怎么样',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
        { year: 2021, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
  ],
  [
    '环比上月',
    {
      kind: 'compare',
      months: [5, 6],
      compare: [
        { year: 2022, months: [6] },
        { year: 2022, months: [5] },
      ],
    },
  ],
  [
    '5月对比4月',
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
    '三季度比二季度好还是差',
    {
      kind: 'compare',
      months: [4, 5, 6, 7, 8, 9],
      compare: [
        { year: 2022, months: [7, 8, 9] },
        { year: 2022, months: [4, 5, 6] },
      ],
    },
    '2022-10-08',
  ],
  ['三季度哪些單位拖後腿', { kind: 'ranking', months: [7, 8, 9], order: 'worst' }, '2022-10-08'],
  ['哪些工作推进不力', { kind: 'ranking', status: 'blocked', order: 'worst' }],
  [
    '工信局和统计局谁完成得好',
    {
      kind: 'compare',
      units: ['工信局', '统计局'],
      compare: [{ units: ['工信局'] }, { units: ['统计局'] }],
    },
  ],
  [
    '高新区比工信局差多少',
    {
      kind: 'compare',
      units: ['高新区', '工信局'],
      compare: [{ units: ['高新区'] }, { units: ['工信局'] }],
    },
  ],
  [
    '对比一下高新区和政务服务中心的完成率',
    {
      kind: 'compare',
      units: ['高新区', '政务服务中心'],
      compare: [{ units: ['高新区'] }, { units: ['政务服务中心'] }],
    },
  ],
  [
    '5月和4月相比怎么样',
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
    '上半年跟去年同期比如何',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
        { year: 2021, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
    '2022-07-05',
  ],
  [
    '二季度有没有比一季度好',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
    '2022-07-05',
  ],
  [
    '这季度跟上季度比有什么变化',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '和上个月相比进展快了没有',
    {
      kind: 'compare',
      months: [5, 6],
      compare: [
        { year: 2022, months: [6] },
        { year: 2022, months: [5] },
      ],
    },
  ],
  [
    '一二季度完成率对比',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '比去年同期怎么样',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
        { year: 2021, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
  ],
  [
    '今年上半年和去年上半年对比',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
        { year: 2021, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
  ],
  ['排一下名', { kind: 'ranking', order: 'best' }],
  ['谁干得最好谁干得最差', { kind: 'ranking', order: 'worst' }],
  ['最不积极的单位是哪家', { kind: 'ranking', order: 'worst' }],
  ['哪个单位任务完成得最多', { kind: 'ranking', order: 'best' }],
  ['哪些单位走在前面', { kind: 'ranking', order: 'best' }],
  ['进度最靠后的三家单位', { kind: 'ranking', order: 'worst' }],
  [
    '上半年完成率垫底的',
    { kind: 'ranking', months: [1, 2, 3, 4, 5, 6], order: 'worst' },
    '2022-07-01',
  ],
  ['按完成率给各单位排序', { kind: 'ranking', order: 'best' }],
  ['5月份各单位任务完成率从高到低排一下', { kind: 'ranking', months: [5], order: 'best' }],
  ['哪几家单位进度偏慢', { kind: 'ranking', order: 'worst' }],
  ['谁家任务最重', { kind: 'ranking', order: 'best' }],
  ['没完成任务最多的是谁', { kind: 'ranking', status: 'not_done', order: 'worst' }],
  ['哪些单位全部完成了', { kind: 'ranking', status: 'done', order: 'best' }],
  ['逾期的单位有哪些', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['还有谁没完成任务', { kind: 'ranking', status: 'not_done', order: 'worst' }],
  ['几个单位没完成5月任务', { kind: 'ranking', months: [5], status: 'not_done', order: 'worst' }],
  ['谁卡住了', { kind: 'ranking', status: 'blocked', order: 'worst' }],
  ['排名', { kind: 'ranking', order: 'best' }],
  ['哪些單位進度落後', { kind: 'ranking', order: 'worst' }],
  [
    '二季度與一季度相比如何',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
  ],
  ['年初以来谁做得最好', { kind: 'ranking', months: [1, 2, 3, 4, 5, 6], order: 'best' }],
  [
    '上半年高新区跟工信局谁快',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      units: ['高新区', '工信局'],
      compare: [{ units: ['高新区'] }, { units: ['工信局'] }],
    },
    '2022-07-05',
  ],
  [
    '统计局比财政局好吗',
    {
      kind: 'compare',
      units: ['统计局', '财政局'],
      compare: [{ units: ['统计局'] }, { units: ['财政局'] }],
    },
  ],
  ['哪个月完成得最差', { kind: 'ranking', order: 'worst', ofMonths: true }],
  ['每个单位完成了多少', { kind: 'ranking', status: 'done', order: 'worst' }],
  ['各牵头单位5月完成率排名', { kind: 'ranking', months: [5], role: 'lead', order: 'best' }],
  ['牵头单位里谁最慢', { kind: 'ranking', role: 'lead', order: 'worst' }],
  ['配合单位里谁不积极', { kind: 'ranking', role: 'coop', order: 'worst' }],
  ['牵头任务完成率排名前五', { kind: 'ranking', role: 'lead', order: 'best', limit: 5 }],
  ['排在最后的是哪个单位', { kind: 'ranking', order: 'worst' }],
  ['谁是第一名', { kind: 'ranking', order: 'best' }],
  ['谁是倒数第一', { kind: 'ranking', order: 'worst', limit: 1 }],
  ['各单位谁快谁慢', { kind: 'ranking', order: 'worst' }],
  ['哪些单位做得好', { kind: 'ranking', order: 'best' }],
  ['哪些单位完成得不理想', { kind: 'ranking', order: 'worst' }],
  ['哪些部门工作不力', { kind: 'ranking', order: 'worst' }],
  [
    '完成率不到一半的单位',
    { kind: 'ranking', order: 'worst', bound: { side: 'below', rate: 0.5 } },
  ],
  ['表现好的单位有哪几个', { kind: 'ranking', order: 'best' }],
  ['一季度红黑榜', { kind: 'ranking', months: [1, 2, 3], order: 'worst' }],
  ['进度条最短的是谁', { kind: 'ranking', order: 'worst' }],
  ['任务最多的单位', { kind: 'ranking', order: 'best' }],
  ['工信局排第几', { kind: 'ranking', units: ['工信局'], order: 'best' }],
  ['高新区在全县排名多少', { kind: 'ranking', units: ['高新区'], order: 'best' }],
  ['哪些单位没有报进度', { kind: 'ranking', status: 'no_report', order: 'worst' }],
  ['还有谁没反馈', { kind: 'ranking', status: 'no_report', order: 'worst' }],
  [
    '上季度哪些单位拖后腿',
    { kind: 'ranking', year: 2022, months: [10, 11, 12], order: 'worst' },
    '2023-01-15',
  ],
  [
    '这个月和上个月比',
    {
      kind: 'compare',
      months: [1, 12],
      compare: [
        { year: 2023, months: [1] },
        { year: 2022, months: [12] },
      ],
    },
    '2023-01-20',
  ],
  ['本季度各单位完成率', { kind: 'ranking', months: [4, 5, 6], order: 'best' }],
  [
    '今年前三个季度谁完成得最差',
    { kind: 'ranking', months: [1, 2, 3, 4, 5, 6, 7, 8, 9], order: 'worst' },
    '2022-10-08',
  ],
  [
    '工信局上半年配合任务有没有拖后腿',
    {
      kind: 'ranking',
      months: [1, 2, 3, 4, 5, 6],
      units: ['工信局'],
      role: 'coop',
      order: 'worst',
    },
  ],
  [
    '三月和五月哪个完成得好',
    {
      kind: 'compare',
      months: [3, 5],
      compare: [
        { year: 2022, months: [5] },
        { year: 2022, months: [3] },
      ],
    },
  ],
  ['有几项逾期，都是谁的', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['排名靠后的几个单位', { kind: 'ranking', order: 'worst' }],
  ['谁做得最差', { kind: 'ranking', order: 'worst' }],
  ['谁最拖拉', { kind: 'ranking', order: 'worst' }],
  ['谁的进度最慢', { kind: 'ranking', order: 'worst' }],
  ['哪个局最给力', { kind: 'ranking', order: 'best' }],
  ['表现最好的三个单位', { kind: 'ranking', order: 'best' }],
  ['哪家完成率最高', { kind: 'ranking', order: 'best' }],
  ['哪家逾期最多', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['一季度完成率前五', { kind: 'ranking', months: [1, 2, 3], order: 'best', limit: 5 }],
  [
    '上半年完成率后五名',
    { kind: 'ranking', months: [1, 2, 3, 4, 5, 6], order: 'worst', limit: 5 },
    '2022-07-01',
  ],
  ['给各单位排排队', { kind: 'ranking', order: 'best' }],
  ['比一比各单位进度', { kind: 'ranking', order: 'best' }],
  ['哪些单位需要重点督办', { kind: 'ranking', order: 'worst' }],
  ['哪些单位落后了', { kind: 'ranking', order: 'worst' }],
  ['谁家干得不行', { kind: 'ranking', order: 'worst' }],
  ['完成情况排名，从差到好', { kind: 'ranking', order: 'worst' }],
  ['5月谁没完成任务', { kind: 'ranking', months: [5], status: 'not_done', order: 'worst' }],
  ['哪几个单位没动静', { kind: 'ranking', status: 'not_started', order: 'worst' }],
  ['哪些单位一项没完成', { kind: 'ranking', status: 'not_done', order: 'worst' }],
  [
    '二季度比一季度怎么样',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [4, 5, 6] },
        { year: 2022, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '这个月比上个月如何',
    {
      kind: 'compare',
      months: [5, 6],
      compare: [
        { year: 2022, months: [6] },
        { year: 2022, months: [5] },
      ],
    },
  ],
  [
    '和去年同期相比',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6],
      compare: [
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
        { year: 2021, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
  ],
  [
    '5月较4月有什么变化',
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
    '一季度同比',
    {
      kind: 'compare',
      months: [1, 2, 3],
      compare: [
        { year: 2022, months: [1, 2, 3] },
        { year: 2021, months: [1, 2, 3] },
      ],
    },
  ],
  [
    '高新区和政务服务中心哪个完成率高',
    {
      kind: 'compare',
      units: ['高新区', '政务服务中心'],
      compare: [{ units: ['高新区'] }, { units: ['政务服务中心'] }],
    },
  ],
  [
    '工信局跟高新区比谁更快',
    {
      kind: 'compare',
      units: ['工信局', '高新区'],
      compare: [{ units: ['工信局'] }, { units: ['高新区'] }],
    },
  ],
  [
    '县委办与县政府办对比',
    {
      kind: 'compare',
      units: ['县委办', '县政府办'],
      compare: [{ units: ['县委办'] }, { units: ['县政府办'] }],
    },
  ],
  [
    '三月份和四月份差多少',
    {
      kind: 'compare',
      months: [3, 4],
      compare: [
        { year: 2022, months: [4] },
        { year: 2022, months: [3] },
      ],
    },
  ],
  [
    '7月完成率比6月高吗',
    {
      kind: 'compare',
      months: [6, 7],
      compare: [
        { year: 2022, months: [7] },
        { year: 2022, months: [6] },
      ],
    },
    '2022-08-01',
  ],
  [
    '上半年和下半年任务量对比',
    {
      kind: 'compare',
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      compare: [
        { year: 2022, months: [7, 8, 9, 10, 11, 12] },
        { year: 2022, months: [1, 2, 3, 4, 5, 6] },
      ],
    },
  ],
  [
    '截至目前全县任务总体完成率多少，哪些单位拖后腿',
    { kind: 'ranking', months: [1, 2, 3, 4, 5, 6], order: 'worst' },
  ],
  ['我想看看各单位二季度的完成情况，排个序', { kind: 'ranking', months: [4, 5, 6], order: 'best' }],
  ['完成排名', { kind: 'ranking', order: 'best' }],
  ['最慢的', { kind: 'ranking', order: 'worst' }],
  ['谁没交', { kind: 'ranking', status: 'no_report', order: 'worst' }],
  ['谁没完成', { kind: 'ranking', status: 'not_done', order: 'worst' }],
  ['谁逾期了', { kind: 'ranking', status: 'overdue', order: 'worst' }],
  ['谁延期了', { kind: 'ranking', status: 'extension', order: 'worst' }],
  ['谁还没动', { kind: 'ranking', status: 'not_started', order: 'worst' }],
  ['谁干得好', { kind: 'ranking', order: 'best' }],
  ['谁第一', { kind: 'ranking', order: 'best' }],
  ['高新区拖后腿了吗', { kind: 'ranking', units: ['高新区'], order: 'worst' }],
];

test.each(ROWS)('rankings and comparisons are read: %s', (text, query, today) => {
  expect(readBack(text, today)).toEqual(askedIn(query, today));
});
