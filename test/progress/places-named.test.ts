import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

const CONTENTS = [
  '编印惠企政策汇编。',
  '组织企业开展用工对接。',
  '推进污水管网改造。',
  '举办丰收节活动。',
  '完成年度统计年报。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const read = (text: string) =>
  inOneLine(readReply({ month: 11, refDate: '2026-11-20', tasks, text }));

test.each([
  ['头一项完成，最末一项还在等答复', '1 done, 5 in_progress'],
  [
    '首项和末项已完成，中间三项在推进',
    '1 done, 2 in_progress, 3 in_progress, 4 in_progress, 5 done',
  ],
  ['最前面那项办结了', '1 done'],
  ['中间那项还在施工', '3 in_progress'],
])('a place in the list is a task: “%s”', (text, understood) => {
  expect(read(text)).toBe(understood);
});

test('中间两项 of five is asked', () => expect(read('中间两项完成')).toBe('ask which-task'));

test.each([
  ['以上任务均已按要求落实完毕', '1 done, 2 done, 3 done, 4 done, 5 done'],
  ['第1项已落实完毕', '1 done'],
  ['第3项的资金落实完毕', '3 in_progress'],
  ['3、5结了，4卡在场地上', '3 done, 4 blocked, 5 done'],
  ['第4项已圆满落幕', '4 done'],
  ['第1项做玩了', '1 done'],
  ['第5项以经办接', '5 done'],
])('“%s”: %s', (text, understood) => {
  expect(read(text)).toBe(understood);
});

test.each(['哈哈，又到月底了', '丰收节包不包午饭呀', '该项任务已划转给县水务集团，请改派'])(
  '“%s” is no report',
  (text) => expect(read(text)).not.toMatch(/\d (?:done|in_progress|blocked|not_started)/),
);
