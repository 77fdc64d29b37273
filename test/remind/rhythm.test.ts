import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantOf, wallClock } from '../../src/calendar/county-time.ts';
import { isWorkingDay } from '../../src/calendar/working-days.ts';
import {
  DEFAULT_RHYTHM,
  isDigestDay,
  isEve,
  milestones,
  type NudgeState,
  nudgeDue,
  Rhythm,
} from '../../src/remind/rhythm.ts';

const TZ = 'Asia/Shanghai';
const at = (day: string, time = '09:10') => instantOf(day, time, TZ);
const shown = (dueOn: string) =>
  milestones(dueOn, DEFAULT_RHYTHM, TZ).map((m) => `${m.kind} ${wallClock(m.at, TZ).day}`);

test('an item is asked after three days before, on its day, then ever more rarely', () => {
  expect(shown('2026-03-31')).toEqual([
    'before-due 2026-03-27',
    'due 2026-03-31',
    'after-due 2026-04-01',
    'after-due 2026-04-07',
    'after-due 2026-04-13',
    'after-due 2026-04-27',
  ]);
});

test('a deadline on a day of rest is asked after on the working day before', () => {
  expect(shown('2026-05-02')[1]).toBe('due 2026-04-30');
});

const state = (more: Partial<NudgeState> = {}): NudgeState => ({
  dueOn: '2026-03-31',
  isDone: false,
  isOpenMatter: false,
  ...more,
});
const kindAt = (s: NudgeState, day: string) => nudgeDue(s, at(day), DEFAULT_RHYTHM, TZ)?.kind;

test('nobody is asked after what is done, what they have just told, or what the office owes an answer to', () => {
  expect(kindAt(state(), '2026-03-31')).toBe('due');
  expect(kindAt(state({ isDone: true }), '2026-03-31')).toBeUndefined();
  expect(kindAt(state({ isOpenMatter: true }), '2026-03-31')).toBeUndefined();
  expect(kindAt(state({ reportedAt: at('2026-03-28') }), '2026-03-31')).toBeUndefined();
  expect(kindAt(state({ reportedAt: at('2026-03-28') }), '2026-04-01')).toBe('after-due');
});

test('a report of this month keeps the first nudge away, one of an earlier month does not', () => {
  expect(kindAt(state({ reportedAt: at('2026-03-05') }), '2026-03-27')).toBeUndefined();
  expect(kindAt(state({ reportedAt: at('2026-02-20') }), '2026-03-27')).toBe('before-due');
});

test('what was slept through is asked once, the newest only, and not after a week', () => {
  expect(kindAt(state(), '2026-04-03')).toBe('after-due');
  expect(kindAt(state({ askedAt: at('2026-03-31') }), '2026-04-03')).toBe('after-due');
  expect(kindAt(state({ askedAt: at('2026-04-03') }), '2026-04-03')).toBeUndefined();
  expect(kindAt(state(), '2026-05-06')).toBeUndefined();
});

test('a card of the same day or since is the word of a milestone', () => {
  expect(kindAt(state({ askedAt: at('2026-03-31', '09:00') }), '2026-03-31')).toBeUndefined();
});

test('no nudge ever falls on a day of rest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (n) => {
      for (const m of milestones(addDays('2022-06-01', n), DEFAULT_RHYTHM, TZ))
        expect(isWorkingDay(wallClock(m.at, TZ).day)).toBe(true);
    }),
  );
});

test('the office looks at the month card from the afternoon of the working day before', () => {
  const card = at('2026-10-08', '09:00');
  expect(isEve(card, at('2026-09-30', '14:59'), DEFAULT_RHYTHM, TZ)).toBe(false);
  expect(isEve(card, at('2026-09-30', '15:00'), DEFAULT_RHYTHM, TZ)).toBe(true);
  expect(isEve(card, card, DEFAULT_RHYTHM, TZ)).toBe(false);
});

test('the digest comes on its day or the working day after', () => {
  expect(isDigestDay(at('2026-04-25'), DEFAULT_RHYTHM, TZ)).toBe(false);
  expect(isDigestDay(at('2026-04-27'), DEFAULT_RHYTHM, TZ)).toBe(true);
  expect(isDigestDay(at('2026-04-28'), DEFAULT_RHYTHM, TZ)).toBe(true);
  expect(isDigestDay(at('2026-05-06'), DEFAULT_RHYTHM, TZ)).toBe(false);
  expect(isDigestDay(at('2026-04-27'), { ...DEFAULT_RHYTHM, digestDay: 0 }, TZ)).toBe(false);
});

test('a rhythm from a file is checked whole', () => {
  expect(Rhythm.safeParse(DEFAULT_RHYTHM).success).toBe(true);
  expect(Rhythm.safeParse({ ...DEFAULT_RHYTHM, nudgeAt: '25:00' }).success).toBe(false);
  expect(Rhythm.safeParse({ ...DEFAULT_RHYTHM, shout: true }).success).toBe(false);
});
