import type { Day } from './county-time.ts';
import { DATE_RULES } from './date-rules.ts';
import type { Lean, Precision } from './date-words.ts';

/** Days named in a text, relative to the day it was written. */
export type DatePhrase = {
  start: Day;
  /** Last day meant: a deadline falls here. */
  end: Day;
  precision: Precision;
  /** As written, and where it stands. */
  text: string;
  at: number;
};

/**
 * Every date phrase of a folded text (text/fold.ts), in the order written and without overlaps. `ref` is the day on
 * which the text was written, in the county; weeks start on Monday. `lean` says which way a phrase without a month or
 * year looks: 25号 written on the 28th is next month's in a promise, this month's in a report.
 */
export function findDatePhrases(text: string, ref: Day, lean: Lean = 'forward'): DatePhrase[] {
  const found: DatePhrase[] = [];
  for (const rule of DATE_RULES) {
    for (const m of text.matchAll(rule.pattern)) {
      const [at, end] = [m.index, m.index + m[0].length];
      if (found.some((f) => at < f.at + f.text.length && f.at < end)) continue;
      const read = rule.read(m, ref, lean);
      if (read) found.push({ ...read, text: m[0], at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The first date phrase of a folded text, or undefined. */
export function readDatePhrase(text: string, ref: Day, lean?: Lean): DatePhrase | undefined {
  return findDatePhrases(text, ref, lean)[0];
}
