import { type Act, recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { listPublishedPlans, listTasks } from '../plan/queries.ts';
import { OWNER } from '../policy/audience.ts';
import { findPolicies, passagesOf } from '../policy/queries.ts';
import { listTargets, moveTargets, type TargetRow, updateTarget } from './queries.ts';
import { type ParsedTarget, readTargets } from './read-targets.ts';

/** Titles of documents that set goals for a year; measures and rules state conditions. */
const GOAL_DOCUMENT = /意见|要点|计划|目标|方案|报告|安排/u;

/** The targets that the year's plans and documents state, with where. Nothing is stored. */
export async function targetsInDocuments(
  db: Db,
  year: number,
): Promise<{ target: ParsedTarget; source: string }[]> {
  const found: { target: ParsedTarget; source: string }[] = [];
  const read = (text: string, title: string, isPlan: boolean) =>
    found.push(
      ...readTargets(text, { isPlan }).map((target) => ({
        target,
        source: `《${title}》：${target.text}`.slice(0, 300),
      })),
    );
  for (const plan of (await listPublishedPlans(db)).filter((p) => p.year === year))
    for (const task of await listTasks(db, plan.id))
      if (task.state === 'active') read(task.content, plan.title, true);
  for (const policy of await findPolicies(db, OWNER)) {
    if (!GOAL_DOCUMENT.test(policy.title)) continue;
    if (policy.year !== year && !policy.title.includes(String(year))) continue;
    for (const passage of await passagesOf(db, policy.id)) read(passage.text, policy.title, false);
  }
  return found;
}

/** What documents say now of proposals that were read from them and say otherwise. */
export type Restated = { changed: { before: TargetRow; now: TargetRow }[]; gone: TargetRow[] };

/**
 * Brings proposals up to what the plans and documents say now: a figure that was revised since it was read is proposed
 * anew, one that no document states any more is dropped. What a person set by word stays.
 */
export async function restateProposals(db: Db, act: Act, year: number): Promise<Restated> {
  const proposed = (await listTargets(db, year, 'proposed')).filter((t) =>
    OF_DOCUMENT.test(t.source),
  );
  const stated = proposed.length > 0 ? await targetsInDocuments(db, year) : [];
  const changed: Restated['changed'] = [];
  const gone: TargetRow[] = [];
  for (const before of proposed) {
    const alike = stated.filter(
      ({ target: { key, measure, scope } }) =>
        key === before.key && measure === before.measure && scope === before.scope,
    );
    if (alike.some((s) => isSame(s.target, before))) continue;
    const [first] = alike;
    if (first) {
      const { name, bound, value, unit } = first.target;
      const set = { name, bound, value, unit, source: first.source };
      await updateTarget(db, before.id, set);
      changed.push({ before, now: { ...before, ...set } });
    } else gone.push(before);
  }
  const decided = { state: 'dropped', decidedBy: act.actor, decidedAt: act.at } as const;
  await moveTargets(
    db,
    gone.map((t) => t.id),
    'proposed',
    decided,
  );
  const ids = [...changed.map((c) => c.now), ...gone].map((t) => t.id);
  if (ids.length > 0) await recordAudit(db, act, 'targets.restated', `year:${year}`, { ids });
  return { changed, gone };
}

const OF_DOCUMENT = /^《/u;

const isSame = (a: ParsedTarget, b: TargetRow) =>
  a.value === b.value && a.unit === b.unit && a.bound === b.bound;
