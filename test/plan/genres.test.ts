import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ParsedTask } from '../../src/plan/plan.ts';
import { readSamples, renderings, type WantedTask } from '../support/plan-samples.ts';
import { planIn } from '../support/read-file.ts';

const samples = (genre: string) =>
  readSamples(readFileSync(new URL(`./genres/${genre}.txt`, import.meta.url), 'utf8'));

const squash = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
const monthOf = (t: ParsedTask) => t.month ?? (t.dueOn ? Number(t.dueOn.slice(5, 7)) : undefined);

/** Tasks as far as the samples settle them; punctuation apart. */
const wanted = (tasks: WantedTask[]) => tasks.map((t) => ({ ...t, content: squash(t.content) }));
const read = (tasks: ParsedTask[], gold: WantedTask[]) =>
  tasks.map((t, i) => ({
    month: gold[i]?.month === undefined ? undefined : monthOf(t),
    content: squash(t.content),
    leadUnits: t.leadUnits,
    coopUnits: t.coopUnits,
  }));

describe.each([
  'tables',
  'prose',
  'more-tables',
  'more-prose',
  'mixed',
  'counties',
  'more-counties',
  'offices',
  'indicators',
  'ledgers',
  'more-ledgers',
  'third-ledgers',
])('plans as counties write them: %s', (genre) => {
  test.each(samples(genre).map((s) => [s.name, s] as const))(
    '%s, in every format',
    async (_, sample) => {
      for (const [file, bytes] of await renderings(sample)) {
        const { tasks } = await planIn(file, bytes);
        expect({ file, tasks: read(tasks, sample.tasks) }).toEqual({
          file,
          tasks: wanted(sample.tasks),
        });
      }
    },
  );
});
