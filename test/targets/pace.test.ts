import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeriesValue } from '../../src/targets/amount.ts';
import { dueShare, type PacedTarget, standingOf } from '../../src/targets/pace.ts';
import { readValues, type Sought } from '../../src/targets/read-values.ts';

const target = (more: Partial<PacedTarget> = {}): PacedTarget => ({
  value: '200',
  unit: '亿元',
  measure: 'level',
  bound: 'at-least',
  scope: 'county',
  lag: 0,
  curve: { half: 50 },
  ...more,
});
const value = (month: number, v: string, more: Partial<SeriesValue> = {}): SeriesValue => ({
  month,
  value: v,
  unit: '亿元',
  measure: 'level',
  scope: 'county',
  span: 'cumulative',
  ...more,
});

describe('序时进度', () => {
  test('half the year is half the task, or six tenths of it', () => {
    expect(standingOf(target(), [value(6, '100')])).toMatchObject({
      percent: '50',
      due: '50',
      behind: false,
      forecast: { value: '200', unit: '亿元' },
    });
    expect(standingOf(target({ curve: { half: 60 } }), [value(6, '119.9')])).toMatchObject({
      due: '60',
      behind: true,
    });
  });

  test('it grows with the months and ends at the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (half) => {
        const shares = Array.from({ length: 12 }, (_, i) => dueShare(i + 1, { half }));
        expect(shares.every((s, i) => i === 0 || s > (shares[i - 1] ?? 0))).toBe(true);
        expect(shares[5]).toBe(6 * half);
        expect(shares[11]).toBe(600);
      }),
    );
  });

  test('a figure in another unit is held against the target exactly and stays as it was given', () => {
    const s = standingOf(target(), [value(3, '500000', { unit: '万元' })]);
    expect(s).toMatchObject({
      percent: '25',
      behind: false,
      actual: { value: '500000', unit: '万元' },
    });
  });

  test('months reported one by one are added only from January on', () => {
    const current = (m: number, v: string) => value(m, v, { span: 'current' });
    expect(standingOf(target(), [current(1, '10.1'), current(2, '20.2')])).toMatchObject({
      actual: { value: '30.3' },
      summed: true,
      month: 2,
    });
    expect(standingOf(target(), [current(2, '20')])).toBeUndefined();
    expect(standingOf(target(), [value(3, '40'), current(3, '12')])?.actual.value).toBe('40');
  });

  test('a growth rate is held against the target as it is', () => {
    const growth = target({ measure: 'growth', value: '12', unit: '%' });
    const s = standingOf(growth, [value(3, '11.5', { unit: '%', measure: 'growth' })]);
    expect(s).toMatchObject({ percent: null, due: null, behind: true, forecast: null });
  });

  test('the city’s figure is not the county’s', () => {
    expect(standingOf(target(), [value(3, '900', { scope: 'city' })])).toBeUndefined();
  });
});

describe('figures in what units say', () => {
  const sought = (more: Partial<Sought>): Sought => ({
    id: 'a',
    key: '规上产值',
    measure: 'level',
    unit: '亿元',
    lag: 0,
    ...more,
  });
  const all = [
    sought({}),
    sought({ id: 'b', key: '技改投资', measure: 'growth', unit: '%' }),
    sought({ id: 'c', key: '高企', unit: '家' }),
    sought({ id: 'd', key: '规上增加值', measure: 'growth', unit: '%', lag: 1 }),
  ];
  const read = (text: string, today = '2026-03-26') =>
    readValues(text, all, today).map((v) => [v.targetId, v.month, v.span, `${v.value}${v.unit}`]);

  test.each<[string, (string | number | null)[][]]>([
    [
      '规上产值累计10亿，本月1.2亿',
      [
        ['a', 3, 'cumulative', '10亿'],
        ['a', 3, 'current', '1.2亿'],
      ],
    ],
    ['1-2月规模以上工业总产值累计完成35.6亿元', [['a', 2, 'cumulative', '35.6亿元']]],
    ['技术改造投资同比增长13.5%', [['b', 3, 'cumulative', '13.5%']]],
    ['技改投资下降2%', [['b', 3, 'cumulative', '-2%']]],
    ['截至目前新增高新技术企业25家', [['c', 3, 'cumulative', '25家']]],
    ['规上工业增加值增长8%', [['d', 2, 'cumulative', '8%']]],
    ['规上产值完成12亿', [['a', 3, null, '12亿']]],
    ['规上产值累计9亿元，比目标还差2亿元', [['a', 3, 'cumulative', '9亿元']]],
    ['规上产值累计9亿元，缺口1.2亿元', [['a', 3, 'cumulative', '9亿元']]],
    ['技改投资增长9.8%，增速低于全市1.1%', [['b', 3, 'cumulative', '9.8%']]],
    ['高企累计25家，距年度目标还差3家', [['c', 3, 'cumulative', '25家']]],
    ['战新规上产值累计5亿', []],
    ['走访企业12家', []],
    ['技改投资累计3亿', []],
    ['规上产值累计没到10亿', []],
    ['规上产值累计还没有达到10亿元', []],
    ['规上产值累计不足10亿', []],
    ['规上产值累计不到10亿', []],
    ['规上产值力争累计达到10亿', []],
    ['预计规上产值本月达到1.2亿', []],
    ['规上产值累计要达到10亿', []],
    ['如果规上产值累计到10亿', []],
    ['规上产值累计主要完成10亿', [['a', 3, 'cumulative', '10亿']]],
    ['规上产值累计10亿，力争全年50亿', [['a', 3, 'cumulative', '10亿']]],
    ['规上产值累计已超过10亿', [['a', 3, 'cumulative', '10亿']]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('early in a month the month before is meant', () => {
    expect(read('规上产值累计10亿', '2026-04-05')).toEqual([['a', 3, 'cumulative', '10亿']]);
  });

  test('of an indicator that lags, the newest month that can be known is meant', () => {
    const growth = (today: string) => read('规上工业增加值增长8%', today)[0]?.[1];
    expect(growth('2026-04-19')).toBe(2);
    expect(growth('2026-04-20')).toBe(3);
    expect(read('规上工业增加值本月增长8%', '2026-04-05')[0]?.[1]).toBe(3);
  });
});
