import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

const CONTENTS = [
  '走访停产企业20家，了解停产原因。',
  '完成标准厂房主体工程。',
  '收集企业困难问题50条。',
  '举办产销对接会。',
];
const tasks = CONTENTS.map((content, i) => ({ no: i + 1, content }));
const read = (text: string) =>
  inOneLine(readReply({ month: 12, refDate: '2026-12-17', tasks, text }));

test.each([
  ['第4项是完成', '4 done'],
  ['2 是完成 4 还在筹备', '2 done, 4 in_progress'],
  ['第2项是完成，刚才点错了', '2 done'],
  ['第2项是没完成', '2 not_started'],
  ['第4项是完成全年目标的重点', '4 in_progress'],
])('“%s” names a state: %s', (text, understood) => {
  expect(read(text)).toBe(understood);
});

test.each([
  ['第1项走访了4家都停着呢', '1 in_progress'],
  ['第3项收集到困难问题12条', '3 in_progress'],
  ['第1项走不下去了，企业大门都进不去', '1 blocked'],
  ['第2项停工了', '2 blocked'],
  ['第3项有困难，企业不配合', '3 blocked'],
])('what a task is about is no trouble of it: “%s”', (text, understood) => {
  expect(read(text)).toBe(understood);
});

test.each([
  ['第1项已完成，走访22家', '1 done'],
  ['第1项完成了，22家都走访了', '1 done'],
  ['第3项已完成，收集困难100条', '3 done'],
  ['第1项已完成，走访12家', '1 in_progress'],
  ['第1项走访方案完成，走访22家', '1 in_progress'],
])('a number that is done, with its figure: “%s”', (text, understood) => {
  expect(read(text)).toBe(understood);
});
