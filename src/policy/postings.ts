/** Passages in a block of the index: a posting names its passage by 14 bits. */
export const BLOCK = 1 << 14;

/** Counts that 3 bits tell apart; one between two stands for the lower. */
const COUNTS = [1, 2, 3, 4, 6, 9, 14, 20];

/** Lengths are kept as 7 bits of a logarithm: exact to 4 %, finer than the ranking feels. */
const LENGTH_STEPS = 14;
const MAX_LENGTH = 127;

/** One posting as a number: 14 bits passage in its block, 3 bits how often the term stands in it, 7 bits its length. */
export function packPosting(passage: number, count: number, length: number): number {
  const steps = Math.min(MAX_LENGTH, Math.round(Math.log(Math.max(1, length)) * LENGTH_STEPS));
  const times = Math.max(
    0,
    COUNTS.findLastIndex((c) => c <= count),
  );
  return ((passage % BLOCK) << 10) | (times << 7) | steps;
}

/** Packed postings of one term and block as the bytes that are stored, three each. */
export function toBytes(packed: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(packed.length * 3);
  for (const [i, posting] of packed.entries()) {
    bytes[i * 3] = posting >> 16;
    bytes[i * 3 + 1] = posting >> 8;
    bytes[i * 3 + 2] = posting;
  }
  return bytes;
}

/** Leaves out the postings of some passages of the block. */
export function withoutPassages(entries: Uint8Array, gone: ReadonlySet<number>): Uint8Array {
  const kept = new Uint8Array(entries.length);
  let size = 0;
  for (let i = 0; i + 2 < entries.length; i += 3) {
    if (gone.has(((entries[i] ?? 0) << 6) | ((entries[i + 1] ?? 0) >> 2))) continue;
    kept.set(entries.subarray(i, i + 3), size);
    size += 3;
  }
  return kept.subarray(0, size);
}

const K1 = 1.1;
const B = 0.8;

/** BM25's share of count and length, for every value a posting can hold, at this mean length. */
export function saturations(meanLength: number): Float32Array {
  const table = new Float32Array(1 << 10);
  for (const [times, count] of COUNTS.entries()) {
    for (let steps = 0; steps <= MAX_LENGTH; steps++) {
      const length = Math.exp(steps / LENGTH_STEPS);
      const norm = K1 * (1 - B + (B * length) / Math.max(1, meanLength));
      table[(times << 7) | steps] = (count * (K1 + 1)) / (count + norm);
    }
  }
  return table;
}

/** Adds a term's weight to the scores of a block; `table` is `saturations`. */
export function addScores(
  scores: Float32Array,
  entries: Uint8Array,
  weight: number,
  table: Float32Array,
): void {
  for (let i = 0; i + 2 < entries.length; i += 3) {
    // Inside the bounds checked by the loop; `?? 0` only satisfies the type.
    const packed = ((entries[i] ?? 0) << 16) | ((entries[i + 1] ?? 0) << 8) | (entries[i + 2] ?? 0);
    const at = packed >> 10;
    scores[at] = (scores[at] ?? 0) + weight * (table[packed & 1023] ?? 0);
  }
}

/** How rare a term is: BM25's idf over `total` passages. */
export function rarity(holding: number, total: number): number {
  return Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
}
