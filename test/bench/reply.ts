import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readReply } from '../../src/progress/read-reply.ts';
import type { ReplyInput } from '../../src/progress/reading.ts';
import { inputOf } from '../progress/reading.ts';
import { FRESH, SENTENCES } from '../reports/sentences.ts';
import { hasShared, SHARED } from '../support/shared.ts';

/** How long understanding one reply may take, in milliseconds (the figure of the issue), at the 95th percentile. */
const BOUND_MS = 5;
const ROUNDS = 20;

const dev = `${SHARED}/data/replies/dev.jsonl`;
const own = [...SENTENCES, ...FRESH].map(([list, text]) => inputOf(list, text));
const inputs: ReplyInput[] =
  hasShared && existsSync(dev)
    ? readFileSync(dev, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line))
    : own;

for (const input of inputs) readReply(input);
/** The middle of several readings of one reply: what else the machine does is not the parser's. */
const times = inputs.map((input) => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    readReply(input);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return rounds[ROUNDS / 2] ?? 0;
});
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
console.log(
  `${inputs.length} replies × ${ROUNDS}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.9999)} ms`,
);
if (Number(at(0.95)) > BOUND_MS) {
  console.error(`over ${BOUND_MS} ms`);
  process.exitCode = 1;
}
