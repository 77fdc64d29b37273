import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../src/db/db.ts';
import { openPglite } from '../../src/db/pglite.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { addPolicy } from '../../src/policy/add-policy.ts';
import { answerQuestion } from '../../src/policy/answer.ts';
import { PUBLIC } from '../../src/policy/audience.ts';
import { loadCorpus } from '../../src/policy/corpus.ts';
import { plainForm } from '../../src/policy/language.ts';
import { searchPassages } from '../../src/policy/search.ts';
import { hasShared, SHARED } from '../support/shared.ts';
import { learnedFigures } from './learned.ts';
import { quality, readSet, runQueries, speed } from './retrieval-sets.ts';

/** Prints what the policy library reaches on the shared sets, a JSON line each, with the bound it has to keep. */

const FILES = [
  '000_24b3d5924c8ce6e9',
  '001_a12d240bf9b9fb8e',
  '002_c7507a310eb5df3f',
  '003_a0cd3b617af0973e',
  '004_37215d07b28e95d1',
];
const OTHERS = 10_000;

const print = (line: Record<string, unknown>) => console.log(JSON.stringify(line));
const memory = () => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;

if (!hasShared) {
  console.error('left out: ../shared is absent');
  process.exit(0);
}

async function addFive(db: Db): Promise<void> {
  for (const name of FILES) {
    const fileName = `${name}.txt`;
    const bytes = readFileSync(join(SHARED, 'data/policies', fileName));
    const read = await readDocument({ name: fileName, bytes: new Uint8Array(bytes) });
    if (read.kind !== 'read') throw new Error(fileName);
    await addPolicy(
      { db, now: () => new Date(), newId: () => name },
      { fileName, content: read.content, visibility: { kind: 'public' }, addedBy: 'eval' },
    );
  }
}

type Gold = {
  id: string;
  question: string;
  answerable: boolean;
  answers: string[];
  doc: string;
  evidence: string[];
};
const questions: Gold[] = readFileSync(join(SHARED, 'data/policy-qa/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const bare = (text: string) => plainForm(text).replace(/[\p{P}\p{S}\s]/gu, '');

async function answers(db: Db, set: string): Promise<void> {
  let right = 0;
  let refused = 0;
  let wrong = 0;
  const { times } = await runQueries(
    questions.map((q) => ({ id: q.id, text: q.question })),
    async (text) => {
      const gold = questions.find((q) => q.question === text);
      const answer = await answerQuestion(db, { question: text, audience: PUBLIC });
      const said = answer.kind === 'answered' ? bare(answer.answer) : undefined;
      const fits = gold?.answers.some((a) => said?.includes(bare(a)));
      if (gold?.answerable && fits) right++;
      else if (said !== undefined) wrong++;
      else if (!gold?.answerable) refused++;
      return [];
    },
  );
  const answerable = questions.filter((q) => q.answerable).length;
  print({
    set,
    right: right / answerable,
    refused: refused / (questions.length - answerable),
    wrong,
    ...speed({ hits: new Map(), times }),
    bounds: 'right ≥ 0.95, refused = 1, wrong = 0',
  });
}

async function hits(db: Db): Promise<void> {
  const asked = questions.filter((q) => q.answerable);
  const rank = new Map<string, number>();
  for (const { id, question, evidence, answers: accepted, doc } of asked) {
    const found = await searchPassages(db, { text: question, audience: PUBLIC, top: 5 });
    const clues = [...evidence, ...accepted].map(bare);
    const at = found.findIndex(
      ({ passage, policy }) =>
        policy.fileName === doc &&
        clues.some((e) =>
          bare(passage.cells ? passage.cells.map((c) => c.text).join('') : passage.text).includes(
            e,
          ),
        ),
    );
    if (at >= 0) rank.set(id, at);
  }
  const share = (k: number) =>
    Math.round((1000 * [...rank.values()].filter((r) => r < k).length) / asked.length) / 1000;
  print({
    set: `five documents + ${OTHERS} passages`,
    hit1: share(1),
    hit5: share(5),
    missed: asked.filter((q) => !rank.has(q.id)).map((q) => q.id),
    bounds: 'hit1 ≥ 0.85, hit5 ≥ 0.96',
  });
}

const five = await openPglite();
await addFive(five.db);
await answers(five.db, 'policy-qa dev');
const statutes = readSet('statutes');
const start = performance.now();
await loadCorpus(five.db, statutes.corpus.slice(0, OTHERS), new Date());
print({
  set: `ingest of ${OTHERS} passages`,
  seconds: Math.round((performance.now() - start) / 100) / 10,
  bounds: '≤ 15 s',
});
await hits(five.db);
await answers(five.db, `policy-qa dev among ${OTHERS} passages`);
const among = await runQueries(statutes.queries, async (text) =>
  (await searchPassages(five.db, { text, audience: PUBLIC, top: 10 })).map((h) => h.passage.path),
);
print({
  set: `search in ${OTHERS} passages`,
  ...speed(among),
  memory: memory(),
  bounds: 'p95 ≤ 25 ms',
});
await five.close();

for (const [set, bounds] of [
  [statutes, 'recall10 ≥ 0.50, mrr10 ≥ 0.43, p95 ≤ 50 ms'],
  [readSet('wiki-mixed'), 'recall1 ≥ 0.935, recall10 ≥ 0.99'],
] as const) {
  const opened = await openPglite();
  const began = performance.now();
  await loadCorpus(opened.db, set.corpus, new Date());
  const ingest = Math.round((performance.now() - began) / 100) / 10;
  const run = await runQueries(set.queries, async (text) =>
    (await searchPassages(opened.db, { text, audience: PUBLIC, top: 10 })).map(
      (h) => h.passage.path,
    ),
  );
  print({
    set: set.name,
    passages: set.corpus.length,
    ...quality(set.relevant, run),
    ...speed(run),
    ingest,
    memory: memory(),
    bounds,
  });
  if (set === statutes) print(await learnedFigures(opened.db, set));
  await opened.close();
}
