import fc from 'fast-check';
import { expect, test } from 'vitest';
import { convert, isSameKind, type SeriesValue, sumOfMonths } from '../../src/targets/amount.ts';
import { addDecimals, readDecimal, showDecimal } from '../../src/targets/decimal.ts';

test.each([
  ['3200', '万元', '亿元', '0.32'],
  ['3200', '万', '亿元', '0.32'],
  ['0.1', '亿元', '元', '10000000'],
  ['1.25', '万户', '家', '12500'],
  ['7', '家', '户', '7'],
])('%s%s is %s → %s', (value, unit, to, expected) => {
  expect(convert({ value, unit }, to)).toEqual({ value: expected, unit: to });
});

test('firms are no money, and a share is neither', () => {
  expect(isSameKind('家', '元')).toBe(false);
  expect(isSameKind('%', '亿元')).toBe(false);
  expect(convert({ value: '3', unit: '家' }, '亿元')).toBeUndefined();
});

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => ({ digits, scale }));

test('what is shown reads back as the same number', () => {
  fc.assert(
    fc.property(decimals, (d) => {
      const read = readDecimal(showDecimal(d));
      expect(read && showDecimal(read)).toBe(
        read && showDecimal(addDecimals(d, { digits: 0n, scale: 0 })),
      );
    }),
  );
});

test('there and back again a figure is the same, to the last digit', () => {
  fc.assert(
    fc.property(
      decimals,
      fc.constantFrom('元', '万元', '亿元'),
      fc.constantFrom('元', '万元', '亿元'),
      (d, a, b) => {
        const value = showDecimal(addDecimals(d, { digits: 0n, scale: 0 }));
        const there = convert({ value, unit: a }, b);
        expect(there && convert(there, a)).toEqual({ value, unit: a });
      },
    ),
  );
});

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });

test('months add up exactly, in any order', () => {
  fc.assert(
    fc.property(
      months,
      fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 12, maxLength: 12 }),
      (ms, cents) => {
        const values = ms.map(
          (month): SeriesValue => ({
            month,
            value: showDecimal(
              addDecimals(
                { digits: BigInt(cents[month - 1] ?? 0), scale: 4 },
                { digits: 0n, scale: 0 },
              ),
            ),
            unit: '亿元',
            measure: 'level',
            scope: 'county',
            span: 'current',
          }),
        );
        const whole = ms.reduce((sum, m) => sum + BigInt(cents[m - 1] ?? 0), 0n);
        const expected = showDecimal(
          addDecimals({ digits: whole, scale: 4 }, { digits: 0n, scale: 0 }),
        );
        expect(sumOfMonths(values)?.value).toBe(expected);
        expect(sumOfMonths(values.toReversed())?.value).toBe(expected);
      },
    ),
  );
});

test('growth, shares, cumulative figures and mixed bodies are never added', () => {
  const value = (more: Partial<SeriesValue>): SeriesValue => ({
    month: 1,
    value: '10',
    unit: '亿元',
    measure: 'level',
    scope: 'county',
    span: 'current',
    ...more,
  });
  const wrong = fc.constantFrom<Partial<SeriesValue>>(
    { measure: 'growth', unit: '%' },
    { measure: 'ratio', unit: '%' },
    { span: 'cumulative' },
    { scope: 'city' },
    { unit: '家' },
    { month: 1 },
  );
  fc.assert(
    fc.property(fc.array(wrong, { minLength: 1, maxLength: 5 }), (list) => {
      const values = [value({}), ...list.map((m, i) => value({ month: i + 2, ...m }))];
      expect(sumOfMonths(values)).toBeUndefined();
    }),
  );
});
