import { fold } from '../text/fold.ts';
import { termsOf } from './terms.ts';

/** A question with the words of a clause that was confirmed to answer it; `by`: who said 有用, none where the office chose the clause. */
export type Confirmed = { question: string; clause: string; by?: string };

/** Who says `word` often means a clause that says `clauseWord`; `strength` above 0. */
export type WordLink = { word: string; clauseWord: string; strength: number };

/** A link needs so many people; the office's own choice counts as much as they do. */
const SEEN = 2;
/** Clause words that one word brings. */
const MOST = 8;
/** As many pairs as these stand for what is known of a word's frequency before anything is confirmed. */
const BEFORE = 20;
/** What a linked word counts beside a word of the question itself. */
const WEIGHT = 0.25;
/** The most that a passage gains, as a share of the best score. */
const SHARE = 0.25;

/** Words by which links are made: single characters are everywhere and tell nothing. */
const wordsOf = (text: string) => new Set(termsOf(fold(text)).filter((t) => t.length > 1));

/** All words of the confirmed clauses, for which `learn` asks `shareOf`. */
export const clauseWords = (pairs: readonly Confirmed[]): string[] => [
  ...new Set(pairs.flatMap(({ clause }) => [...wordsOf(clause)])),
];

/**
 * Word translations out of confirmed pairs: how much more often clauses confirmed for a word hold another word than clauses
 * do otherwise. `shareOf` is the share of the library's passages that hold a word, 0 to 1. However often one person confirms
 * the same, it counts once.
 */
export function learn(
  pairs: readonly Confirmed[],
  shareOf: (word: string) => number = () => 0,
): WordLink[] {
  const asked = new Map<string, number>();
  const said = new Map<string, number>();
  const read = pairs.map(({ question, clause, by }) => {
    const words = wordsOf(question);
    const others = [...wordsOf(clause)].filter((w) => !words.has(w));
    const voices = by === undefined ? SEEN : 1;
    for (const word of words) bump(asked, word, voices);
    for (const other of others) bump(said, other, voices);
    return { by, words, others, voices };
  });
  const total = read.reduce((sum, { voices }) => sum + voices, 0);
  const enough = (counts: Map<string, number>) => (word: string) => (counts.get(word) ?? 0) >= SEEN;
  const together = new Map<string, Map<string, number>>();
  for (const [by, list] of Map.groupBy(read, (r) => r.by)) {
    const heard = new Map<string, Set<string>>();
    for (const { words, others, voices } of list) {
      const taught = others.filter(enough(said));
      for (const word of [...words].filter(enough(asked))) {
        const row = together.get(word) ?? new Map<string, number>();
        together.set(word, row);
        const known = heard.get(word) ?? new Set();
        heard.set(word, known);
        for (const other of taught) {
          if (by !== undefined && known.has(other)) continue;
          known.add(other);
          bump(row, other, voices);
        }
      }
    }
  }
  const links = ([word, row]: [string, Map<string, number>]): WordLink[] =>
    [...row]
      .filter(([, n]) => n >= SEEN)
      .map(([clauseWord, n]) => {
        const share =
          ((said.get(clauseWord) ?? 0) + BEFORE * shareOf(clauseWord)) / (total + BEFORE);
        const chance = (asked.get(word) ?? 0) * share;
        return { word, clauseWord, strength: Math.log(n / chance) * (n / (n + SEEN)) };
      })
      .filter(({ strength }) => strength > 0)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST);
  return [...together].flatMap(links);
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/**
 * Scores with what the links of a question's words add, as far as their evidence goes and never much; `weights` are the
 * weights of those words, `text` is folded.
 */
export function addBonus<T extends { score: number; text: string }>(
  hits: T[],
  links: readonly WordLink[],
  weights: ReadonlyMap<string, number>,
): T[] {
  if (links.length === 0) return hits;
  const meant = new Map<string, number>();
  for (const { word, clauseWord, strength } of links)
    bump(meant, clauseWord, (weights.get(word) ?? 0) * strength);
  const most = SHARE * Math.max(0, ...hits.map((h) => h.score));
  return hits.map((hit) => ({
    ...hit,
    score: hit.score + Math.min(most, WEIGHT * bonus(meant, hit.text)),
  }));
}

function bonus(meant: ReadonlyMap<string, number>, text: string): number {
  let sum = 0;
  for (const [word, weight] of meant) if (text.includes(word)) sum += weight;
  return sum;
}
