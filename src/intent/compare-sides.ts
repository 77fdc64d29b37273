import { periodBefore } from '../calendar/period.ts';
import type { CompareSide, ProgressQuery } from './intent.ts';
import { monthsOf } from './months-of.ts';

export type FullSide = { year: number; months: number[]; units: string[] };

/** Every side with its year, months and units; what a side leaves out is the question's own. */
export function sidesOf(query: ProgressQuery, today: string): FullSide[] {
  const months = monthsOf(query, today);
  const full = (side: CompareSide): FullSide => ({
    year: side.year ?? query.year,
    months: side.months ?? months,
    units: side.units ?? query.units,
  });
  const sides = (query.compare ?? []).map(full);
  if (sides.length > 1) return sides;
  const [only = full({})] = sides;
  return [only, { ...only, ...periodBefore(only) }];
}
