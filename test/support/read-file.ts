import { expect } from 'vitest';
import { readDocumentInProcess } from '../../src/documents/read-in-process.ts';
import type { ParsedPlan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { utf8 } from './office-files.ts';

/** The plan in a file (text as UTF-8), which must be one. */
export async function planIn(name: string, content: Uint8Array | string): Promise<ParsedPlan> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const read = await readDocumentInProcess({ name, bytes, limitBytes: 30_000_000 });
  if (read.kind === 'refused') return expect.fail(`refused: ${read.refusal.reason}`);
  const result = readPlan(read.content, name);
  if (result.kind !== 'plan') return expect.fail(`no plan: ${result.reason}`);
  return result.plan;
}

/** What matters of each task, in one line: month or day, content, leads, cooperating units. */
export function lines(plan: ParsedPlan): string[] {
  return plan.tasks.map((t) =>
    [
      `${t.seq}`,
      t.dueOn ?? (t.month === null ? '-' : `${t.month}月`),
      t.content.replaceAll('\n', '⏎'),
      t.leadUnits.join('、'),
      t.coopUnits.join('、'),
    ].join('|'),
  );
}
