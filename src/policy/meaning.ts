import type { Db } from '../db/db.ts';
import type { Embedder } from '../model/embedder.ts';
import type { Audience } from './audience.ts';
import { findVectors } from './vector-queries.ts';

/** What a question means to an embedding model: its vector, and whose it is. */
export type Meaning = { model: string; vector: number[] };

/** Longest time (ms) a search waits for the service; then words alone rank. */
const PATIENCE_MS = 1_500;

/** The meaning of a question, or undefined where no service is configured or it does not answer in time. */
export async function meaningOf(
  embedder: Embedder | undefined,
  question: string,
): Promise<Meaning | undefined> {
  const [vector] = (await embedder?.embed([question], PATIENCE_MS)) ?? [];
  return embedder && vector ? { model: embedder.name, vector } : undefined;
}

/** Passages that are ranked again by meaning. */
export const BY_MEANING = 200;

/** How much likeness in meaning counts beside the best score by words. */
const WEIGHT = 0.6;

type Ranked = { number: number; score: number };

/** The best by words ranked again with what they mean; a passage without a vector counts as the average one. */
export async function rankByMeaning(
  db: Db,
  audience: Audience,
  meaning: Meaning,
  ranked: Ranked[],
): Promise<Ranked[]> {
  const best = ranked[0]?.score ?? 0;
  const found = await findVectors(
    db,
    audience,
    meaning.model,
    ranked.map((r) => r.number),
  );
  if (found.length === 0 || best === 0) return ranked;
  const likeness = new Map(found.map((f) => [f.passage, cosine(f.vector, meaning.vector)]));
  const mean = [...likeness.values()].reduce((sum, l) => sum + l, 0) / likeness.size;
  return ranked
    .map(({ number, score }) => ({
      number,
      score: score + WEIGHT * best * (likeness.get(number) ?? mean),
    }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

function cosine(a: number[], b: number[]): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 || a.length !== b.length ? 0 : dot / Math.sqrt(left * right);
}
