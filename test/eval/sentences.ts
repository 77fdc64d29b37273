import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasShared, SHARED } from '../support/shared.ts';

/**
 * Prints how plans, replies, questions and policy questions of the shared sets are read, a JSON line each with its
 * bound: the command line's output, scored by the set's own scorer. Exit 1 when a bound is missed.
 */

if (!hasShared) {
  console.error('left out: ../shared is absent');
  process.exit(0);
}

const ROOT = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'eval-'));
const data = (name: string) => join(SHARED, 'data', name);

const cli = (args: string[], input?: string) =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli.ts', ...args], {
    cwd: ROOT,
    input,
    env: { ...process.env, DATA_DIR: work },
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 100_000_000,
  }).toString('utf8');

type Bound = { min?: number; max?: number };
let missed = false;

function score(kind: string, gold: string, out: string, bounds: Record<string, Bound>) {
  const file = join(work, 'out');
  writeFileSync(file, out);
  const scorer = join(SHARED, 'tools/score.mjs');
  const printed = execFileSync(process.execPath, [scorer, kind, data(gold), file]).toString('utf8');
  const figures: Record<string, unknown> = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
  const broken = Object.entries(bounds).flatMap(([name, { min = -1, max = 1e9 }]) => {
    const value = Number(figures[name]);
    return value >= min && value <= max ? [] : [name];
  });
  missed ||= broken.length > 0;
  return { ...figures, broken };
}

/** Lines of a set without what the program must not see. */
const questions = (name: string, hidden: string[]) =>
  readFileSync(data(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row: Record<string, unknown> = JSON.parse(line);
      for (const key of hidden) delete row[key];
      return JSON.stringify(row);
    })
    .join('\n');

const print = (file: string, figures: object) => console.log(JSON.stringify({ file, ...figures }));
const whole = { min: 1 };
const most = { min: 0.95 };

const TABLE = 'plans/huoshan-2022';
const PLANS = [
  ...['docx', 'xlsx', 'xls', 'doc', 'txt', 'gb18030.txt', 'pdf'].map((format) => ({
    gold: `${TABLE}.tasks.json`,
    file: `${TABLE}.${format}`,
  })),
  ...['docx', 'txt'].map((f) => ({
    gold: 'plans/taojiang-2022.gold.json',
    file: `policies/003_a0cd3b617af0973e.${f}`,
  })),
  ...['docx', 'txt'].map((f) => ({
    gold: 'plans/lishan-2023.gold.json',
    file: `plans/lishan-2023.${f}`,
  })),
  ...['docx', 'txt', 'xlsx'].map((f) => ({
    gold: 'plans/dazhu-2016.gold.json',
    file: `plans/dazhu-2016.${f}`,
  })),
];

function boundsOf(file: string): Record<string, Bound> {
  if (file.endsWith('.pdf'))
    return { found: { min: 0.97 }, lead: { min: 0.97 }, month: { min: 0.97 }, coop: most };
  if (!file.startsWith(TABLE)) return { found: whole, lead: most, coop: most, month: most };
  return {
    found: whole,
    lead: whole,
    coop: whole,
    month: whole,
    inOrder: whole,
    extra: { max: 0 },
  };
}

for (const { gold, file } of PLANS)
  print(file, score('plan', gold, cli(['plan', 'parse', data(file), '--json']), boundsOf(file)));

const replies = 'replies/dev.jsonl';
print(
  replies,
  score(
    'replies',
    replies,
    cli(['reply', 'parse', '--jsonl'], questions(replies, ['gold', 'tag', 'act'])),
    { accuracy: most, falseDone: { max: 0 }, wrongTask: { max: 0 } },
  ),
);

const queries = 'queries/dev.jsonl';
print(
  queries,
  score(
    'queries',
    queries,
    cli(
      ['query', 'parse', '--jsonl', '--units', data(`${TABLE}.units.json`)],
      questions(queries, ['gold']),
    ),
    { accuracy: most, intentAccuracy: whole },
  ),
);

const policy = 'policy-qa/dev.jsonl';
const FILES = [
  '000_24b3d5924c8ce6e9',
  '001_a12d240bf9b9fb8e',
  '002_c7507a310eb5df3f',
  '003_a0cd3b617af0973e',
  '004_37215d07b28e95d1',
];
cli(['policy', 'add', ...FILES.map((name) => data(`policies/${name}.txt`))]);
print(
  policy,
  score(
    'policy-qa',
    policy,
    cli(
      ['policy', 'ask', '--jsonl'],
      questions(policy, ['answerable', 'answers', 'doc', 'evidence', 'tags']),
    ),
    { right: most, cited: most, refused: whole, wrong: { max: 0 } },
  ),
);

rmSync(work, { recursive: true });
if (missed) process.exitCode = 1;
