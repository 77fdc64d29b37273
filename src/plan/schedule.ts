import { type Day, lastDayOfMonth, makeDay, splitDay } from '../calendar/county-time.ts';
import { lastWorkingDay, type OwnDays } from '../calendar/working-days.ts';
import type { ParsedTask, Recurrence } from './plan.ts';

/** One time a task falls due; `months` (1–12) are those whose cards and overviews show it. */
export type Schedule = { months: number[]; dueOn: Day };

const QUARTER_ENDS = [3, 6, 9, 12];
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * When a task falls due within its plan's year (CONTRACT section 5): on its own date, else on the last working day of its
 * month; 全年/持续推进 is shown in each quarter's last month and due 31 December; recurring in each of its months.
 */
export function scheduleTask(
  task: Pick<ParsedTask, 'month' | 'dueOn' | 'recurrence'>,
  year: number,
  own?: OwnDays,
): Schedule[] {
  const { month, dueOn, recurrence } = task;
  const repeats = recurrence ? monthsOf(recurrence) : undefined;
  if (repeats)
    return repeats.map((m) => ({ months: [m], dueOn: dayIn(year, m, recurrence?.day, own) }));
  if (!recurrence && month !== null)
    return [{ months: [month], dueOn: dueOn ?? lastWorkingDay(year, month, own) }];
  const allYear = makeDay(year, 12, 31);
  if (!recurrence && dueOn && dueOn < allYear && splitDay(dueOn).year === year)
    return [{ months: [splitDay(dueOn).month], dueOn }];
  return [{ months: QUARTER_ENDS, dueOn: dueOn ?? allYear }];
}

/**
 * The same times without the months that had ended before the task came (`since`): 全年 and recurring work added in
 * December was nobody's work in March. A month the document names stays, and so does the last one, so that no task is
 * lost; `had` are months that showed the task before it was changed. Pure.
 */
export function openSince<Time extends Pick<Schedule, 'months'>>(
  times: Time[],
  year: number,
  since: Day,
  had: number[] = [],
): Time[] {
  const all = times.flatMap((t) => t.months);
  if (all.length < 2) return times;
  const last = Math.max(...all);
  const isShown = (m: number) => m === last || had.includes(m) || lastDayOfMonth(year, m) >= since;
  return times.map((t) => ({ ...t, months: t.months.filter(isShown) }));
}

/** The months (1–12) in which recurring work falls due; undefined where it has none of its own: 持续推进, 每年. */
export function monthsOf(recurrence: Recurrence): number[] | undefined {
  if (recurrence.months && recurrence.months.length > 0) return recurrence.months;
  if (recurrence.every === 'month') return ALL_MONTHS;
  if (recurrence.every === 'quarter') return QUARTER_ENDS;
  return undefined;
}

function dayIn(year: number, month: number, day: number | undefined, own?: OwnDays): Day {
  if (!day) return lastWorkingDay(year, month, own);
  return makeDay(year, month, Math.min(day, splitDay(lastDayOfMonth(year, month)).date));
}
