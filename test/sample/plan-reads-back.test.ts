import { expect, test } from 'vitest';
import { readDocumentInProcess } from '../../src/documents/read-in-process.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { samples } from '../../src/sample/documents.ts';
import { samplePlan } from '../../src/sample/plan.ts';

test.each(['docx', 'xlsx', 'txt'])(
  'the sample plan as .%s reads back as it was written',
  async (ending) => {
    const plan = samplePlan(2026);
    const sample = samples(2026).find((s) => s.name === `${plan.title}.${ending}`);
    if (!sample) throw new Error('no sample');
    const read = await readDocumentInProcess({ name: sample.name, bytes: await sample.bytes() });
    if (read.kind !== 'read') throw new Error('refused');
    const found = readPlan(read.content, sample.name);
    if (found.kind !== 'plan') throw new Error('no plan');
    expect(found.plan.title).toBe(plan.title);
    expect(found.plan.problems).toEqual([]);
    const shape = (t: {
      month: number | null;
      seq: number;
      content: string;
      leadUnits: string[];
      coopUnits: string[];
    }) => [t.month, t.seq, t.content, t.leadUnits, t.coopUnits] as const;
    expect(found.plan.tasks.map(shape)).toEqual(plan.tasks.map(shape));
  },
);
