import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { findPostings, readTotals } from './index-queries.ts';
import { addScores, BLOCK, rarity, saturations } from './postings.ts';
import { findPassages, type Passage, type Policy } from './queries.ts';
import { weighQuestion } from './terms.ts';

/** Single characters in more than this share of the passages cost most of the time and change nothing. */
const COMMON = 0.3;

export type Hit = { passage: Passage; policy: Policy; score: number };

/** The `top` passages that share most with the text, best first, of the documents open to the audience. */
export async function searchPassages(
  db: Db,
  search: { text: string; audience: Audience; top: number },
): Promise<Hit[]> {
  const ranked = await rankPassages(db, search);
  const found = await findPassages(
    db,
    search.audience,
    ranked.map((r) => r.number),
  );
  const byNumber = new Map(found.map((f) => [f.passage.number, f]));
  return ranked.flatMap(({ number, score }) => {
    const hit = byNumber.get(number);
    return hit ? [{ ...hit, score }] : [];
  });
}

async function rankPassages(
  db: Db,
  search: { text: string; audience: Audience; top: number },
): Promise<{ number: number; score: number }[]> {
  const weights = weighQuestion(search.text);
  const totals = await readTotals(db, search.audience);
  if (totals.passages === 0 || weights.size === 0) return [];
  const rows = await findPostings(
    db,
    search.audience,
    [...weights.keys()],
    Math.ceil(Math.max(16, totals.passages * COMMON)),
  );
  const lists = rows.map((row) => ({ ...row, entries: Buffer.from(row.entries, 'base64') }));
  const holding = new Map<string, number>();
  for (const { term, entries } of lists)
    holding.set(term, (holding.get(term) ?? 0) + entries.length / 3);
  const table = saturations(totals.length / totals.passages);
  const blocks = new Map<number, Float32Array>();
  for (const { term, block, entries } of lists) {
    let scores = blocks.get(block);
    if (!scores) {
      scores = new Float32Array(BLOCK);
      blocks.set(block, scores);
    }
    const weight = (weights.get(term) ?? 0) * rarity(holding.get(term) ?? 0, totals.passages);
    addScores(scores, entries, weight, table);
  }
  return best(blocks, search.top);
}

function best(blocks: Map<number, Float32Array>, top: number): { number: number; score: number }[] {
  let kept: { number: number; score: number }[] = [];
  let floor = 0;
  const cut = () => {
    kept.sort((a, b) => b.score - a.score || a.number - b.number);
    kept = kept.slice(0, top);
    if (kept.length === top) floor = kept.at(-1)?.score ?? 0;
  };
  for (const [block, scores] of blocks) {
    for (const [at, score] of scores.entries()) {
      if (score <= floor) continue;
      kept.push({ number: block * BLOCK + at, score });
      if (kept.length >= top * 4) cut();
    }
  }
  cut();
  return kept;
}
