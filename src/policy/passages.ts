import { fold } from '../text/fold.ts';
import { RUN_IN, splitSentences } from './sentences.ts';
import type { Clause } from './structure.ts';

/** What a search finds at once: whole sentences, about as long as an article of a law. */
const LENGTH = 180;

/** A clause cut into searchable pieces at sentence ends; each item of a run-in list (一是……) begins one. */
export function cutClause(clause: Clause): string[] {
  if (clause.kind === 'table-row' || clause.text.length <= LENGTH) return [clause.text];
  const pieces: string[] = [];
  for (const sentence of splitSentences(clause.text)) {
    const last = pieces.at(-1);
    if (last === undefined || RUN_IN.test(sentence) || last.length + sentence.length > LENGTH)
      pieces.push(sentence);
    else pieces[pieces.length - 1] = last + sentence;
  }
  return pieces;
}

/** What a piece is found by: its own words and the headings and title it stands under, each said once. */
export function searchText(
  title: string,
  clause: { headings: string[]; cells?: { text: string }[] | null },
  piece: string,
): string {
  const own = clause.cells ? clause.cells.map((cell) => cell.text).join('\n') : piece;
  const folded = fold(own);
  const above = [title, ...clause.headings].filter((h) => !folded.includes(fold(h)));
  return [...above, own].join('\n');
}
