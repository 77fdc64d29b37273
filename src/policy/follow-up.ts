import { type Question, readQuestion } from './question.ts';
import type { Term } from './question-terms.ts';

const OPENING = /^(?:那么|那|如果是?|要是|换成|还有|至于)/;
/** What was asked about a sum, where the new question asks for no sum. */
const OF_A_SUM = /^(?:最高|最多|最长|封顶|上限|比例|标准|奖励|补助|补贴|奖补|奖|补)$/;

const CLOSING = /呢[?？。]*$/;

/** 那复审呢, 桃江的呢: a question that lives on the one before. */
export function isFollowUp(text: string): boolean {
  const trimmed = text.trim();
  return (
    (OPENING.test(trimmed) && [...trimmed].length <= 16) ||
    (CLOSING.test(trimmed) && [...trimmed].length <= 14)
  );
}

/**
 * Readings of a follow-up question, the fullest first: everything asked before with the new words, then with one or two
 * neighbouring words of the old question given up for them. A new place, year or month takes the place of the old one.
 */
export function readFollowUp(text: string, previous: string, places: string[]): Question[] {
  const own = readQuestion(text.trim().replace(OPENING, '').replace(CLOSING, ''), places);
  const before = readQuestion(previous, places);
  const asked =
    own.asked.some((a) => a.kind !== 'text') || before.asked.length === 0
      ? own.asked
      : before.asked;
  const fresh = own.terms.map((t) => ({ ...t, weight: t.weight * 2, strict: true }));
  const hasPlace = own.terms.some((t) => t.kind === 'place');
  const kept = before.terms.filter(
    (t) =>
      !(hasPlace && t.kind === 'place') &&
      !fresh.some((f) => f.text === t.text) &&
      !(own.cues.length > 0 && OF_A_SUM.test(t.text)),
  );
  const base = {
    text: `${previous} ${text}`,
    plain: `${before.plain}${own.plain}`,
    asked,
    cues: own.cues,
    years: own.years.length > 0 ? own.years : before.years,
    months: own.months.length > 0 ? own.months : before.months,
  };
  return withoutRuns(kept).map((terms) => ({ ...base, terms: [...fresh, ...terms] }));
}

function withoutRuns(terms: Term[]): Term[][] {
  const free = (run: Term[]) => run.every((t) => t.kind === 'word');
  const readings = [terms];
  for (const length of [1, 2]) {
    for (let i = 0; i + length <= terms.length; i++) {
      if (free(terms.slice(i, i + length)))
        readings.push([...terms.slice(0, i), ...terms.slice(i + length)]);
    }
  }
  return readings;
}
