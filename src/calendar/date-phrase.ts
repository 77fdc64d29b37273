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

/** 元月 is January; 3万元月底前 is a sum and a month's end. */
const FIRST_MONTH = /(?<![\d万亿千百十几数多余\s])元月/gu;

/**
 * Every date phrase of a folded text (text/fold.ts), in the order written and without overlaps. `ref` is the day on
 * which the text was written, in the county; weeks start on Monday. `lean` says which way a phrase without a month or
 * year looks: 25号 written on the 28th is next month's in a promise, this month's in a report.
 */
export function findDatePhrases(text: string, ref: Day, lean: Lean = 'forward'): DatePhrase[] {
  const found: DatePhrase[] = [];
  const months = text.replace(FIRST_MONTH, '一月');
  for (const rule of DATE_RULES) {
    for (const m of months.matchAll(rule.pattern)) {
      const [at, end] = [m.index, m.index + m[0].length];
      if (found.some((f) => at < f.at + f.text.length && f.at < end)) continue;
      const read = rule.read(m, ref, lean);
      if (read) found.push({ ...read, text: text.slice(at, end), at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The first date phrase of a folded text, or undefined. */
export function readDatePhrase(text: string, ref: Day, lean?: Lean): DatePhrase | undefined {
  return findDatePhrases(text, ref, lean)[0];
}
