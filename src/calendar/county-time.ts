/** A calendar day of the county, `YYYY-MM-DD`. Days compare and sort as strings. */
export type Day = string;

const parts = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = parts.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  parts.set(timeZone, made);
  return made;
}

/** The county's wall clock at an instant: its day and the time `HH:MM`. */
export function wallClock(at: Date, timeZone: string): { day: Day; time: string } {
  const p = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(at)
      .map((x) => [x.type, x.value]),
  );
  return { day: `${p.year}-${p.month}-${p.day}`, time: `${p.hour}:${p.minute}` };
}

/** The county's day at an instant. */
export function dayOf(at: Date, timeZone: string): Day {
  return wallClock(at, timeZone).day;
}

/**
 * The instant at which the county's clock shows `time` (`HH:MM`) on `day`. Of two such instants the first; a time that
 * a change of the clocks leaves out moves on by as much as the clocks do.
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [wanted - DAY_MS, wanted + DAY_MS].map((at) => offsetAt(at, timeZone));
  const candidates = [before ?? 0, after ?? 0].map((offset) => new Date(wanted - offset));
  const shown = candidates.find((at) => wanted - offsetAt(at.getTime(), timeZone) === at.getTime());
  return shown ?? candidates[0] ?? new Date(wanted);
}

const DAY_MS = 86_400_000;

/** How far the county's clock is ahead of UTC at an instant, in milliseconds, to the minute. */
function offsetAt(at: number, timeZone: string): number {
  const minute = at - (at % 60_000);
  const { day, time } = wallClock(new Date(minute), timeZone);
  return Date.parse(`${day}T${time}:00Z`) - minute;
}

export function makeDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Year, month 1–12 and day of the month. */
export function splitDay(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Number of days in a month 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function lastDayOfMonth(year: number, month: number): Day {
  return makeDay(year, month, daysInMonth(year, month));
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
