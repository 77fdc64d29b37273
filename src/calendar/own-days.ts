import { addDays, type Day, daysInMonth, makeDay } from './county-time.ts';
import type { OwnDays } from './working-days.ts';

/** What was read from an imported table of days: true works, false rests. Problems name their line from 1. */
export type OwnDaysTable = { days: OwnDays; problems: OwnDayProblem[] };

export type OwnDayProblem = { line: number; text: string } & (
  | { kind: 'no-date' }
  | { kind: 'no-such-day' }
  | { kind: 'backwards' }
  | { kind: 'too-long'; days: number }
  | { kind: 'no-word' }
  | { kind: 'contradiction'; day: Day }
);

/** How a line says what a day is; the first word after the date decides, the rest is a remark. */
const WORDS: { pattern: RegExp; works: boolean; example: string }[] = [
  {
    pattern: /^(休息?|放假|假期?|节假日|休假)(?=$|[\s,;（(])/,
    works: false,
    example: '2027-01-01 休 元旦',
  },
  {
    pattern: /^(上?班|补班|调休上班|工作日?)(?=$|[\s,;（(])/,
    works: true,
    example: '2027-02-07 班',
  },
];

const DATE = /^(\d{4})\s*(?:[-/.]|年\s*)(\d{1,2})\s*(?:[-/.]|月\s*)(\d{1,2})\s*[日号]?/;

/** The end of a period may leave out what it shares with its beginning: `2027年2月5日至11日`. */
const RANGE_END =
  /^\s*(?:至|到|~|—+|–)\s*(?:(?:(\d{4})\s*(?:[-/.]|年\s*))?(\d{1,2})\s*(?:[-/.]|月\s*))?(\d{1,2})\s*[日号]?/;

/** Official holidays are shorter; a longer period is a slip of the pen. */
const LONGEST = 31;

/**
 * Reads a table of days that a county settles itself, one line for each: `2027-01-01 休 元旦`, `2027-02-07 班`,
 * `2027年2月5日至11日 放假`. Empty lines and lines that begin with `#` are passed over.
 */
export function readOwnDays(text: string): OwnDaysTable {
  const days = new Map<Day, boolean>();
  const problems: OwnDayProblem[] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').trim();
    if (!line || line.startsWith('#')) continue;
    const read = readLine(line);
    const where = { line: i + 1, text: raw.trim() };
    if ('kind' in read) {
      problems.push({ ...where, ...read });
      continue;
    }
    const clash = read.days.find((d) => days.get(d) === !read.works);
    if (clash) problems.push({ ...where, kind: 'contradiction', day: clash });
    else for (const d of read.days) days.set(d, read.works);
  }
  return { days, problems };
}

type Line =
  | { days: Day[]; works: boolean }
  | { kind: 'no-date' | 'no-such-day' | 'backwards' | 'no-word' }
  | { kind: 'too-long'; days: number };

function readLine(line: string): Line {
  const first = DATE.exec(line);
  if (!first) return { kind: 'no-date' };
  const [whole, y = '', m = '', d = ''] = first;
  const range = RANGE_END.exec(line.slice(whole.length));
  const from = existing(y, m, d);
  const to = range ? existing(range[1] ?? y, range[2] ?? m, range[3] ?? '') : from;
  if (!from || !to) return { kind: 'no-such-day' };
  if (to < from) return { kind: 'backwards' };
  const rest = line.slice(whole.length + (range?.[0].length ?? 0)).replace(/^[\s,;:]+/, '');
  const word = WORDS.find((w) => w.pattern.test(rest));
  if (!word) return { kind: 'no-word' };
  const days = daysBetween(from, to);
  if (days.length > LONGEST) return { kind: 'too-long', days: days.length };
  return { days, works: word.works };
}

function existing(year: string, month: string, date: string): Day | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return makeDay(y, m, d);
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let d = from; d <= to; d = addDays(d, 1)) days.push(d);
  return days;
}
