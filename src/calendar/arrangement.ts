import { addDays, type Day, lastDayOfMonth, makeDay, splitDay, weekday } from './county-time.ts';
import { isWorkingDay, type OwnDays } from './working-days.ts';

/** A year as the official notice tells it: runs of days off beyond a weekend, and weekend days that work. */
export type Arrangement = { rests: { from: Day; to: Day }[]; works: Day[] };

/** What is special about a year's days, published or the county's own. Pure. */
export function arrangementOf(year: number, own?: OwnDays): Arrangement {
  const result: Arrangement = { rests: [], works: [] };
  const end = lastDayOfMonth(year, 12);
  let run: Day[] = [];
  const close = () => {
    const [from] = run;
    const to = run.at(-1);
    if (from && to && run.some((d) => weekday(d) <= 5)) result.rests.push({ from, to });
    run = [];
  };
  for (let day = makeDay(year, 1, 1); day <= end; day = addDays(day, 1)) {
    if (!isWorkingDay(day, own)) run.push(day);
    else {
      close();
      if (weekday(day) > 5) result.works.push(day);
    }
  }
  close();
  return result;
}

/** The years that a set of days belongs to, in order. */
export function yearsOf(days: Iterable<Day>): number[] {
  return [...new Set([...days].map((d) => splitDay(d).year))].sort((a, b) => a - b);
}
