import type { Deps } from '../deps.ts';
import { clip } from '../feishu/card.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { PlanDiff } from '../plan/diff.ts';
import { diffLines } from '../plan/diff-lines.ts';
import { findPlan, listTasks, listTaskUnits, type TaskRow } from '../plan/queries.ts';
import type { Revision } from '../plan/revise.ts';
import { diffWords, words } from '../plan/wording.ts';
import { findUnits, listGroupMembers } from '../units/queries.ts';
import { findRecipients } from '../units/recipient.ts';
import { standsFor } from '../units/stands-for.ts';
import { listRounds } from './queries.ts';
import { sendingMoment } from './sending-moment.ts';
import { syncCards } from './sync-cards.ts';

type Effects = Pick<Deps, 'db' | 'newId' | 'config'>;

/** Tasks named to one unit in one message; the rest is counted. */
const LINES_TOLD = 12;

/**
 * After a revised plan was confirmed: cards that are out show it, and every unit that had or has a share in a changed task
 * is told once what changed for it, at once but outside quiet hours. Nobody hears of a plan that is not published.
 */
export async function followRevision(
  deps: Effects,
  at: Date,
  input: { revision: Revision; diff: PlanDiff<TaskRow>; changeId: string },
): Promise<{ told: number; untold: string[] }> {
  const { revision, diff, changeId } = input;
  const { db } = deps;
  const plan = await findPlan(db, revision.planId);
  if (!plan?.publishedAt) return { told: 0, untold: [] };
  const tasks = await listTasks(db, plan.id);
  const added = revision.added.flatMap((id) => tasks.find((t) => t.id === id) ?? []);
  const lines = diffLines({ ...diff, added: added.map((now) => ({ now, position: 0 })) });
  const ids = [
    ...added.map((t) => t.id),
    ...diff.changed.map((c) => c.old.id),
    ...diff.withdrawn.map((t) => t.id),
  ];
  const sharing = await unitsOf(deps, ids, revision);
  const byUnit = new Map<string, string[]>();
  for (const [i, line] of lines.entries()) {
    const fields = line.fields.map((f) =>
      diffWords.field(f.name, clip(f.old, 60), clip(f.now, 60)),
    );
    const text = `${words[line.kind]} ${clip(line.head, 60)}${
      fields.length > 0 && line.kind === 'changed' ? `（${fields.join('；')}）` : ''
    }`;
    for (const unitId of sharing.get(ids[i] ?? '') ?? [])
      byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), text]);
  }
  await refresh(deps, ids, plan.id, at, changeId);
  const content = (list: string[]) =>
    words.unitRevised(plan.title, list.slice(0, LINES_TOLD), list.length - LINES_TOLD);
  return tell(
    deps,
    at,
    `revised:${changeId}`,
    new Map([...byUnit].map(([u, l]) => [u, content(l)])),
  );
}

/** After a revision was taken back: cards show it, and who was told of the revision is told of that. */
export async function followTakenBack(
  deps: Effects,
  at: Date,
  revision: Revision,
  cause: string,
): Promise<void> {
  const plan = await findPlan(deps.db, revision.planId);
  if (!plan?.publishedAt) return;
  const ids = [
    ...revision.added,
    ...revision.changed.map((c) => c.taskId),
    ...revision.withdrawn.map((w) => w.taskId),
  ];
  const units = new Set([...(await unitsOf(deps, ids, revision)).values()].flat());
  await refresh(deps, ids, plan.id, at, cause);
  const text = words.unitRevisionUndone(plan.title);
  await tell(deps, at, cause, new Map([...units].map((u) => [u, text])));
}

/** Which units have or had a share in each of these tasks, groups by their members. */
async function unitsOf(
  { db }: Effects,
  taskIds: string[],
  revision: Revision,
): Promise<Map<string, string[]>> {
  const members = standsFor(await listGroupMembers(db));
  const now = await listTaskUnits(db, taskIds);
  const before = revision.changed.flatMap((c) => c.before.units ?? []);
  const result = new Map<string, string[]>();
  for (const { taskId, unitId } of [...now, ...before])
    for (const id of members(unitId)) {
      const list = result.get(taskId) ?? [];
      if (!list.includes(id)) result.set(taskId, [...list, id]);
    }
  return result;
}

/** Only what stands or belongs on a card that is out: a long plan has thousands of tasks that nobody has seen yet. */
async function refresh(deps: Effects, taskIds: string[], planId: string, at: Date, cause: string) {
  if ((await listRounds(deps.db, planId)).length === 0) return;
  await syncCards(deps, taskIds, at, cause);
}

async function tell(
  deps: Effects,
  at: Date,
  key: string,
  texts: Map<string, string>,
): Promise<{ told: number; untold: string[] }> {
  const { db } = deps;
  const found = await findRecipients(db, [...texts.keys()]);
  const notBefore = await sendingMoment(deps, at);
  for (const [unitId, to] of found)
    await enqueue(db, {
      key: `${key}:${unitId}`,
      to,
      content: { type: 'text', text: texts.get(unitId) ?? '' },
      purpose: 'push',
      notBefore,
    });
  const untold = await findUnits(
    db,
    [...texts.keys()].filter((id) => !found.has(id)),
  );
  return { told: found.size, untold: untold.map((u) => u.name) };
}
