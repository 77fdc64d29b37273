import { expect, test } from 'vitest';
import { readReply } from '../../src/progress/read-reply.ts';
import { inOneLine } from './reading.ts';

/** As plans word them: a target, and the day by which it is to be reached. */
const tasks = [
  '拨付春耕农机补贴不少于800万元，12月20日前完成。',
  '盘活闲置校舍不少于5处，12月底前完成。',
  '完成农机合作社入库不少于30个，12月28日前完成。',
  '收回撂荒耕地200亩，年底前完成。',
  '召开秋收总结调度会，逐项核对收储情况。',
  '新开工冷库项目3个，完成投资2亿元，12月底前完成。',
].map((content, i) => ({ no: i + 1, content }));

const read = (text: string) =>
  inOneLine(readReply({ month: 12, refDate: '2026-12-30', tasks, text }));

test.each([
  ['第1项全部拨付完了，800万整', '1 done'],
  ['第1项也完成了，800万全到位', '1 done'],
  ['第2项 5处全盘活了，已完成', '2 done'],
  ['校舍盘活完成5处，任务完成', '2 done'],
  ['第3项30个全部入库完成', '3 done'],
  ['农机合作社入库三十个，完成了', '3 done'],
  ['第4项200亩收回来了，完成', '4 done'],
  ['第5项总结会28号开了', '5 done'],
  ['第6项三个都开了，投资二亿一千万，完成', '6 done'],
])('%j: done, with the figure that the item asks for', (text, understood) => {
  expect(read(text)).toBe(understood);
});

test.each([
  ['校舍盘活完成4处，任务完成', '2 in_progress'],
  ['第3项28个全部入库完成', '3 in_progress'],
  ['第1项完成，已拨80万', '1 in_progress'],
  ['第4项190亩收回来了，完成', '4 in_progress'],
  ['第1项800万名单审核完成', '1 in_progress'],
  ['第6项三个都开了，投资一亿一千万，完成', '6 in_progress'],
])('%j: below what the item asks for, or a step, it is under way', (text, understood) => {
  expect(read(text)).toBe(understood);
});
