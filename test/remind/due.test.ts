import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, wallClock } from '../../src/calendar/county-time.ts';
import { isWorkingDay } from '../../src/calendar/working-days.ts';
import { monthCards, nextMonthCardMoment, outsideQuietHours } from '../../src/remind/due.ts';

const TZ = 'Asia/Shanghai';
const NONE = new Map();
const at = (s: string) => new Date(`${s}:00+08:00`);
const cards = (publishedAt: string) =>
  monthCards({ year: 2022, publishedAt: at(publishedAt) }, TZ).map(
    (c) => `${c.month} ${wallClock(c.at, TZ).day} ${wallClock(c.at, TZ).time}`,
  );

test('a month card goes out on the first working day of its month at nine', () => {
  expect(cards('2021-12-20T10:00')).toEqual([
    '1 2022-01-04 09:00',
    '2 2022-02-07 09:00',
    '3 2022-03-01 09:00',
    '4 2022-04-01 09:00',
    '5 2022-05-05 09:00',
    '6 2022-06-01 09:00',
    '7 2022-07-01 09:00',
    '8 2022-08-01 09:00',
    '9 2022-09-01 09:00',
    '10 2022-10-08 09:00',
    '11 2022-11-01 09:00',
    '12 2022-12-01 09:00',
  ]);
});

test('a plan published in March reminds of March at the next working day and never of January and February', () => {
  expect(cards('2022-03-05T10:00').slice(0, 2)).toEqual([
    '3 2022-03-07 09:00',
    '4 2022-04-01 09:00',
  ]);
});

test('a plan published before the month card of its month reminds at the usual moment', () => {
  expect(cards('2022-02-06T10:00')[0]).toBe('2 2022-02-07 09:00');
});

test('a plan published on the card day before nine reminds that day, after nine the next', () => {
  expect(cards('2022-03-01T08:30')[0]).toBe('3 2022-03-01 09:00');
  expect(cards('2022-03-01T09:30')[0]).toBe('3 2022-03-02 09:00');
});

test('a plan published after its year reminds of nothing', () => {
  expect(cards('2023-01-10T10:00')).toEqual([]);
});

test('what is late waits for the morning of a working day', () => {
  expect(outsideQuietHours(at('2022-03-01T23:10'), TZ, NONE)).toEqual(at('2022-03-02T09:00'));
  expect(outsideQuietHours(at('2022-03-05T10:00'), TZ, NONE)).toEqual(at('2022-03-07T09:00'));
  expect(outsideQuietHours(at('2022-03-01T09:00'), TZ, NONE)).toEqual(at('2022-03-01T09:00'));
});

test('nobody is ever nudged at night or on a day of rest', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2022-01-01T00:00'), max: at('2026-12-30T00:00'), noInvalidDate: true }),
      (now) => {
        const moment = outsideQuietHours(now, TZ, NONE);
        const { day, time } = wallClock(moment, TZ);
        expect(isWorkingDay(day) && time >= '08:00' && time < '20:00').toBe(true);
        expect(moment >= now).toBe(true);
      },
    ),
  );
});

test('the next month card is looked for across the turn of the year', () => {
  expect(dayOf(nextMonthCardMoment(at('2025-12-15T10:00'), TZ), TZ)).toBe('2026-01-04');
});
