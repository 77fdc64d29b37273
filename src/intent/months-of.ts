import { splitDay } from '../calendar/county-time.ts';
import type { ProgressQuery } from './intent.ts';

/** The months a question is about; without any, January to the current month of its year (CONTRACT section 5). */
export function monthsOf(query: ProgressQuery, today: string): number[] {
  if (query.months) return query.months;
  const { year, month } = splitDay(today);
  // A window of days can reach beyond the months that would be shown by default.
  const last = query.window || query.year !== year ? 12 : month;
  return Array.from({ length: last }, (_, i) => i + 1);
}
