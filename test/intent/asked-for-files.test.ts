import { expect, test } from 'vitest';
import { type Asked, askedIn, readBack } from './county.ts';

/** Orders for files. Asked on 15 June 2022 where no day stands at the end. */
const ROWS: Asked[] = [
  ['导出二季度任务表', { kind: 'export', months: [4, 5, 6], format: 'xlsx' }],
  ['把逾期的导出来', { kind: 'export', status: 'overdue', format: 'xlsx' }],
  ['发我一份上半年的汇总', { kind: 'export', months: [1, 2, 3, 4, 5, 6], format: 'xlsx' }],
  ['给我一份5月进展的word', { kind: 'export', months: [5], format: 'docx' }],
  ['要个excel表，1到6月的', { kind: 'export', months: [1, 2, 3, 4, 5, 6], format: 'xlsx' }],
  ['把工信局的任务导成表格', { kind: 'export', units: ['工信局'], format: 'xlsx' }],
  ['生成一份二季度报告', { kind: 'export', months: [4, 5, 6], format: 'docx' }],
  [
    '下载全年台账',
    { kind: 'export', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], format: 'xlsx' },
  ],
  [
    '把高新区没完成的做成表发给我',
    { kind: 'export', units: ['高新区'], status: 'not_done', format: 'xlsx' },
  ],
  ['打印一份本月清单', { kind: 'export', months: [6], format: 'xlsx' }],
  ['导出逾期任务', { kind: 'export', status: 'overdue', format: 'xlsx' }],
  ['导出高新区配合的任务表格', { kind: 'export', units: ['高新区'], role: 'coop', format: 'xlsx' }],
  ['上半年的台账发我', { kind: 'export', months: [1, 2, 3, 4, 5, 6], format: 'xlsx' }],
  ['给我做个1到5月的完成情况表', { kind: 'export', months: [1, 2, 3, 4, 5], format: 'xlsx' }],
  [
    '整理一份二季度没完成的清单发给我',
    { kind: 'export', months: [4, 5, 6], status: 'not_done', format: 'xlsx' },
  ],
  ['5月份的进展出个word材料', { kind: 'export', months: [5], format: 'docx' }],
  [
    '帮我生成上半年总结报告',
    { kind: 'export', months: [1, 2, 3, 4, 5, 6], format: 'docx' },
    '2022-07-01',
  ],
  [
    '把工信局牵头的任务导出excel',
    { kind: 'export', units: ['工信局'], role: 'lead', format: 'xlsx' },
  ],
  [
    '能不能发一份年度任务表给我',
    { kind: 'export', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], format: 'xlsx' },
  ],
  ['全部任务导一份', { kind: 'export', format: 'xlsx' }],
  ['我要一份本月进度的excel', { kind: 'export', months: [6], format: 'xlsx' }],
  ['出一份三季度的报表', { kind: 'export', months: [7, 8, 9], format: 'xlsx' }, '2022-10-10'],
  ['幫我導出五月份的任務清單', { kind: 'export', months: [5], format: 'xlsx' }],
  ['出个5月份的表', { kind: 'export', months: [5], format: 'xlsx' }],
  ['给我导个excel', { kind: 'export', format: 'xlsx' }],
  ['任务清单发一份给我', { kind: 'export', format: 'xlsx' }],
  ['把未完成的任务汇总成表格', { kind: 'export', status: 'not_done', format: 'xlsx' }],
  ['我要三季度的word版汇报', { kind: 'export', months: [7, 8, 9], format: 'docx' }, '2022-10-01'],
  [
    '做一份上半年工作总结',
    { kind: 'export', months: [1, 2, 3, 4, 5, 6], format: 'docx' },
    '2022-07-01',
  ],
  ['生成6月月报', { kind: 'export', months: [6], format: 'docx' }],
  ['高新区的任务台账导出一下', { kind: 'export', units: ['高新区'], format: 'xlsx' }],
  ['把逾期清单发给我', { kind: 'export', status: 'overdue', format: 'xlsx' }],
  [
    '工信局上半年没完成的导出成excel',
    {
      kind: 'export',
      months: [1, 2, 3, 4, 5, 6],
      units: ['工信局'],
      status: 'not_done',
      format: 'xlsx',
    },
  ],
  ['能不能给个电子表格', { kind: 'export', format: 'xlsx' }],
  ['要一份二季度完成情况的表格', { kind: 'export', months: [4, 5, 6], format: 'xlsx' }],
  ['下载5月份任务明细', { kind: 'export', months: [5], format: 'xlsx' }],
  [
    '全年任务一览表发我',
    { kind: 'export', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], format: 'xlsx' },
  ],
  ['excel', { kind: 'export', format: 'xlsx' }],
  ['导出', { kind: 'export', format: 'xlsx' }],
  ['表格', { kind: 'export', format: 'xlsx' }],
];

test.each(ROWS)('a file is asked for: %s', (text, query, today) => {
  expect(readBack(text, today)).toEqual(askedIn(query, today));
});
