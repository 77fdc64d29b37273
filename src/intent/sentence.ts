import type { Day } from '../calendar/county-time.ts';
import { findPeriods } from '../calendar/find-periods.ts';
import type { PeriodMention } from '../calendar/period.ts';
import { findStrangers, findUnits } from '../text/find-units.ts';
import type { UnitMention, UnitNames } from '../text/unit-name.ts';
import { tidy } from './tidy.ts';

/** Marks in `Sentence.marked`: one for each unit, one for each period. */
export const UNIT = '\uE001';
export const PERIOD = '\uE002';

/** A message with its names and times found, so that the words about them can be read in their places. */
export type Sentence = {
  /** Folded, closed up, without polite words. */
  text: string;
  /** The same with one mark in place of each unit and period. */
  marked: string;
  units: UnitMention[];
  periods: PeriodMention[];
  /** Bodies that the list does not know. */
  strangers: string[];
};

export function readSentence(message: string, names: UnitNames, today: Day): Sentence {
  const text = tidy(message);
  const units = findUnits(text, names);
  const withoutUnits = units.reduce(
    (s, u) => s.slice(0, u.at) + UNIT.repeat(u.length) + s.slice(u.at + u.length),
    text,
  );
  const periods = findPeriods(withoutUnits, today);
  const spans = [
    ...units.map((u) => ({ ...u, mark: UNIT })),
    ...periods.map((p) => ({ ...p, mark: PERIOD })),
  ].sort((a, b) => a.at - b.at);
  let marked = '';
  let at = 0;
  for (const s of spans) {
    marked += text.slice(at, s.at) + s.mark;
    at = s.at + s.length;
  }
  marked += text.slice(at);
  return { text, marked, units, periods, strangers: findStrangers(text, units) };
}
