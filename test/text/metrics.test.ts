import { expect, test } from 'vitest';
import { readMetrics, readShares } from '../../src/text/metrics.ts';

test.each([
  [
    '完成技改项目6个，投资三千二百万',
    [
      [6, '个'],
      [3200, '万'],
    ],
  ],
  ['投资3200万元', [[3200, '万元']]],
  ['到账两百万元', [[200, '万元']]],
  ['签约一亿二', [[1.2, '亿']]],
  ['交易额1.8亿元', [[1.8, '亿元']]],
  [
    '走访企业12家，解决问题8个',
    [
      [12, '家'],
      [8, '个'],
    ],
  ],
  [
    '培训3场200人次',
    [
      [3, '场'],
      [200, '人次'],
    ],
  ],
  ['提高2.3个百分点', [[2.3, '个百分点']]],
  ['完成1,250户', [[1250, '户']]],
  ['第2项已完成', []],
  ['十四五规划', []],
  ['投资xx万元', []],
  ['作为一个重点', []],
])('%s holds the figures %j', (text, figures) => {
  expect(readMetrics(text).map((m) => [m.value, m.unit])).toEqual(figures);
});

test('cumulative and current figures of one series are kept apart', () => {
  const found = readMetrics('累计10亿，本月1.2亿');
  expect(found.map((m) => [m.value, m.unit, m.span])).toEqual([
    [10, '亿', 'cumulative'],
    [1.2, '亿', 'current'],
  ]);
  expect(found.map((m) => m.amount)).toEqual([1e9, 1.2e8]);
});

test.each([
  ['完成85%', [85]],
  ['百分之八十五', [85]],
  ['百分之百', [100]],
  ['百分之九十二点五', [92.5]],
  ['完成八成', [80]],
  ['八成五', [85]],
  ['完成了三分之二', [66.7]],
  ['完成一半', [50]],
  ['62.5%', [62.5]],
  ['三成员单位', []],
  ['五成立', []],
])('%s holds the shares %j', (text, shares) => {
  expect(readShares(text).map((s) => s.percent)).toEqual(shares);
});
