import { insertChange } from '../audit/queries.ts';
import { type Act, recordAudit } from '../audit/record.ts';
import { yearsOf } from '../calendar/arrangement.ts';
import { splitDay } from '../calendar/county-time.ts';
import { type OwnDayProblem, readOwnDays } from '../calendar/own-days.ts';
import { missingFestivals, type OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { DocumentContent } from '../documents/document.ts';
import { recountDue } from '../plan/recount-due.ts';
import { loadOwnDays, storeOwnDays } from '../settings/own-days-queries.ts';
import { dayLines } from './day-lines.ts';

export type DaysFile =
  | { kind: 'days'; days: OwnDays }
  | { kind: 'wrong'; problems: OwnDayProblem[] }
  | { kind: 'no-days' };

/** How a table of days is called, in its name or its first lines; a notice about safety 放假期间 is none. */
const TITLE =
  /节假日.{0,6}安排|放假.{0,4}安排|放假调休|调休.{0,4}(?:表|安排|通知)|节假日(?:表|调休)|工作日(?:历|表|调整|安排)|日历|年历/u;

/**
 * Reads a document as a table of working days and days off. `no-days`: it is about something else. A year in the file's
 * name holds for dates without one; `isMeant`: whoever gave the file said that it is such a table. Pure.
 */
export function readDaysFile(content: DocumentContent, name: string, isMeant = false): DaysFile {
  const lines = dayLines(content).filter((l) => l.text.trim() !== '');
  const year = /(?<!\d)(20\d{2})(?!\d)/u.exec(name)?.[1];
  const { days, problems } = readOwnDays(lines, year ? Number(year) : undefined);
  const head = [name, ...lines.slice(0, 4).map((l) => l.text)].join('\n');
  const isMostlyDays = days.size > 0 && problems.length * 2 < lines.length;
  if (!isMeant && !TITLE.test(head) && !(isMostlyDays && problems.length * 4 <= days.size))
    return { kind: 'no-days' };
  if (days.size === 0 && problems.length === 0) return { kind: 'no-days' };
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'days', days };
}

export type ImportedDays = {
  changeId: string;
  years: { year: number; rests: number; works: number; missing: string[] }[];
  /** Tasks whose due day moved with the calendar. */
  moved: number;
};

/**
 * Stores a table of days. A table that leaves out no holiday of a year takes the place of what was stored of that year;
 * any other is added. Undefined when nothing would change.
 */
export async function importDays(
  db: Db,
  act: Act,
  days: OwnDays,
  newId: () => string,
): Promise<ImportedDays | undefined> {
  const before = await loadOwnDays(db);
  const years = yearsOf(days.keys());
  const whole = new Set(years.filter((y) => missingFestivals(y, days).length === 0));
  const gone = [...before.keys()].filter((d) => whole.has(splitDay(d).year) && !days.has(d));
  if (gone.length === 0 && [...days].every(([d, works]) => before.get(d) === works))
    return undefined;
  await storeOwnDays(db, act, days, gone);
  const now = await loadOwnDays(db);
  const moved = await recountDue(db, years, before, now);
  const changeId = newId();
  const data: Kept = {
    added: [...days.keys()],
    before: [...before].filter(([d]) => days.has(d) || gone.includes(d)),
  };
  await insertChange(db, act, { id: changeId, kind: 'own-days', data });
  await recordAudit(db, act, 'calendar.imported', 'calendar', { years, days: days.size, moved });
  const count = (year: number, works: boolean) =>
    [...days].filter(([d, w]) => w === works && splitDay(d).year === year).length;
  return {
    changeId,
    moved,
    years: years.map((year) => ({
      year,
      rests: count(year, false),
      works: count(year, true),
      missing: missingFestivals(year, now),
    })),
  };
}

type Kept = { added: string[]; before: [string, boolean][] };

/** Gives the calendar back as it was before an import; due days move back with it. */
export async function undoImportDays(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
): Promise<void> {
  // Written by importDays above and read from our own table.
  const { added, before } = data as Kept;
  const then = await loadOwnDays(db);
  await storeOwnDays(db, act, new Map(before), added);
  const days = [...added, ...before.map(([d]) => d)];
  await recountDue(db, yearsOf(days), then, await loadOwnDays(db));
  await recordAudit(db, act, 'calendar.restored', 'calendar', { days: days.length });
}
