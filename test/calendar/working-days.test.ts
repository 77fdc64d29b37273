import { getDayDetail } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, makeDay, weekday } from '../../src/calendar/county-time.ts';
import {
  firstWorkingDay,
  HOLIDAYS_KNOWN,
  isWorkingDay,
  isYearKnown,
  knownUntil,
  lastWorkingDay,
  missingFestivals,
  nextWorkingDay,
  previousWorkingDay,
} from '../../src/calendar/working-days.ts';

const daysFrom = (from: Day, to: Day) => {
  const days: Day[] = [];
  for (let d = from; d <= to; d = addDays(d, 1)) days.push(d);
  return days;
};

// Arrangements as published by the State Council's office: 国办发明电〔2021〕11号, 国办发明电〔2025〕7号.
describe.each([
  ['元旦 2022', '2022-01-01', '2022-01-03'],
  ['春节 2022', '2022-01-31', '2022-02-06'],
  ['清明节 2022', '2022-04-03', '2022-04-05'],
  ['劳动节 2022', '2022-04-30', '2022-05-04'],
  ['端午节 2022', '2022-06-03', '2022-06-05'],
  ['中秋节 2022', '2022-09-10', '2022-09-12'],
  ['国庆节 2022', '2022-10-01', '2022-10-07'],
  ['元旦 2026', '2026-01-01', '2026-01-03'],
  ['春节 2026', '2026-02-15', '2026-02-23'],
  ['清明节 2026', '2026-04-04', '2026-04-06'],
  ['劳动节 2026', '2026-05-01', '2026-05-05'],
  ['端午节 2026', '2026-06-19', '2026-06-21'],
  ['中秋节 2026', '2026-09-25', '2026-09-27'],
  ['国庆节 2026', '2026-10-01', '2026-10-07'],
])('%s', (_, from, to) => {
  test(`offices rest from ${from} to ${to}`, () => {
    expect(daysFrom(from, to).filter((d) => isWorkingDay(d))).toEqual([]);
  });
});

test.each([
  '2022-01-29',
  '2022-01-30',
  '2022-04-02',
  '2022-04-24',
  '2022-05-07',
  '2022-10-08',
  '2022-10-09',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
])('%s is a weekend that offices work', (day) => {
  expect(weekday(day)).toBeGreaterThan(5);
  expect(isWorkingDay(day)).toBe(true);
});

test('offices work 249 days in 2022 and 248 in 2026', () => {
  const worked = (year: number) =>
    daysFrom(makeDay(year, 1, 1), makeDay(year, 12, 31)).filter((d) => isWorkingDay(d)).length;
  expect([worked(2022), worked(2026)]).toEqual([249, 248]);
});

test.each([
  [2022, [4, 7, 1, 1, 5, 1, 1, 1, 1, 8, 1, 1], [30, 28, 31, 29, 31, 30, 29, 31, 30, 31, 30, 30]],
  [2026, [4, 2, 2, 1, 6, 1, 1, 3, 1, 8, 2, 1], [30, 28, 31, 30, 29, 30, 31, 31, 30, 30, 30, 31]],
])('the working months of %i begin and end when the published table says', (year, first, last) => {
  const dates = (find: (y: number, m: number) => Day) =>
    first.map((_, i) => Number(find(year, i + 1).slice(8)));
  expect(dates(firstWorkingDay)).toEqual(first);
  expect(dates(lastWorkingDay)).toEqual(last);
});

test('the years said to be known are those of the library', () => {
  const restsOnNationalDay = (year: number) => !getDayDetail(makeDay(year, 10, 1)).work;
  const newYear = (year: number) => !getDayDetail(makeDay(year, 1, 1)).work;
  for (let year = HOLIDAYS_KNOWN.from; year <= HOLIDAYS_KNOWN.until; year++)
    expect([year, restsOnNationalDay(year)]).toEqual([year, true]);
  expect(newYear(HOLIDAYS_KNOWN.until + 1)).toBe(false);
});

describe('a year that is not published yet', () => {
  test('rests on weekends and on the days that are free by law', () => {
    expect(isWorkingDay('2027-01-01')).toBe(false);
    expect(firstWorkingDay(2027, 1)).toBe('2027-01-04');
    expect(isWorkingDay('2027-02-08')).toBe(false);
    expect(isWorkingDay('2027-10-04')).toBe(true);
    expect(isWorkingDay('2027-01-02')).toBe(false);
    expect(isWorkingDay('1999-10-01')).toBe(true);
    expect(isYearKnown(2027)).toBe(false);
    expect(isYearKnown(2026)).toBe(true);
  });

  test('is known as soon as no holiday of it is missing among the days of the county', () => {
    const own = new Map([
      ['2027-01-01', false],
      ['2027-02-07', true],
    ]);
    expect(missingFestivals(2027, own)).toEqual(['春节', '清明', '五一', '端午', '中秋', '国庆']);
    expect(isYearKnown(2027, own)).toBe(false);
    expect(knownUntil(own)).toBe(2026);
    const rest = ['02-06', '04-05', '05-01', '06-09', '09-15', '10-01'];
    for (const day of rest) own.set(`2027-${day}`, false);
    expect(isYearKnown(2027, own)).toBe(true);
    expect(knownUntil(own)).toBe(2027);
    expect(isYearKnown(2028, own)).toBe(false);
    expect(isWorkingDay('2027-01-01', own)).toBe(false);
    expect(isWorkingDay('2027-02-07', own)).toBe(true);
    expect(firstWorkingDay(2027, 1, own)).toBe('2027-01-04');
  });
});

test("the county's own days win over the published table", () => {
  const own = new Map([
    ['2026-03-02', false],
    ['2026-10-01', true],
    ['2026-03-31', false],
  ]);
  expect(firstWorkingDay(2026, 3, own)).toBe('2026-03-03');
  expect(lastWorkingDay(2026, 3, own)).toBe('2026-03-30');
  expect(firstWorkingDay(2026, 10, own)).toBe('2026-10-01');
});

test('a month without any working day ends on its last day, and the search for a next one ends', () => {
  const own = new Map(daysFrom('2030-02-01', '2030-02-28').map((d) => [d, false]));
  expect(lastWorkingDay(2030, 2, own)).toBe('2030-02-28');
  expect(nextWorkingDay('2030-02-01', own)).toBe('2030-03-01');
});

test('between a day and the next working day all days rest', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2004-01-01', n));
  fc.assert(
    fc.property(day, (d) => {
      const next = nextWorkingDay(d);
      expect(isWorkingDay(next)).toBe(true);
      expect(daysFrom(d, addDays(next, -1)).filter((x) => isWorkingDay(x))).toEqual([]);
      expect(previousWorkingDay(addDays(next, 1))).toBe(next);
    }),
  );
});
