import { clip } from '../../feishu/card.ts';
import type { PlanOrder } from '../../intent/plan-order.ts';
import { endExemptions } from '../../matters/queries.ts';
import { PlanOrderClick } from '../../plan/change-cards.ts';
import { addTask, type Changed, changeTask } from '../../plan/change-task.ts';
import { changeText, words } from '../../plan/change-wording.ts';
import { findItemsOfTasks } from '../../plan/item-queries.ts';
import {
  findTask,
  listOccurrences,
  listPublishedPlans,
  listTaskUnits,
  type TaskRow,
} from '../../plan/queries.ts';
import { changesNothing } from '../../plan/spell-change.ts';
import { itemsByUnit } from '../../plan/unit-items.ts';
import { syncCards } from '../../remind/sync-cards.ts';
import { findUnits, listGroupMembers } from '../../units/queries.ts';
import { standsFor } from '../../units/stands-for.ts';
import {
  type Answered,
  type Clicked,
  type ClickHandler,
  change,
  forged,
  info,
  ok,
  onOfficeClick,
} from '../clicked.ts';
import { actOf, type Context } from '../context.ts';
import { doneCard } from '../done-card.ts';
import { decidePlanOrder, findPlanOrder, type WaitingOrder } from '../queries.ts';
import { words as intentWords } from '../wording.ts';
import { newTaskOf } from './plan-orders.ts';
import { tellUnits } from './tell-units.ts';

export const PLAN_ORDER_CLICKS: ClickHandler[] = [onOfficeClick(PlanOrderClick, decide)];

async function decide(clicked: Clicked, click: PlanOrderClick): Promise<Answered> {
  const waiting = await findPlanOrder(clicked.deps.db, click.order);
  if (!waiting) return forged('unknown order');
  return change(clicked, (context) => decideOrder(context, waiting, click.option));
}

/** Carries out a waiting order on one of the tasks that it can mean, or drops it (-1). */
export async function decideOrder(
  context: Context,
  waiting: WaitingOrder,
  option: number,
): Promise<Answered> {
  const decision = option === -1 ? 'dropped' : 'confirmed';
  if (!(await decidePlanOrder(context.deps.db, waiting.id, decision)))
    return info(words.settledBefore);
  if (decision === 'dropped') return ok(words.dropped, doneCard(words.dropped));
  return carryOut(context, waiting, option);
}

async function carryOut(
  context: Context,
  { order, planId, taskIds, messageId }: WaitingOrder,
  option: number,
): Promise<Answered> {
  const { deps } = context;
  const act = { ...actOf(context), messageId };
  const plan = (await listPublishedPlans(deps.db)).find((p) => p.id === planId);
  if (!plan) return forged('unknown id');
  const meant = await findTask(deps.db, taskIds[option] ?? '');
  if (order.kind === 'change' && meant && changesNothing(meant, order.change)) {
    const same = words.sameAsBefore([meant], changeText(order.change, plan.year));
    return { ...info(same), card: doneCard(same) };
  }
  const task = newTaskOf(order);
  const changed =
    order.kind === 'change'
      ? await changeTask(deps.db, act, plan.year, taskIds[option] ?? '', order.change, deps.newId)
      : task && (await addTask(deps.db, act, plan, task, deps.newId));
  const saved = changed && (await findTask(deps.db, changed.taskId));
  if (!changed || !saved) return forged('unknown id');
  if (order.kind === 'change' && order.change.kind === 'units')
    await endExemptions(
      deps.db,
      (await listOccurrences(deps.db, saved.id)).map((o) => o.id),
    );
  await syncCards(deps, [changed.taskId], context.now, changed.changeId);
  const told = await tellChange(context, order, changed, saved, plan.year);
  const shown = { ...saved, content: clip(saved.content.replace(/\s+/g, ' '), 60) };
  const what =
    order.kind === 'change'
      ? words.changed(shown, changeText(order.change, plan.year))
      : words.added(shown);
  return ok(intentWords.done, doneCard(`${what}${told}`, changed.changeId));
}

/** Every unit that had or has a share is told what concerns it; says who could be told. */
async function tellChange(
  { deps, now }: Context,
  order: PlanOrder,
  changed: Changed,
  task: TaskRow,
  year: number,
): Promise<string> {
  const { db } = deps;
  const groups = await listGroupMembers(db);
  const concerned = [...new Set(changed.unitIds.flatMap(standsFor(groups)))];
  const items = await findItemsOfTasks(db, [task.id]);
  const sharing = itemsByUnit(items.slice(0, 1), await listTaskUnits(db, [task.id]), groups);
  const content = clip(task.content.replace(/\s+/g, ' '), 100);
  const due = items[0]?.dueOn ?? '';
  const told: string[] = [];
  for (const unitId of concerned) {
    const role = sharing.get(unitId)?.[0]?.role;
    const text = !role
      ? words.unitGone(content)
      : order.kind === 'add'
        ? words.unitAdded(content, role, due, order.byLeader === true)
        : words.unitChanged(content, changeText(order.change, year));
    const reached = await tellUnits(deps, now, {
      key: `task-changed:${changed.changeId}`,
      unitIds: [unitId],
      purpose: 'push',
      content: { type: 'text', text },
    });
    told.push(...reached);
  }
  const units = await findUnits(db, concerned);
  const names = (wanted: boolean) =>
    units.filter((u) => told.includes(u.id) === wanted).map((u) => u.name);
  return words.told(names(true), names(false));
}
