import type { Db } from '../db/db.ts';
import { fold } from '../text/fold.ts';
import {
  appendPostings,
  countPassages,
  lockIndex,
  readEntries,
  replacePostings,
} from './index-queries.ts';
import { searchText } from './passages.ts';
import { BLOCK, packPosting, toBytes, withoutPassages } from './postings.ts';
import { type Policy, passagesOf } from './queries.ts';
import { termsOf } from './terms.ts';

/** Rows in one statement: some megabytes of JSON. */
const BATCH = 20_000;

/** Terms in one look-up: each is a parameter. */
const TERMS = 5_000;

/** Puts passages into the index of a scope; `text` is what they are found by. Call it inside a transaction. */
export async function indexPassages(
  tx: Db,
  scope: string,
  list: { number: number; text: string }[],
): Promise<void> {
  await lockIndex(tx);
  const blocks = new Map<number, Map<string, number[]>>();
  let total = 0;
  for (const { number, text } of list) {
    const block = Math.floor(number / BLOCK);
    let byTerm = blocks.get(block);
    if (!byTerm) {
      byTerm = new Map();
      blocks.set(block, byTerm);
    }
    const terms = termsOf(fold(text));
    total += terms.length;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const packed = packPosting(number, count, terms.length);
      const known = byTerm.get(term);
      if (known) known.push(packed);
      else byTerm.set(term, [packed]);
    }
  }
  for (const [block, byTerm] of blocks) {
    const rows = [...byTerm].map(([term, packed]) => ({
      term,
      block,
      entries: Buffer.from(toBytes(packed)).toString('base64'),
    }));
    for (let i = 0; i < rows.length; i += BATCH)
      await appendPostings(tx, scope, rows.slice(i, i + BATCH));
  }
  await countPassages(tx, scope, { passages: list.length, length: total });
}

/** Takes a document's passages out of the index; they stay in the library. Call it inside a transaction. */
export async function unindexPolicy(tx: Db, policy: Policy): Promise<void> {
  await lockIndex(tx);
  const gone = await passagesOf(tx, policy.id);
  const blocks = new Map<number, Set<number>>();
  const terms = new Set<string>();
  let total = 0;
  for (const passage of gone) {
    const block = Math.floor(passage.number / BLOCK);
    const inBlock = blocks.get(block) ?? new Set();
    blocks.set(block, inBlock.add(passage.number % BLOCK));
    const own = termsOf(fold(searchText(policy.title, passage, passage.text)));
    total += own.length;
    for (const term of own) terms.add(term);
  }
  const wanted = [...terms];
  for (let i = 0; i < wanted.length; i += TERMS) {
    const rows = await readEntries(tx, policy.scope, wanted.slice(i, i + TERMS), [
      ...blocks.keys(),
    ]);
    await replacePostings(
      tx,
      policy.scope,
      rows.map(({ term, block, entries }) => ({
        term,
        block,
        entries: Buffer.from(withoutPassages(entries, blocks.get(block) ?? new Set())).toString(
          'base64',
        ),
      })),
    );
  }
  await countPassages(tx, policy.scope, { passages: -gone.length, length: -total });
}
