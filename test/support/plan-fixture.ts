import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/db.ts';
import { draftPlan, keepDraft, publishPlan } from '../../src/plan/import.ts';
import type { ParsedTask } from '../../src/plan/plan.ts';
import { bindPerson } from '../../src/units/bind.ts';
import { findUnit } from '../../src/units/resolve.ts';

/** A task of a plan, with only what a test cares about. */
export function task(
  month: number | null,
  content: string,
  more: Partial<ParsedTask> = {},
): ParsedTask {
  return {
    month,
    seq: 1,
    content,
    leadUnits: ['发改局'],
    coopUnits: [],
    startOn: null,
    dueOn: null,
    recurrence: null,
    source: {},
    ...more,
  };
}

/** Imports and publishes a plan, of 2026 unless said otherwise, at an instant; returns its id. */
export async function publish(
  db: Db,
  at: string,
  tasks: ParsedTask[],
  named: { title?: string; year?: number } = {},
): Promise<string> {
  const act = { actor: 'test', at: new Date(at) };
  const title = `2026年重点工作 ${randomUUID()}`;
  const parsed = { title, year: 2026, ...named, tasks, problems: [] };
  const draft = await draftPlan(db, act, { fileName: 'plan.docx', parsed }, randomUUID);
  if (draft.kind !== 'new') throw new Error(draft.kind);
  const kept = await keepDraft(db, act, draft.draftId, randomUUID);
  if (kept.kind !== 'kept') throw new Error(kept.kind);
  await publishPlan(db, act, kept.planId, randomUUID);
  return kept.planId;
}

/** Makes somebody, or the one named, the liaison of a unit; returns the open_id. */
export async function liaison(
  db: Db,
  unitName: string,
  { openId = `ou_${randomUUID()}`, name = '联络员' }: { openId?: string; name?: string } = {},
): Promise<string> {
  const unit = await findUnit(db, unitName);
  if (!unit) throw new Error(unitName);
  const act = { actor: 'test', at: new Date('2026-01-05T09:00:00+08:00') };
  const person = { openId, name, unitId: unit.id, post: 'liaison' } as const;
  await bindPerson(db, act, person, randomUUID);
  return openId;
}
