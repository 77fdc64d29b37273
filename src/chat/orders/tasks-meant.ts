import { findLastChange } from '../../audit/queries.ts';
import type { Which } from '../../intent/plan-order.ts';
import { findTask, listTasks, type TaskRow } from '../../plan/queries.ts';
import { findTasks, speaksOf } from '../answers/find-tasks.ts';
import type { Context } from '../context.ts';
import { namedPlan, planSpokenOf } from '../reports/named-plan.ts';
import { answeredCard, byDocument, pointedTasks } from '../reports/shown-tasks.ts';

/** What was changed longer ago is not what 那项 means. */
const FRESH_MS = 30 * 60_000;

/** Tasks that an order means; `unlike`: those with its number, where its words are of others. */
type Meant = { found: TaskRow[]; unlike: TaskRow[] };

/**
 * The tasks that an order means. A plan that is named, the number and the words of the task must all fit: 攻坚清单第11项走访外贸企业
 * is never the eleventh of another list. Where number and words contradict, both are given back to be asked about.
 */
export async function tasksMeant(context: Context, which: Which, text: string): Promise<Meant> {
  const { db } = context.deps;
  if (which.last) return { found: await lastMeant(context), unlike: [] };
  const named = await namedPlan(context, text);
  const planId = named.kind === 'one' ? named.planId : undefined;
  const numbered = await ofPlanSpokenOf(context, await byNumber(context, which, planId), text);
  const { no: _, ...byWords } = which;
  const { topic } = which;
  if (which.no === undefined || topic === undefined) return { found: numbered, unlike: [] };
  const fitting = numbered.filter((t) => speaksOf(topic, t));
  if (fitting.length > 0) return { found: fitting, unlike: [] };
  const found = await findTasks(db, byWords, context.today, planId);
  return { found, unlike: numbered };
}

/** The task of the card that is answered; else what the person added or changed last, where that is fresh; else what was shown last. */
async function lastMeant(context: Context): Promise<TaskRow[]> {
  const { db } = context.deps;
  if (await answeredCard(context)) return pointedTasks(context, {});
  const change = await findLastChange(db, context.person.id);
  const isOfTask = change?.kind === 'task-added' || change?.kind === 'task-changed';
  if (!isOfTask || context.now.getTime() - change.at.getTime() > FRESH_MS)
    return pointedTasks(context, {});
  const task = await findTask(db, String(change.data.taskId));
  return task ? [task] : [];
}

/** A number without a month or a unit is of the plan that is named, else of what was shown last; else of the plan's month. */
async function byNumber(
  context: Context,
  which: Which,
  planId: string | undefined,
): Promise<TaskRow[]> {
  const { db } = context.deps;
  const { no, months, unit } = which;
  const isBare = no !== undefined && !months && !unit;
  if (isBare && planId) return byDocument(await listTasks(db, planId), no, context.today);
  const pointed = isBare ? await pointedTasks(context, { no }) : [];
  return pointed.length > 0 ? pointed : findTasks(db, which, context.today, planId);
}

/** Of a plan that the words only touch, its own tasks first. */
async function ofPlanSpokenOf(
  context: Context,
  tasks: TaskRow[],
  text: string,
): Promise<TaskRow[]> {
  const planId = await planSpokenOf(context, text);
  const own = tasks.filter((t) => t.planId === planId);
  return own.length > 0 ? own : tasks;
}
