/** A span of months of one year, as the command line and exports name it. */
export type Period = { year: number; months: number[]; name: string };

const SHAPES: { pattern: RegExp; months: (n: number) => number[]; example: string }[] = [
  { pattern: /^(\d{4})$/, months: () => span(1, 12), example: '2026' },
  { pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, months: (n) => [n], example: '2026-03' },
  { pattern: /^(\d{4})-Q([1-4])$/i, months: (n) => span(n * 3 - 2, n * 3), example: '2026-Q1' },
  { pattern: /^(\d{4})-H([12])$/i, months: (n) => span(n * 6 - 5, n * 6), example: '2026-H1' },
];

/** Reads `2026-03`, `2026-Q1`, `2026-H1` or `2026`; undefined for anything else. */
export function readPeriod(text: string): Period | undefined {
  for (const shape of SHAPES) {
    const m = shape.pattern.exec(text.trim());
    if (m)
      return { year: Number(m[1]), months: shape.months(Number(m[2] ?? 0)), name: text.trim() };
  }
  return undefined;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
