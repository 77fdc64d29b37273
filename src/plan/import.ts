import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { findUnits, listGroupMembers } from '../units/queries.ts';
import { listUnitNames } from '../units/resolve.ts';
import { diffPlan, type PlanDiff } from './diff.ts';
import { keepPastMonths } from './late-tasks.ts';
import type { ParsedPlan } from './plan.ts';
import { type PlanPreview, previewPlan } from './preview.ts';
import {
  decideDraft,
  findDraft,
  findPlan,
  findPlansOfYear,
  insertDraft,
  insertPlan,
  listTasks,
  type PlanRow,
  setPublished,
  type TaskRow,
} from './queries.ts';
import { applyDiff, type Revision } from './revise.ts';
import { addTasks } from './store-tasks.ts';

export type DraftPlan =
  | { kind: 'new'; draftId: string; preview: PlanPreview }
  | {
      kind: 'changed';
      draftId: string;
      plan: PlanRow;
      preview: PlanPreview;
      diff: PlanDiff<TaskRow>;
    }
  | { kind: 'unchanged'; plan: PlanRow }
  | { kind: 'year-unknown' };

export type DraftInput = { fileName: string; parsed: ParsedPlan };

/** Puts a parsed plan aside until a person says 确认 or 放弃; says what it would change. */
export async function draftPlan(
  db: Db,
  act: Act,
  input: DraftInput,
  newId: () => string,
): Promise<DraftPlan> {
  const { year } = input.parsed;
  if (!year) return { kind: 'year-unknown' };
  const parsed = { ...input.parsed, title: input.parsed.title || input.fileName };
  const digest = await digestOf(parsed);
  const plan = await findSamePlan(db, parsed.title, year);
  if (plan?.digest === digest) return { kind: 'unchanged', plan };
  const draftId = newId();
  await insertDraft(db, {
    id: draftId,
    planId: plan?.id ?? null,
    fileName: input.fileName,
    digest,
    parsed,
    createdBy: act.actor,
    createdAt: act.at,
  });
  return describe(db, draftId, parsed, year, plan);
}

/** A draft that waits, as it is shown: anew, because plan and groups may have changed since. */
export async function showDraft(
  db: Db,
  draftId: string,
): Promise<Extract<DraftPlan, { kind: 'new' | 'changed' }> | undefined> {
  const draft = await findDraft(db, draftId);
  const year = draft?.parsed.year;
  if (!draft || !year || draft.decision) return undefined;
  const plan = await findSamePlan(db, draft.parsed.title, year);
  return describe(db, draftId, draft.parsed, year, plan);
}

async function describe(
  db: Db,
  draftId: string,
  parsed: ParsedPlan,
  year: number,
  plan: PlanRow | undefined,
): Promise<Extract<DraftPlan, { kind: 'new' | 'changed' }>> {
  const preview = previewPlan(parsed, year, await decidedGroups(db), await knownUnits(db));
  if (!plan) return { kind: 'new', draftId, preview };
  const diff = diffPlan(await documentTasks(db, plan.id), parsed.tasks);
  return { kind: 'changed', draftId, plan, preview, diff };
}

export type KeepDraft =
  | { kind: 'kept'; planId: string; total: number; changeId: string }
  | {
      kind: 'revised';
      plan: PlanRow;
      diff: PlanDiff<TaskRow>;
      revision: Revision;
      changeId: string;
    }
  | { kind: 'settled-before' }
  | { kind: 'unknown' };

