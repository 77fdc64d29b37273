import { expect, test } from 'vitest';
import { lines, planIn } from '../support/read-file.ts';

const plan = (sentence: string) =>
  planIn(
    'plan.txt',
    `临水县2026年园区提升行动方案
一、要求
${sentence}
二、任务
（一）完善配套。新建标准厂房2万平方米。（牵头单位：开发区）
（二）优化服务。7月底前建成企业服务站3个。（牵头单位：县工信局）`,
  );

test.each([
  ['各项任务除另有规定外，均须于2026年11月30日前完成。', '2026-11-30'],
  ['本方案各项工作原则上10月底前全部完成。', '2026-10-31'],
  ['没有注明完成时限的，统一于12月20日前办结。', '2026-12-20'],
  ['各项任务完成情况于每月25日前报送。', '2026-12-31'],
  ['各单位于3月20日前明确联络员，各项任务要抓紧推进。', '2026-12-31'],
  ['各项任务6月底前完成。全部任务10月底前完成。', '2026-12-31'],
  ['各项准备工作要于3月底前完成。', '2026-12-31'],
  ['全部危房改造项目10月底前完成。', '2026-12-31'],
])(
  '“%s” sets %s for tasks without a day of their own, and for no others',
  async (sentence, day) => {
    expect(lines(await plan(sentence)).map((l) => l.split('|')[1])).toEqual([day, '2026-07-31']);
  },
);

test('what one task is to reach by a day is no deadline of the others', async () => {
  const read = await planIn(
    'plan.txt',
    `临水县2026年重点工作
（一）新建标准厂房2万平方米，各项工作10月底前完成。（牵头单位：开发区）
（二）建成企业服务站3个。（牵头单位：县工信局）`,
  );
  expect(lines(read).map((l) => l.split('|')[1])).toEqual(['2026-10-31', '2026-12-31']);
});
