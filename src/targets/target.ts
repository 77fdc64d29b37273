import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { insertChange } from '../audit/queries.ts';
import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { defineSetting } from '../settings/setting.ts';
import {
  findTarget,
  insertTarget,
  insertValues,
  moveTargets,
  type TargetRow,
  updateTarget,
} from './queries.ts';
import type { ParsedTarget } from './read-targets.ts';
import type { SaidValue } from './read-values.ts';

type NewId = () => string;

/** The county's own curve: percent of the year due by the end of June. */
export const halfYearShare = defineSetting('targets.half', z.int().min(1).max(99), 50);

/** Keeps targets as proposals; those that the year has already are left alone. Returns how many are new. */
export async function proposeTargets(
  db: Db,
  act: Act,
  year: number,
  found: { target: ParsedTarget; source: string }[],
  newId: NewId,
): Promise<number> {
  let added = 0;
  for (const { target, source } of found) {
    if (target.year !== undefined && target.year !== year) continue;
    const { name, key, measure, bound, scope, value, unit } = target;
    const row = { name, key, measure, bound, scope, value, unit };
    const isNew = await insertTarget(db, {
      id: newId(),
      year,
      ...row,
      source,
      state: 'proposed',
      createdAt: act.at,
    });
    if (isNew) added++;
  }
  if (added > 0) await recordAudit(db, act, 'targets.proposed', `year:${year}`, { added });
  return added;
}

/** The office's word on proposals; undefined when all of them were decided before. */
export async function decideTargets(
  db: Db,
  act: Act,
  ids: string[],
  confirmed: boolean,
  newId: NewId,
): Promise<{ targets: TargetRow[]; changeId: string } | undefined> {
  const state = confirmed ? 'confirmed' : 'dropped';
  const moved = await moveTargets(db, ids, 'proposed', {
    state,
    decidedBy: act.actor,
    decidedAt: act.at,
  });
  if (moved.length === 0) return undefined;
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'targets-decided',
      data: { ids: moved.map((m) => m.id), state },
    },
    newId,
  );
  await recordAudit(db, act, `targets.${state}`, 'targets', { ids: moved.map((m) => m.id) });
  return { targets: moved, changeId };
}

/** Takes the office's word back: they are proposals again. */
export async function undecideTargets(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
): Promise<number> {
  const { ids, state } = z
    .object({ ids: z.array(z.string()), state: z.enum(['confirmed', 'dropped']) })
    .parse(data);
  const set = { state: 'proposed', decidedBy: null, decidedAt: null } as const;
  const moved = await moveTargets(db, ids, state, set);
  await recordAudit(db, act, 'targets.reopened', 'targets', { ids: moved.map((m) => m.id) });
  return moved.length;
}

const Ways = z.object({
  half: z.number().nullable(),
  lag: z.number(),
  unitId: z.string().nullable(),
});
/** `left`: as the change left it; absent in what older versions wrote. */
const Changed = z.object({ id: z.string(), before: Ways, left: Ways.optional() });

/** Changes curve, lag or reporting unit of a target. */
export async function changeTarget(
  db: Db,
  act: Act,
  target: TargetRow,
  set: Partial<Pick<TargetRow, 'half' | 'lag' | 'unitId'>>,
  newId: NewId,
): Promise<{ changeId: string }> {
  const { half, lag, unitId } = target;
  await updateTarget(db, target.id, set);
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'target-changed',
      data: {
        id: target.id,
        before: { half, lag, unitId },
        left: { half, lag, unitId, ...set },
      },
    },
    newId,
  );
  await recordAudit(db, act, 'target.changed', `target:${target.id}`, { ...set });
  return { changeId };
}

/** Whether a target has been changed again since. */
export async function isChangedAgain(db: Db, data: Record<string, unknown>): Promise<boolean> {
  const { id, left } = Changed.parse(data);
  if (!left) return false;
  const now = Ways.safeParse(await findTarget(db, id));
  return !isDeepStrictEqual(now.data, left);
}

/** Gives a target back as it was. */
export async function unchangeTarget(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
): Promise<TargetRow | undefined> {
  const { id, before } = Changed.parse(data);
  await updateTarget(db, id, before);
  await recordAudit(db, act, 'target.changed', `target:${id}`, before);
  return findTarget(db, id);
}

/** Stores what was said of targets; figures without 累计 or 本月 are not stored. The caller has checked who says it. */
export async function recordValues(
  db: Db,
  act: Act,
  input: { unitId: string | null; values: SaidValue[]; batchId?: string },
  newId: NewId,
): Promise<{ changeId: string; stored: number }> {
  const changeId = input.batchId ?? newId();
  const rows = input.values.flatMap((v, no) =>
    v.span === null
      ? []
      : [
          {
            id: newId(),
            targetId: v.targetId,
            unitId: input.unitId,
            month: v.month,
            span: v.span,
            value: v.value,
            unit: v.unit,
            text: v.text,
            batchId: changeId,
            reportedBy: act.actor,
            reportedAt: act.at,
            no,
          },
        ],
  );
  await insertValues(db, rows);
  if (rows.length === 0) return { changeId, stored: 0 };
  if (!input.batchId)
    await insertChange(db, act, {
      id: changeId,
      kind: 'target-values',
      data: { batchId: changeId },
    });
  await recordAudit(db, act, 'target.reported', `batch:${changeId}`, {
    unitId: input.unitId,
    targets: rows.map((r) => r.targetId),
  });
  return { changeId, stored: rows.length };
}
