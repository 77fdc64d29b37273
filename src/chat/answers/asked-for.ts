import { splitDay } from '../../calendar/county-time.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { periodName, several, words } from '../../summary/wording.ts';
import { questionWords } from './question-wording.ts';

/** What a question was taken to ask, part by part, in the words of its answer: period or days, units, role, state, matter. */
export function askedFor(query: ProgressQuery, today: string): string[] {
  const { window, reported, reporter } = query;
  const days = reported ?? window;
  return [
    days
      ? words.days(days.from, days.to)
      : periodName(query.year, monthsOf(query, today), splitDay(today).year),
    ...(query.units.length > 0 ? [several(query.units)] : []),
    ...(query.except ? [words.without(query.except)] : []),
    ...(reporter ? [reporter] : []),
    ...(query.role ? [words[query.role]] : []),
    ...(query.status ? [questionWords.states[query.status]] : []),
    ...(query.topic ? [query.topic] : []),
  ];
}
