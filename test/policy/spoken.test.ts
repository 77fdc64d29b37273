import { expect, test } from 'vitest';
import { asWritten } from '../../src/policy/spoken.ts';

test.each([
  ['这项工作哪个局打头', '这项工作哪个局牵头'],
  ['谁来挑头抓数字赋能', '谁来牵头抓数字赋能'],
  ['今年要多出来多少家企业', '今年要新增多少家企业'],
  ['考核排在后头的会怎么样', '考核排名靠后的会怎么样'],
  ['高企到期了又评上了奖多少', '高企重新认定奖多少'],
  ['一年平均要增长多少', '年均要增长多少'],
  ['研发补助顶天能拿多少', '研发补助最高能拿多少'],
  ['投了三千万,能补多少', '投了3000万,能补多少'],
  ['奖补能超过一百五十万吗', '奖补能超过150万吗'],
  ['税收超百万的企业', '税收超100万的企业'],
])('%s is read as %s', (said, written) => {
  expect(asWritten(said)).toBe(written);
});

test.each([
  '花了几百万能补多少',
  '上千万的项目',
  '两三百万的设备',
  '千万工程',
  '带头人怎么认定',
  '垫付的钱',
])('%s is left as it is said', (said) => {
  expect(asWritten(said)).toBe(said);
});
