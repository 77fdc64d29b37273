import { type Figure, kindOfUnit, readFigures } from './figures.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

/** How much somebody has to spend, earn or employ for a row of a table to be theirs. */
type Range = { of: string; from: number; to: number; isToIn: boolean };

/** What a row grants is no condition of it. */
const GRANTED = /奖|补|贴|资助|限额|上限|封顶|最高|标准|额度/;

/** 50万元（含）—100万元, 1000万元以上, 不足50万元; undefined for any other text. Values as `readFigures` counts them. */
export function readRange(text: string): Range | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const figures = readFigures(withUnits(plain));
  const [first, second] = figures;
  if (!first || figures.length > 2) return undefined;
  const of = measureOf(first);
  const [low, high] = [sizeOf(first), second && sizeOf(second)];
  if (high !== undefined) {
    if (!/[-—–~～至到]/.test(plain)) return undefined;
    return { of, from: low, to: high, isToIn: /\(含\)$|以下|以内/.test(plain) };
  }
  if (/以上|及以上|起|不低于|不少于|超过|高于|大于|达到/.test(plain))
    return { of, from: low, to: Number.POSITIVE_INFINITY, isToIn: true };
  if (/以下|以内|不足|低于|少于|小于|不超过|未满/.test(plain))
    return { of, from: 0, to: low, isToIn: !/不足|低于|少于|小于|未满/.test(plain) };
  return undefined;
}

/** 50—100万元: the unit stands at the second only. */
const withUnits = (text: string) =>
  text.replace(
    /^(\d[\d.]*)(?=(?:\(含\))?[-—–~～至到]+\d[\d.]*([万亿]?(?:元|[家户个人名台套亩]|%)))/,
    '$1$2',
  );

/** Sums are compared with sums, people with people. */
const measureOf = ({ unit }: Figure): string =>
  kindOfUnit(unit) === 'money' ? 'money' : unit.replace(/^个/, '');

/** In 万. */
const sizeOf = ({ value, unit }: Figure): number =>
  value * (unit.startsWith('亿') ? 10_000 : unit.startsWith('万') ? 1 : 0.0001);

/**
 * Whether a row of a table is for somebody with the asker's own figures: 投入200万 is not for the row of 300万元 and more.
 * Rows without such a column are for everybody.
 */
export function fitsSize({ own }: Question, { cells, passage }: Statement): boolean {
  if (!cells || own.length === 0) return true;
  const ranges = (passage.cells ?? [])
    .filter(({ label }) => !GRANTED.test(label))
    .flatMap(({ text }) => readRange(text) ?? []);
  return ranges.every(({ of, from, to, isToIn }) => {
    const sizes = own.filter((f) => measureOf(f) === of).map(sizeOf);
    return sizes.length === 0 || sizes.some((s) => s >= from && (isToIn ? s <= to : s < to));
  });
}
