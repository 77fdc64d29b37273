import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { openPglite } from '../../src/db/pglite.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { type CorpusEntry, loadCorpus } from '../../src/policy/corpus.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { quality, readSet, runQueries, speed } from '../eval/retrieval-sets.ts';
import { hasShared } from '../support/shared.ts';

/**
 * Our search beside MiniSearch and SQLite FTS5 on the same passages and questions, in one run. Both peers get pairs of
 * Chinese characters and whole Latin and digit runs, the tokenizer that serves them best; they do not fold.
 */

if (!hasShared) {
  console.error('left out: ../shared is absent');
  process.exit(0);
}

/** `bench:search 10000` takes only that many passages. */
const limit = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);

function bigrams(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/[a-z0-9]+|\p{Script=Han}+/gu),
  ].flatMap(([run]) => {
    const chars = [...run];
    if (run < '\u2e80' || chars.length === 1) return [run];
    return chars.slice(1).map((char, i) => (chars[i] ?? '') + char);
  });
}

const wholeText = (e: CorpusEntry) => (e.title ? `${e.title}\n${e.text}` : e.text);

type Engine = {
  name: string;
  build: (corpus: CorpusEntry[]) => Promise<(text: string) => Promise<string[]> | string[]>;
};

const engines: Engine[] = [
  {
    name: 'ours (PGlite)',
    build: async (corpus) => {
      const { db } = await openPglite();
      await loadCorpus(db, corpus, new Date());
      return async (text) =>
        (await searchPassages(db, { text, audience: PUBLIC, top: 10 })).map((h) => h.passage.path);
    },
  },
  {
    name: 'MiniSearch (bigrams)',
    build: async (corpus) => {
      const index = new MiniSearch({ fields: ['text'], tokenize: bigrams, processTerm: (t) => t });
      index.addAll(corpus.map((e) => ({ id: e.id, text: wholeText(e) })));
      return (text) =>
        index
          .search(text, { combineWith: 'OR' })
          .slice(0, 10)
          .map((r) => String(r.id));
    },
  },
  {
    name: 'SQLite FTS5 (bigrams)',
    build: async (corpus) => {
      const db = new DatabaseSync(':memory:');
      db.exec(
        "create virtual table passages using fts5(id unindexed, text, tokenize = 'unicode61')",
      );
      const insert = db.prepare('insert into passages values (?, ?)');
      db.exec('begin');
      for (const e of corpus) insert.run(e.id, bigrams(wholeText(e)).join(' '));
      db.exec('commit');
      const find = db.prepare(
        'select id from passages where passages match ? order by bm25(passages) limit 10',
      );
      return (text) => {
        const terms = [...new Set(bigrams(text))].map((t) => `"${t}"`).join(' OR ');
        return terms === '' ? [] : find.all(terms).map((row) => String(row.id));
      };
    },
  },
];

for (const name of ['wiki-mixed', 'statutes'] as const) {
  const set = readSet(name);
  const corpus = set.corpus.slice(0, limit);
  for (const { name: engine, build } of engines) {
    const began = performance.now();
    const search = await build(corpus);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const run = await runQueries(set.queries, search);
    console.log(
      JSON.stringify({
        set: name,
        passages: corpus.length,
        engine,
        ingest: seconds,
        ...quality(set.relevant, run),
        ...speed(run),
      }),
    );
  }
}
