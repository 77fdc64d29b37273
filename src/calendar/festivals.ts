import chineseDays from 'chinese-days';
import { addDays, type Day, makeDay } from './county-time.ts';

const lunar = (year: number, date: string): Day =>
  chineseDays.getSolarDateFromLunar(`${year}-${date}`).date;

/** The festivals people reckon by, each with its day in a year; the lunar ones hold for 1900 to 2099. */
const FESTIVALS: { names: string[]; on: (year: number) => Day }[] = [
  { names: ['元旦'], on: (y) => makeDay(y, 1, 1) },
  { names: ['除夕'], on: (y) => addDays(lunar(y, '01-01'), -1) },
  { names: ['春节', '过年', '大年'], on: (y) => lunar(y, '01-01') },
  { names: ['元宵', '正月十五'], on: (y) => lunar(y, '01-15') },
  { names: ['清明'], on: (y) => chineseDays.getSolarTermDate(y, 4, 'pure_brightness') },
  { names: ['五一', '劳动'], on: (y) => makeDay(y, 5, 1) },
  { names: ['端午'], on: (y) => lunar(y, '05-05') },
  { names: ['七一'], on: (y) => makeDay(y, 7, 1) },
  { names: ['八一'], on: (y) => makeDay(y, 8, 1) },
  { names: ['中秋'], on: (y) => lunar(y, '08-15') },
  { names: ['国庆', '十一'], on: (y) => makeDay(y, 10, 1) },
];

/** Those that close the offices: a bare 节前 means the next of them. */
export const CLOSED_FESTIVALS = ['元旦', '春节', '清明', '五一', '端午', '中秋', '国庆'];

/** Days off by law (全国年节及纪念日放假办法, 2024), counted from the festival's own day. */
const BY_LAW: Record<string, number[]> = {
  元旦: [0],
  春节: [-1, 0, 1, 2],
  清明: [0],
  五一: [0, 1],
  端午: [0],
  中秋: [0],
  国庆: [0, 1, 2],
};

const lawful = new Map<number, ReadonlySet<Day>>();

/** The days of a year on which offices rest by law, whatever the year's notice adds around them. */
export function restDaysByLaw(year: number): ReadonlySet<Day> {
  const known = lawful.get(year);
  if (known) return known;
  const days = CLOSED_FESTIVALS.flatMap((name) => {
    const day = festivalDay(name, year);
    return day ? (BY_LAW[name] ?? []).map((n) => addDays(day, n)) : [];
  });
  const made = new Set(days);
  lawful.set(year, made);
  return made;
}

export const FESTIVAL_NAMES = FESTIVALS.flatMap((f) => f.names);

/** The day of a festival in a year, or undefined for an unknown name. */
export function festivalDay(name: string, year: number): Day | undefined {
  return FESTIVALS.find((f) => f.names.includes(name))?.on(year);
}

/** The first festival with days off on or after `day`. */
export function nextFestival(day: Day): Day | undefined {
  const year = Number(day.slice(0, 4));
  return [year, year + 1]
    .flatMap((y) => CLOSED_FESTIVALS.map((name) => festivalDay(name, y)))
    .filter((d): d is Day => d !== undefined && d >= day)
    .sort()[0];
}
