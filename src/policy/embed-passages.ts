import type { Db } from '../db/db.ts';
import type { Embedder } from '../model/embedder.ts';
import { searchText } from './passages.ts';
import { findUnembedded, saveVectors } from './vector-queries.ts';

/** Passages in one request to the service. */
const BATCH = 32;

/**
 * Embeds passages that have no vector of this model yet, new ones and old ones alike, at most `most`; each batch is kept at
 * once, so that it goes on where it stopped. Call it outside any transaction: the service is remote.
 */
export async function embedPassages(
  deps: { db: Db; embedder: Embedder },
  most = 320,
): Promise<{ embedded: number; away: boolean }> {
  const { db, embedder } = deps;
  let embedded = 0;
  while (embedded < most) {
    const list = await findUnembedded(db, embedder.name, BATCH);
    if (list.length === 0) break;
    const made = await embedder.embed(
      list.map(({ passage, policy }) => searchText(policy.title, passage, passage.text)),
    );
    if (!made) return { embedded, away: true };
    await saveVectors(
      db,
      list.map(({ passage }, i) => ({
        passage: passage.number,
        model: embedder.name,
        vector: made[i] ?? [],
      })),
    );
    embedded += list.length;
  }
  return { embedded, away: false };
}
