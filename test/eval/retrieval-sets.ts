import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CorpusEntry } from '../../src/policy/corpus.ts';
import { SHARED } from '../support/shared.ts';

export type RetrievalSet = {
  name: string;
  corpus: CorpusEntry[];
  queries: { id: string; text: string }[];
  /** Relevant passages of each question. */
  relevant: Map<string, Set<string>>;
};

const lines = (text: string) => text.split('\n').filter((l) => l.trim() !== '');

/** A retrieval set of the shared data: `statutes` or `wiki-mixed`. */
export function readSet(name: 'statutes' | 'wiki-mixed'): RetrievalSet {
  const folder = join(SHARED, 'data/retrieval', name);
  const relevant = new Map<string, Set<string>>();
  for (const line of lines(readFileSync(join(folder, 'dev.qrels.tsv'), 'utf8'))) {
    const [query = '', passage = ''] = line.split('\t');
    relevant.set(query, (relevant.get(query) ?? new Set()).add(passage));
  }
  return {
    name,
    corpus: lines(gunzipSync(readFileSync(join(folder, 'corpus.jsonl.gz'))).toString('utf8')).map(
      (l) => JSON.parse(l),
    ),
    queries: lines(readFileSync(join(folder, 'dev.queries.jsonl'), 'utf8')).map((l) =>
      JSON.parse(l),
    ),
    relevant,
  };
}

export type Run = { hits: Map<string, string[]>; times: number[] };

/** Asks every question once, in order, and takes the time of each. */
export async function runQueries(
  queries: { id: string; text: string }[],
  search: (text: string) => Promise<string[]> | string[],
): Promise<Run> {
  const hits = new Map<string, string[]>();
  const times: number[] = [];
  for (const { id, text } of queries) {
    const start = performance.now();
    hits.set(id, await search(text));
    times.push(performance.now() - start);
  }
  return { hits, times };
}

/** Means over the questions: relevant passages among the first 1 and 10, and 1 / rank of the first within 10. */
export function quality(relevant: RetrievalSet['relevant'], { hits }: Run) {
  let recall1 = 0;
  let recall10 = 0;
  let mrr10 = 0;
  for (const [query, wanted] of relevant) {
    const list = (hits.get(query) ?? []).slice(0, 10);
    const found = (k: number) => list.slice(0, k).filter((id) => wanted.has(id)).length;
    recall1 += found(1) / wanted.size;
    recall10 += found(10) / wanted.size;
    const first = list.findIndex((id) => wanted.has(id));
    if (first >= 0) mrr10 += 1 / (first + 1);
  }
  const mean = (sum: number) => Math.round((1000 * sum) / relevant.size) / 1000;
  return { recall1: mean(recall1), recall10: mean(recall10), mrr10: mean(mrr10) };
}

/** Milliseconds that half, 95 and 99 of 100 questions stay below. */
export function speed({ times }: Run) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * (sorted[Math.floor(sorted.length * share)] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
