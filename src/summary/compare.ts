import type { Counts } from './summarise.ts';

/** One side of a comparison. */
export type Side = {
  name: string;
  counts: Counts;
  /** What a single unit helps with. */
  coop?: Counts;
  /** Of several units: how many share in it, and how many of them have said nothing. */
  units?: { total: number; silent: number };
};

export type Figure =
  | 'total'
  | 'done'
  | 'rate'
  | 'inProgress'
  | 'blocked'
  | 'extension'
  | 'notStarted'
  | 'noReport'
  | 'overdue'
  | 'coop'
  | 'coopDone'
  | 'units'
  | 'silent';

/** A figure on all sides; null where a side has none. `difference`: first side less second, of a rate in points. */
export type CompareRow = { figure: Figure; values: (number | null)[]; difference: number | null };

const COUNTS = [
  'total',
  'done',
  'rate',
  'inProgress',
  'blocked',
  'extension',
  'notStarted',
  'noReport',
  'overdue',
] as const;

/**
 * Holds sides against each other, figure by figure. A rate is done ÷ total of its own side; rates are subtracted, never
 * added, and their difference is in 个百分点. States that nobody has on any side are left out. Pure.
 */
export function compareSides(sides: Side[]): CompareRow[] {
  const rows = [
    ...COUNTS.map((figure) => rowOf(figure, sides, (s) => s.counts[figure])),
    rowOf('coop', sides, (s) => s.coop?.total ?? null),
    rowOf('coopDone', sides, (s) => s.coop?.done ?? null),
    rowOf('units', sides, (s) => s.units?.total ?? null),
    rowOf('silent', sides, (s) => s.units?.silent ?? null),
  ];
  const always = new Set<Figure>(['total', 'done', 'rate', 'noReport', 'overdue']);
  return rows.filter((r) => always.has(r.figure) || r.values.some((v) => v !== null && v !== 0));
}

/** The distance of two rates in 个百分点, to one place: rounded once, from the counts and not from rounded rates. */
export const points = (a: number, b: number) => Math.round((a - b) * 1000) / 10;

function rowOf(figure: Figure, sides: Side[], value: (side: Side) => number | null): CompareRow {
  const values = sides.map(value);
  const [a, b] = values;
  const isPair = sides.length === 2 && typeof a === 'number' && typeof b === 'number';
  const difference = isPair ? (figure === 'rate' ? points(a, b) : a - b) : null;
  return { figure, values, difference };
}
