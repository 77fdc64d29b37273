import { type Day, dayOf, lastDayOfMonth, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { findPlansOfYear, listOccurrences, updateOccurrence } from './queries.ts';
import { openSince } from './schedule.ts';

/** All of China keeps one clock; which month a moment is in is asked of that. */
const CLOCK = 'Asia/Shanghai';

/**
 * Keeps figures that people have seen: tasks that come after the month in which the year's first plan was published are
 * left out of the months that ended before them. Until then the year is being set up, and everything counts from
 * January. `had`: months that showed a task before it was changed.
 */
export async function keepPastMonths(
  db: Db,
  year: number,
  taskIds: string[],
  at: Date,
  had: ReadonlyMap<string, number[]> = new Map(),
): Promise<void> {
  const since = dayOf(at, CLOCK);
  const opened = (await findPlansOfYear(db, year)).flatMap((p) => p.publishedAt ?? []);
  if (opened.length === 0) return;
  const first = dayOf(new Date(Math.min(...opened.map((d) => d.getTime()))), CLOCK);
  if (since <= endOfMonth(first)) return;
  for (const taskId of taskIds) {
    const times = await listOccurrences(db, taskId);
    for (const [no, time] of openSince(times, year, since, had.get(taskId)).entries())
      if (time.months.length !== times[no]?.months.length)
        await updateOccurrence(db, time.id, { months: time.months, dueOn: time.dueOn });
  }
}

function endOfMonth(day: Day): Day {
  const { year, month } = splitDay(day);
  return lastDayOfMonth(year, month);
}
