import type { Db } from '../db/db.ts';
import { fold } from '../text/fold.ts';
import type { Audience } from './audience.ts';
import { findPostings, readTotals, type ScopeTotals } from './index-queries.ts';
import { inBothWritings } from './language.ts';
import { BY_MEANING, type Meaning, rankByMeaning } from './meaning.ts';
import { searchText } from './passages.ts';
import { addScores, BLOCK, rarity, saturations } from './postings.ts';
import { closeness } from './proximity.ts';
import { findPassages, type Passage, type Policy } from './queries.ts';
import { weighQuestion } from './terms.ts';
import { findLinks } from './word-link-queries.ts';
import { addBonus } from './word-links.ts';

/** Single characters in more than this share of the passages cost most of the time and change nothing. */
const COMMON = 0.3;

export type Hit = { passage: Passage; policy: Policy; score: number };

/** Passages beyond the wanted ones that are looked at again for how close the words of the question stand. */
const AGAIN = 30;
const CLOSENESS = 0.1;
/** What links lead to may stand so far behind all that is wanted. */
const LINKED = 40;

/** The `top` passages that share most with the text and, where `meaning` is given, mean what it means, best first, of the documents open to the audience. */
export async function searchPassages(
  db: Db,
  search: { text: string; audience: Audience; top: number; meaning?: Meaning },
): Promise<Hit[]> {
  const { meaning } = search;
  const words = weighQuestion(inBothWritings(search.text));
  const totals = await readTotals(db, search.audience);
  const links = totals.linked ? await findLinks(db, search.audience, [...words.keys()]) : [];
  const most = links.length > 0 ? search.top + LINKED : Math.max(search.top, AGAIN);
  const { ranked: byWords, weights } = await rankPassages(db, {
    audience: search.audience,
    words,
    totals,
    top: meaning ? Math.max(most, BY_MEANING) : most,
  });
  const ranked = meaning
    ? (await rankByMeaning(db, search.audience, meaning, byWords)).slice(0, most)
    : byWords;
  const found = await findPassages(
    db,
    search.audience,
    ranked.map((r) => r.number),
  );
  const byNumber = new Map(found.map((f) => [f.passage.number, f]));
  const hits = ranked.flatMap(({ number, score }) => {
    const hit = byNumber.get(number);
    if (!hit) return [];
    const text = fold(searchText(hit.policy.title, hit.passage, hit.passage.text));
    return [{ ...hit, text, score: score + CLOSENESS * closeness(text, weights) }];
  });
  return addBonus(hits, links, words)
    .sort((a, b) => b.score - a.score || a.passage.number - b.passage.number)
    .slice(0, search.top)
    .map(({ passage, policy, score }) => ({ passage, policy, score }));
}

type Ranking = {
  ranked: { number: number; score: number }[];
  /** Weight times rarity of each search term. */
  weights: Map<string, number>;
};

async function rankPassages(
  db: Db,
  search: { words: Map<string, number>; totals: ScopeTotals; audience: Audience; top: number },
): Promise<Ranking> {
  const { words, totals } = search;
  if (totals.passages === 0 || words.size === 0) return { ranked: [], weights: words };
  const rows = await findPostings(
    db,
    search.audience,
    [...words.keys()],
    Math.ceil(Math.max(16, totals.passages * COMMON)),
  );
  const lists = rows.map((row) => ({ ...row, entries: Buffer.from(row.entries, 'base64') }));
  const holding = new Map<string, number>();
  for (const { term, entries } of lists)
    holding.set(term, (holding.get(term) ?? 0) + entries.length / 3);
  const weighted = new Map(
    [...holding].map(([term, held]) => [
      term,
      (words.get(term) ?? 0) * rarity(held, totals.passages),
    ]),
  );
  const table = saturations(totals.length / totals.passages);
  const blocks = new Map<number, Float32Array>();
  for (const { term, block, entries } of lists) {
    let scores = blocks.get(block);
    if (!scores) {
      scores = new Float32Array(BLOCK);
      blocks.set(block, scores);
    }
    addScores(scores, entries, weighted.get(term) ?? 0, table);
  }
  return { ranked: best(blocks, search.top), weights: weighted };
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
