import { readNumber } from '../text/number.ts';
import { type Day, splitDay } from './county-time.ts';

/** The year of something that is numbered within its year, as written before the number: 2026年, 去年的. */
export const YEAR_BEFORE = '(?:(?<yearSaid>去年|上年|上一年|今年|本年|20\\d\\d年)度?的?)?';
/** The same in the number itself, as we write it: 2026-1. */
export const YEAR_IN = (name = 'yearIn') => `(?:(?<${name}>20\\d\\d)[-–—])?`;

/** A number as somebody named it, with the year where one was named; `back` counts from the present year. */
export type YearNumber = { no: number; year?: number; back?: 0 | 1 };

type Groups = Record<string, string | undefined>;

/** Reads the groups of a pattern built with the parts above and `no`, `no2`; undefined without a number. Pure. */
export function readYearNumber(g: Groups): YearNumber | undefined {
  const no = readNumber(g.no ?? g.no2 ?? '');
  if (no === undefined) return undefined;
  const said = g.yearIn ?? g.yearIn2 ?? g.yearSaid;
  if (said === undefined) return { no };
  const year = /^\d{4}/u.exec(said);
  return year ? { no, year: Number(year[0]) } : { no, back: /^[今本]/u.test(said) ? 0 : 1 };
}

type Numbered = { year: number; no: number | null };

/** A number as it is shown and can be typed: the year stands in it where it is not the present one. */
export const shownNumber = ({ year, no }: Numbered, today: Day): string =>
  year === splitDay(today).year ? String(no) : fullNumber({ year, no });

/** With the year, whichever it is. */
export const fullNumber = ({ year, no }: Numbered): string => `${year}-${no}`;

/**
 * Which of those that bear a number (newest year first) is meant: the one of the year that was named; else the newest, unless
 * an older one is open too. Then it is for the person to say.
 */
export function chooseNumbered<T extends Numbered & { state: string }>(
  rows: readonly T[],
  { year, back }: YearNumber,
  today: Day,
): { one?: T; several?: T[] } {
  const named = year ?? (back === undefined ? undefined : splitDay(today).year - back);
  const [newest, ...older] = named ? rows.filter((r) => r.year === named) : rows;
  const open = older.filter((r) => r.state === 'open');
  if (newest && open.length > 0) return { several: [newest, ...open] };
  return newest ? { one: newest } : {};
}
