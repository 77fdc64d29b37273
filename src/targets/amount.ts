import { addDecimals, type Decimal, readDecimal, shiftDecimal, showDecimal } from './decimal.ts';

/** A figure as somebody wrote it: the value in the unit that was used, never another one. */
export type Amount = { value: string; unit: string };

/** What a figure measures; only levels may ever be added (domain.md section 8, point 8). */
export type Measure = 'level' | 'growth' | 'ratio';

const PREFIX: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
/** 家 and 户 count the same firms; a unit that was left out after 万 or 亿 is money. */
const SAME: Record<string, string> = { 户: '家', '': '元', 件: '个', 项: '个' };

function split(unit: string): { shift: number; base: string } {
  const m = /^(万亿|千万|百万|亿|万|千(?!瓦))?(.*)$/u.exec(unit);
  const rest = m?.[2] ?? unit;
  return { shift: PREFIX[m?.[1] ?? ''] ?? 0, base: SAME[rest] ?? rest };
}

/** 3200万 and 0.32亿元 measure the same thing; 家 and 元 do not. */
export function isSameKind(a: string, b: string): boolean {
  return split(a).base === split(b).base;
}

/** The value in the base unit (元, 家, %), exact; undefined for what is no number. */
export function inBase({ value, unit }: Amount): Decimal | undefined {
  const read = readDecimal(value);
  return read && shiftDecimal(read, split(unit).shift);
}

/** The same figure in another unit of its kind, exact: 3200万元 is 0.32亿元. */
export function convert(amount: Amount, unit: string): Amount | undefined {
  const base = inBase(amount);
  if (!base || !isSameKind(amount.unit, unit)) return undefined;
  return { value: showDecimal(shiftDecimal(base, -split(unit).shift)), unit };
}

/** One figure of a series: of a month (本月) or since January (累计), of the county or of a body above it. */
export type SeriesValue = Amount & {
  measure: Measure;
  scope: 'county' | 'city';
  month: number;
  span: 'current' | 'cumulative';
};

/**
 * The sum of months that were reported one by one, in the first one's unit. Undefined where adding would be wrong:
 * growth rates and shares, cumulative figures, a month twice, county and city figures together, different kinds of unit.
 */
export function sumOfMonths(values: SeriesValue[]): Amount | undefined {
  const [first] = values;
  if (!first) return undefined;
  const fits = values.every(
    (v) =>
      v.measure === 'level' &&
      v.span === 'current' &&
      v.scope === first.scope &&
      isSameKind(v.unit, first.unit),
  );
  if (!fits || new Set(values.map((v) => v.month)).size < values.length) return undefined;
  let sum: Decimal = { digits: 0n, scale: 0 };
  for (const v of values) {
    const base = inBase(v);
    if (!base) return undefined;
    sum = addDecimals(sum, base);
  }
  return { value: showDecimal(shiftDecimal(sum, -split(first.unit).shift)), unit: first.unit };
}
