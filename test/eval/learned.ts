import type { Db } from '../../src/db/db.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { readShares, replaceLinks } from '../../src/policy/word-link-queries.ts';
import { clauseWords, learn } from '../../src/policy/word-links.ts';
import { quality, type RetrievalSet, type Run, runQueries, speed } from './retrieval-sets.ts';

/**
 * What the word links learned from confirmed question–clause pairs add. Each fifth of the questions is asked with the links
 * learned from the other four, each of its own person; figures apart for clauses that the other four had confirmed and those
 * they had not, beside those without. `corpus` must be loaded in `db`, and nothing learned there; so it is left.
 */

const FOLDS = 5;
const SCOPE = 'public';

export async function learnedFigures(db: Db, set: RetrievalSet) {
  const texts = new Map(set.corpus.map((e) => [e.id, `${e.title ?? ''}\n${e.text}`]));
  const search = async (text: string) =>
    (await searchPassages(db, { text, audience: PUBLIC, top: 10 })).map((h) => h.passage.path);
  const without = await runQueries(set.queries, search);
  const withLinks: Run = { hits: new Map(), times: [] };
  const confirmed = new Set<string>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = set.queries.filter((_, i) => i % FOLDS !== fold);
    const pairs = others.flatMap(({ id, text }) =>
      [...(set.relevant.get(id) ?? [])].map((p) => ({
        question: text,
        clause: texts.get(p) ?? '',
        by: id,
      })),
    );
    const shares = await readShares(db, SCOPE, clauseWords(pairs));
    await replaceLinks(
      db,
      SCOPE,
      learn(pairs, (word) => shares.get(word) ?? 0),
    );
    const seen = new Set(others.flatMap(({ id }) => [...(set.relevant.get(id) ?? [])]));
    const own = set.queries.filter((_, i) => i % FOLDS === fold);
    const run = await runQueries(own, search);
    for (const [id, hits] of run.hits) withLinks.hits.set(id, hits);
    withLinks.times.push(...run.times);
    for (const { id } of own)
      if ([...(set.relevant.get(id) ?? [])].some((p) => seen.has(p))) confirmed.add(id);
  }
  await replaceLinks(db, SCOPE, []);
  const part = (holds: (id: string) => boolean) => {
    const relevant = new Map([...set.relevant].filter(([id]) => holds(id)));
    return {
      questions: relevant.size,
      without: quality(relevant, without),
      with: quality(relevant, withLinks),
    };
  };
  return {
    set: `${set.name}: word links, ${FOLDS}-fold`,
    confirmed: part((id) => confirmed.has(id)),
    unseen: part((id) => !confirmed.has(id)),
    all: part(() => true),
    without: speed(without),
    with: speed(withLinks),
  };
}
