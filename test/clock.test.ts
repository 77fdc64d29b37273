import { expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';

/** Real time that a test moves by hand. */
function realTime(start = Date.parse('2026-05-06T00:00:00Z')) {
  let now = start;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}

test('without a start the clock shows real time', () => {
  const real = realTime();
  const clock = createClock(undefined, real.now);
  expect(clock.now().toISOString()).toBe('2026-05-06T00:00:00.000Z');
  real.pass(1500);
  expect(clock.now().toISOString()).toBe('2026-05-06T00:00:01.500Z');
});

test('a chosen start runs on at the speed of real time', () => {
  const real = realTime();
  const clock = createClock(new Date('2022-02-25T01:00:00Z'), real.now);
  real.pass(60_000);
  expect(clock.now().toISOString()).toBe('2022-02-25T01:01:00.000Z');
});

test('the clock can be set forwards and backwards, and those who listen hear of it', () => {
  const real = realTime();
  const clock = createClock(undefined, real.now);
  const heard: string[] = [];
  const stop = clock.onSet(() => heard.push(clock.now().toISOString()));
  clock.set(new Date('2022-03-01T01:00:00Z'));
  clock.set(new Date('2022-02-01T01:00:00Z'));
  stop();
  clock.set(new Date('2022-04-01T01:00:00Z'));
  expect(heard).toEqual(['2022-03-01T01:00:00.000Z', '2022-02-01T01:00:00.000Z']);
  real.pass(1000);
  expect(clock.now().toISOString()).toBe('2022-04-01T01:00:01.000Z');
});

test('nobody can change the time through a date that the clock gave out', () => {
  const clock = createClock(undefined, realTime().now);
  clock.now().setFullYear(1999);
  expect(clock.now().getUTCFullYear()).toBe(2026);
});
