import { formsOf } from './language.ts';
import type { Term } from './question.ts';
import type { Statement } from './statements.ts';

/** How fully a text speaks of a word: 1 it does, 0 it does not; between them it says something close. */
export function speaksOf(text: string, word: string): number {
  for (const form of formsOf(word)) if (text.includes(form)) return 1;
  const chars = [...word];
  if (chars.length >= 3) {
    const covered = coveredChars(text, chars);
    return covered / chars.length >= 0.6 ? covered / chars.length : 0;
  }
  if (chars.length === 2 && /^\p{Script=Han}{2}$/u.test(word)) {
    // 技改 for 技术改造: an abbreviation takes one character of each word.
    const [a = '', b = ''] = chars;
    if (new RegExp(`${a}\\p{Script=Han}${b}`, 'u').test(text)) return 0.6;
  }
  return 0;
}

/** Characters of a word that stand in the text as parts of at least two characters. */
function coveredChars(text: string, chars: string[]): number {
  let covered = 0;
  let i = 0;
  while (i < chars.length) {
    let length = chars.length - i;
    while (length >= 2 && !text.includes(chars.slice(i, i + length).join(''))) length--;
    if (length >= 2) {
      covered += length;
      i += length;
    } else i++;
  }
  return covered;
}

/** How much what stands around a statement counts for what it says. */
const AROUND = { lead: 0.85, headings: 0.8, previous: 0.7, title: 0.7, clause: 0.4 };

export type TermMatch = { term: Term; cover: number; inside: boolean };

/** For each word, how fully the statement with its surroundings speaks of it. */
export function matchTerms(terms: Term[], statement: Statement): TermMatch[] {
  return terms.map((term) => {
    const inside = speaksOf(statement.plain, term.text);
    if (inside === 1) return { term, cover: 1, inside: true };
    const around = [
      ...statement.leads.map((lead) => AROUND.lead * speaksOf(lead, term.text)),
      AROUND.headings * speaksOf(statement.headings, term.text),
      AROUND.title * speaksOf(statement.title, term.text),
      AROUND.previous * speaksOf(statement.previous, term.text),
      AROUND.clause * speaksOf(statement.clause, term.text),
    ];
    const best = Math.max(inside, ...around);
    return { term, cover: best, inside: inside > 0 && best === inside };
  });
}