/** 确认: a new plan becomes a draft in the ledger; a changed one is applied, and what was reported stays. */
export async function keepDraft(
  db: Db,
  act: Act,
  draftId: string,
  newId: () => string,
): Promise<KeepDraft> {
  const draft = await findDraft(db, draftId);
  const year = draft?.parsed.year;
  if (!draft || !year) return { kind: 'unknown' };
  if (!(await decideDraft(db, draftId, 'kept'))) return { kind: 'settled-before' };
  const source = { digest: draft.digest, fileName: draft.fileName, title: draft.parsed.title };
  // Two drafts of one new plan may both be kept: the second then revises the first.
  const plan = await findSamePlan(db, draft.parsed.title, year);
  if (plan) {
    const diff = diffPlan(await documentTasks(db, plan.id), draft.parsed.tasks);
    const revision = await applyDiff(db, plan, diff, source, newId);
    if (plan.publishedAt) {
      const changed = new Map(
        revision.changed.map((c) => [c.taskId, c.before.times?.flatMap((t) => t.months) ?? []]),
      );
      await keepPastMonths(db, year, [...revision.added, ...changed.keys()], act.at, changed);
    }
    const changeId = await recordChange(db, act, { kind: 'plan-revised', data: revision }, newId);
    await recordAudit(db, act, 'plan.revised', `plan:${plan.id}`, counts(diff));
    return { kind: 'revised', plan, diff, revision, changeId };
  }
  const planId = newId();
  await insertPlan(db, { id: planId, year, ...source, createdAt: act.at, createdBy: act.actor });
  await addTasks(
    db,
    { id: planId, year },
    draft.parsed.tasks.map((now, position) => ({ now, position })),
    newId,
  );
  const changeId = await recordChange(db, act, { kind: 'keep-plan', data: { planId } }, newId);
  await recordAudit(db, act, 'plan.kept', `plan:${planId}`, { tasks: draft.parsed.tasks.length });
  return { kind: 'kept', planId, total: draft.parsed.tasks.length, changeId };
}

/** 放弃: the draft is dropped; false when it was settled before. */
export async function discardDraft(db: Db, act: Act, draftId: string): Promise<boolean> {
  const dropped = await decideDraft(db, draftId, 'discarded');
  if (dropped) await recordAudit(db, act, 'plan.discarded', `draft:${draftId}`);
  return dropped;
}

/** 发布: from now on units are reminded; undefined when it was published before. */
export async function publishPlan(
  db: Db,
  act: Act,
  planId: string,
  newId: () => string,
): Promise<{ changeId: string } | undefined> {
  if (!(await setPublished(db, planId, act.at, act.actor))) return undefined;
  const plan = await findPlan(db, planId);
  const published = (await listTasks(db, planId)).map((t) => t.id);
  if (plan) await keepPastMonths(db, plan.year, published, act.at);
  const changeId = await recordChange(db, act, { kind: 'publish-plan', data: { planId } }, newId);
  await recordAudit(db, act, 'plan.published', `plan:${planId}`);
  return { changeId };
}

async function knownUnits(db: Db): Promise<{ name: string; names: string[] }[]> {
  return (await listUnitNames(db))
    .filter((u) => u.kind === 'unit')
    .map((u) => ({ name: u.name, names: [u.name, ...u.aliases] }));
}

/** Names of open groups whose members the office has decided: they are no doubt any more. */
async function decidedGroups(db: Db): Promise<string[]> {
  const groupIds = [...new Set((await listGroupMembers(db)).map((m) => m.groupId))];
  return (await findUnits(db, groupIds)).map((u) => u.name);
}

/** What the document's earlier version said; what was suspended or cancelled since then is still its word. */
async function documentTasks(db: Db, planId: string): Promise<TaskRow[]> {
  return (await listTasks(db, planId)).filter(
    (t) => t.state !== 'withdrawn' && t.origin === 'document',
  );
}

async function findSamePlan(db: Db, title: string, year: number): Promise<PlanRow | undefined> {
  const key = (s: string) => s.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  return (await findPlansOfYear(db, year)).find((p) => key(p.title) === key(title));
}

function counts(diff: PlanDiff<TaskRow>): Record<string, number> {
  return {
    added: diff.added.length,
    changed: diff.changed.length,
    withdrawn: diff.withdrawn.length,
  };
}

async function digestOf(parsed: ParsedPlan): Promise<string> {
  const what = parsed.tasks.map((t) => [
    t.month,
    t.content,
    t.leadUnits,
    t.coopUnits,
    t.dueOn,
    t.recurrence,
    ...(t.title || t.goal || t.milestones ? [t.title, t.goal, t.milestones] : []),
  ]);
  const bytes = new TextEncoder().encode(JSON.stringify([parsed.year, what]));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, '0')).join('');
}
