import { describe, expect, test } from 'vitest';
import { type Asked, askedIn, readBack } from './county.ts';

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Asked on 20 September 2022 where no day stands at the end. */
const SINCE: Asked[] = [
  ['下半年到现在进展如何', { months: [7, 8, 9] }],
  ['下半年以来的情况', { months: [7, 8, 9] }],
  ['从下半年开始到现在的完成率', { months: [7, 8, 9] }],
  ['自二季度起至今的进展', { months: from(4, 9) }],
  ['三季度开始到目前为止完成得怎样', { months: [7, 8, 9] }],
  ['八月份以来怎么样', { months: [8, 9] }],
  ['从5月开始到现在的完成情况', { months: from(5, 9) }],
  ['去年下半年以来的进展', { year: 2021, months: from(7, 12) }],
  ['下半年以来的情况', { months: [7] }, '2022-03-10'],
  ['上两个月的情况', { months: [7, 8] }],
  ['7、8两月的情况', { months: [7, 8] }],
  ['五、六两个月完成得怎么样', { months: [5, 6] }],
];

test.each(SINCE)('what began then goes on to the month of the question: %s', (text, query, day) => {
  const today = day ?? '2022-09-20';
  const months = query.months?.filter((m) => day === undefined || m <= 12) ?? null;
  expect(readBack(text, today)).toEqual(askedIn({ ...query, months }, today));
});

test.each([
  '你都支持哪些查询',
  '系统支持什么功能',
  '目前支持哪些指令',
  '都支持查些什么',
  '有什么可以问的',
  '有啥能查的',
  '哪些可以查',
])('what can be asked here is asked: %s', (text) => {
  expect(readBack(text)).toEqual({ kind: 'help' });
});

describe('an order to remind again', () => {
  test.each([
    ['5月的进展再催各单位报一下', [5]],
    ['再催各单位报一下5月进展', [5]],
    ['催各单位尽快报5月的进度', [5]],
    ['催一下各乡镇把5月的进展报上来', [5]],
    ['5月份的再催大家抓紧报', [5]],
    ['上半年没完成的几家，催一催', from(1, 6)],
    ['给没报5月进展的单位再发个提醒', [5]],
    ['5月没反馈的那几个单位，再催一遍', [5]],
  ])('%s', (text, months) => {
    expect(readBack(text)).toMatchObject({ kind: 'admin', command: { kind: 'resend', months } });
  });

  test.each(['5月催了哪些单位', '催过各单位没有', '各单位报进展要催几次'])(
    '%s only asks',
    (text) => {
      expect(readBack(text)).not.toMatchObject({ command: { kind: 'resend' } });
    },
  );
});

test.each([
  '高新区在市里考核要前进几位',
  '全市综合考核力争进前几',
  '亩均论英雄目标要提升多少位',
  '市里考核争取往前挪几名',
  '省里对高新区有哪些考核指标',
  '绿色工厂评价有哪些指标',
])('what is aimed at stands in a document: %s', (text) => {
  expect(readBack(text).kind).toBe('policy');
});

test.each([
  ['财政局排第几', { kind: 'ranking', order: 'best', units: ['财政局'] }],
  ['谁家的活儿干得最糙', { kind: 'ranking', order: 'worst' }],
  ['哪个单位最敷衍', { kind: 'ranking', order: 'worst' }],
  ['哪些单位从来没报过', { kind: 'ranking', order: 'worst', status: 'no_report', never: true }],
  ['一次都没报过的单位', { kind: 'ranking', order: 'worst', status: 'no_report', never: true }],
  ['全县一盘棋怎么样了', { kind: 'summary', wholeCounty: true }],
] satisfies Asked[])('%s', (text, query) => {
  const intent = readBack(text);
  expect(intent).toMatchObject({ kind: 'progress', query });
});

test.each([
  ['上半年督查通报生成一下', 'docx'],
  ['5月的明细表整理一下', 'xlsx'],
])('a file is ordered with the verb behind it: %s', (text, format) => {
  expect(readBack(text)).toMatchObject({ query: { kind: 'export', format } });
});

test.each(['我这边谁是联络员', '我们局联络员是谁'])('%s asks for a person', (text) => {
  expect(readBack(text)).toMatchObject({ kind: 'admin', command: { kind: 'who-is' } });
});

test.each([
  ['哪个乡镇拖得最厉害', 'worst'],
  ['欠账多的是哪些单位', 'worst'],
  ['该批评哪几家', 'worst'],
  ['该表扬哪几家', 'best'],
] as const)('%s asks for an end of the scale', (text, order) => {
  expect(readBack(text)).toMatchObject({ query: { kind: 'ranking', order } });
});

test.each(['工业增加值今年定的多少', '税收目标定在多少', '工作意见里对园区怎么要求的'])(
  '%s is told by a document',
  (text) => {
    expect(readBack(text).kind).toBe('policy');
  },
);

test.each(['你这个机器人能帮我做点啥', '怎么给你发文件', '如何向机器人报进度'])(
  '%s asks how it goes here',
  (text) => {
    expect(readBack(text)).toEqual({ kind: 'help' });
  },
);

test.each([
  ['请各单位本周五前把进展报上来', 'resend'],
  ['请各牵头单位月底前反馈二季度情况', 'resend'],
  ['本群改绑到统计局', 'bind-unit'],
  ['财政局换人了，新联络员是周涛', 'set-person'],
  ['有哪些群还没绑定', 'unit-list'],
])('%s is an order', (text, kind) => {
  expect(readBack(text)).toMatchObject({ kind: 'admin', command: { kind } });
});

test.each([
  ['请各单位本周五前把进展报上来', null],
  ['请各牵头单位月底前反馈二季度情况', [4, 5, 6]],
  ['请各单位6月20日前报5月进展', [5]],
])('%s: the day is by when they report', (text, months) => {
  expect(readBack(text)).toMatchObject({ command: { kind: 'resend', months } });
});

test.each(['有没有三个月都没更新的任务', '各单位什么时候报进展'])('%s orders nothing', (text) => {
  expect(readBack(text).kind).not.toBe('admin');
});

test.each(['二季度任务已全部办结，特此报告', '第2项正在推进，特此汇报。'])(
  '%s is a report, however it closes',
  (text) => {
    expect(readBack(text).kind).toBe('report');
  },
);
