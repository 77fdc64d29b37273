import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysInMonth,
  instantOf,
  lastDayOfMonth,
  makeDay,
  splitDay,
  wallClock,
  weekday,
} from '../../src/calendar/county-time.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Kathmandu',
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));

describe("the county's clock", () => {
  test('is already in April while it is still March in London', () => {
    const at = new Date('2022-03-31T16:30:00Z');
    expect(wallClock(at, 'Asia/Shanghai')).toEqual({ day: '2022-04-01', time: '00:30' });
    expect(dayOf(at, 'Europe/London')).toBe('2022-03-31');
  });

  test('shows midnight as 00:00', () => {
    expect(wallClock(new Date('2026-02-28T16:00:00Z'), 'Asia/Shanghai').time).toBe('00:00');
  });

  test.each([
    ['2022-03-01', '09:00', 'Asia/Shanghai', '2022-03-01T01:00:00.000Z'],
    ['2026-01-01', '00:00', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
    ['2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-12-01', '09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
    ['2026-03-01', '09:00', 'Asia/Kathmandu', '2026-03-01T03:15:00.000Z'],
  ])('shows %s %s in %s at %s', (day, time, zone, iso) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(iso);
  });

  test('an hour that comes twice is meant the first time', () => {
    expect(instantOf('2026-11-01', '01:30', 'America/New_York').toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  test.each([
    ['2026-03-08', '02:30', 'America/New_York', { day: '2026-03-08', time: '03:30' }],
    ['2026-04-24', '00:00', 'Africa/Cairo', { day: '2026-04-24', time: '01:00' }],
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', { day: '2026-10-04', time: '02:40' }],
  ])('%s %s is left out in %s and moves on', (day, time, zone, shown) => {
    expect(wallClock(instantOf(day, time, zone), zone)).toEqual(shown);
  });

  test.each(ZONES)('in %s reading the clock and setting it are inverse', (zone) => {
    fc.assert(
      fc.property(instant, (at) => {
        const { day, time } = wallClock(at, zone);
        const back = instantOf(day, time, zone);
        expect(wallClock(back, zone)).toEqual({ day, time });
        // The same instant, or the first of two that look alike.
        expect([0, 30, 60]).toContain((at.getTime() - back.getTime()) / 60_000);
      }),
    );
  });
});

describe('days', () => {
  const day = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('2000-01-01', n));

  test('sort as they follow each other', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4000 }), (d, n) => {
        const later = addDays(d, n);
        expect(later > d).toBe(true);
        expect(addDays(later, -n)).toBe(d);
        expect((weekday(d) - 1 + n) % 7).toBe(weekday(later) - 1);
      }),
    );
  });

  test('come apart and together again', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { year, month, date } = splitDay(d);
        expect(makeDay(year, month, date)).toBe(d);
        expect(date).toBeLessThanOrEqual(daysInMonth(year, month));
        expect(splitDay(addDays(lastDayOfMonth(year, month), 1)).date).toBe(1);
      }),
    );
  });

  test.each([
    [2024, 2, 29],
    [2026, 2, 28],
    [2100, 2, 28],
    [2000, 2, 29],
    [2026, 12, 31],
  ])('month %i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  test('the week begins on Monday', () => {
    expect(weekday('2026-03-02')).toBe(1);
    expect(weekday('2026-03-01')).toBe(7);
  });
});
