import type { Db } from '../../src/db/db.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { termsOf, weighQuestion } from '../../src/policy/terms.ts';
import { fold } from '../../src/text/fold.ts';
import { quality, type RetrievalSet, type Run } from './retrieval-sets.ts';

/**
 * What a word-translation table learned from confirmed question–clause pairs would add. Each fifth of the questions is asked
 * with a table learned from the other four; figures apart for clauses that the other four had confirmed and those they had not.
 */

const FOLDS = 5;
const DEEP = 50;
/** A pair of words counts once it was seen this often; a word brings at most so many others. */
const SEEN = 2;
const MOST = 8;
const SHARE = 0.15;

type Table = Map<string, Map<string, number>>;
type Pair = { question: string; clause: string };

const wordsOf = (text: string) => new Set(termsOf(fold(text)).filter((t) => t.length > 1));

function learn(pairs: Pair[]): Table {
  const together = new Map<string, Map<string, number>>();
  const asked = new Map<string, number>();
  const said = new Map<string, number>();
  const bump = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { question, clause } of pairs) {
    const words = wordsOf(question);
    const others = [...wordsOf(clause)].filter((w) => !words.has(w));
    for (const other of others) bump(said, other);
    for (const word of words) {
      bump(asked, word);
      const row = together.get(word) ?? new Map<string, number>();
      together.set(word, row);
      for (const other of others) bump(row, other);
    }
  }
  const table: Table = new Map();
  for (const [word, row] of together) {
    const strength = [...row]
      .filter(([, n]) => n >= SEEN)
      .map(([other, n]) => {
        const chance = ((asked.get(word) ?? 0) * (said.get(other) ?? 0)) / pairs.length;
        return [other, Math.log(n / chance) * (n / (n + SEEN))] as const;
      })
      .filter(([, s]) => s > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST);
    if (strength.length > 0) table.set(word, new Map(strength));
  }
  return table;
}

function bonus(table: Table, question: string, clause: Set<string>): number {
  let sum = 0;
  for (const [word, weight] of weighQuestion(question))
    for (const [other, strength] of table.get(word) ?? [])
      if (clause.has(other)) sum += weight * strength;
  return sum;
}

/** Figures without and with the table; `corpus` must be loaded in `db`. */
export async function learnedFigures(db: Db, set: RetrievalSet) {
  const texts = new Map(set.corpus.map((e) => [e.id, `${e.title ?? ''}\n${e.text}`]));
  const found = new Map<string, { id: string; score: number }[]>();
  for (const { id, text } of set.queries) {
    const hits = await searchPassages(db, { text, audience: PUBLIC, top: DEEP });
    found.set(
      id,
      hits.map((h) => ({ id: h.passage.path, score: h.score })),
    );
  }
  const without: Run = { hits: new Map(), times: [] };
  const withTable: Run = { hits: new Map(), times: [] };
  const confirmed = new Set<string>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = set.queries.filter((_, i) => i % FOLDS !== fold);
    const pairs = others.flatMap(({ id, text }) =>
      [...(set.relevant.get(id) ?? [])].map((p) => ({
        question: text,
        clause: texts.get(p) ?? '',
      })),
    );
    const seen = new Set(others.flatMap(({ id }) => [...(set.relevant.get(id) ?? [])]));
    const table = learn(pairs);
    for (const [i, { id, text }] of set.queries.entries()) {
      if (i % FOLDS !== fold) continue;
      const hits = found.get(id) ?? [];
      const top = hits[0]?.score ?? 1;
      const scored = hits.map((h) => ({
        ...h,
        more: bonus(table, text, wordsOf(texts.get(h.id) ?? '')),
      }));
      const most = Math.max(1e-9, ...scored.map((h) => h.more));
      without.hits.set(
        id,
        hits.map((h) => h.id),
      );
      withTable.hits.set(
        id,
        scored
          .toSorted((a, b) => b.score - a.score + SHARE * top * ((b.more - a.more) / most))
          .map((h) => h.id),
      );
      if ([...(set.relevant.get(id) ?? [])].some((p) => seen.has(p))) confirmed.add(id);
    }
  }
  const part = (holds: (id: string) => boolean) => {
    const relevant = new Map([...set.relevant].filter(([id]) => holds(id)));
    return {
      questions: relevant.size,
      without: quality(relevant, without),
      with: quality(relevant, withTable),
    };
  };
  return {
    set: `${set.name}: learned table, ${FOLDS}-fold`,
    confirmed: part((id) => confirmed.has(id)),
    unseen: part((id) => !confirmed.has(id)),
    all: part(() => true),
  };
}
