import { lastDayOfMonth } from '../../calendar/county-time.ts';
import type { PlanOrder, SaidPlanOrder } from '../../intent/plan-order.ts';
import { changeCard, type Doubts, newTaskCard } from '../../plan/change-cards.ts';
import type { NewTask, TaskChange } from '../../plan/change-task.ts';
import { changeText, words } from '../../plan/change-wording.ts';
import { listPublishedPlans, type TaskRow } from '../../plan/queries.ts';
import { changesNothing, isOfOneTask, spelledOut } from '../../plan/spell-change.ts';
import { findUnit } from '../../units/resolve.ts';
import { answer, type Context, say } from '../context.ts';
import { insertPlanOrder } from '../queries.ts';
import { planSpokenOf } from '../reports/named-plan.ts';
import { reportingUnits } from '../reports/report-scope.ts';
import { alikeTasks } from './alike-tasks.ts';
import { tasksMeant } from './tasks-meant.ts';

const MOST_CANDIDATES = 6;
const LEAST_WORDS = 4;
const POINTS = /[这那该上刚]/u;

/**
 * Shows what was understood of an order about the plan; nothing changes until 确认. `false` where the words name no task:
 * then they may have meant something else.
 */
export async function showPlanOrder(
  context: Context,
  order: SaidPlanOrder,
  text: string,
): Promise<boolean> {
  const planId = await planSpokenOf(context, text);
  if (order.kind === 'add') {
    await showNewTask(context, order, planId);
    return true;
  }
  if (order.kind === 'no-such-day') {
    await say(context, words.noSuchDay(order.day));
    return true;
  }
  const { deps } = context;
  const plans = (await listPublishedPlans(deps.db)).filter((p) => p.year === order.which.year);
  const { found, unlike } = await tasksMeant(context, order.which, text);
  // In the mouth of somebody of a unit the words may be a report.
  const mayReport = reportingUnits(context).length > 0;
  if (found.length === 0 && order.which.topic && mayReport) return false;
  // 改成12月10号 with nothing before it means something else.
  if (found.length === 0 && order.which.last && !POINTS.test(text)) return false;
  const [plan] = plans;
  const [first] = found;
  if (!plan) await say(context, words.noPlan(order.which.year));
  else if (unlike.length > 0) await say(context, words.unlike(unlike, found));
  else if (!first) await say(context, words.taskUnknown);
  else if (found.length > MOST_CANDIDATES) await say(context, words.tooMany(found.length));
  else if (order.kind === 'change' && movesBack(order.change, plan.year, context.today))
    await say(context, words.monthPast(order.change.month));
  else if (order.kind === 'vague') await say(context, words.untilWhen(first.content));
  else if (isOfOneTask(order.change) && found.length > 1)
    await say(context, words.tooMany(found.length));
  else {
    const change = spelledOut(order.change, first);
    if (!change) {
      await say(context, words.noSuchFigure(first.content));
      return true;
    }
    if (found.every((task) => changesNothing(task, change)))
      return saySame(context, found, change, plan.year);
    const id = await wait(context, { ...order, change }, plan.id, found);
    const units = change.kind === 'units' ? [...change.units, ...(change.coops ?? [])] : [];
    const doubts = await doubtsOf(context, units, change.kind === 'due' ? change.dueOn : undefined);
    const card = changeCard(id, change, found, { planYear: plan.year, ...doubts });
    await answer(context, { type: 'card', card });
  }
  return true;
}

async function saySame(
  context: Context,
  tasks: TaskRow[],
  change: TaskChange,
  year: number,
): Promise<boolean> {
  await say(context, words.sameAsBefore(tasks, changeText(change, year)));
  return true;
}

type Move = Extract<TaskChange, { kind: 'move' }>;

/** 12月第7项调到1月: a month that has ended is no time to do anything in. */
const movesBack = (change: TaskChange, year: number, today: string): change is Move =>
  change.kind === 'move' && lastDayOfMonth(year, change.month) < today;

async function showNewTask(
  context: Context,
  order: Extract<PlanOrder, { kind: 'add' }>,
  planId: string | undefined,
): Promise<void> {
  const { deps } = context;
  const task = newTaskOf(order);
  if (!task) return say(context, words.addHow(missingIn(order)));
  const plans = (await listPublishedPlans(deps.db)).filter((p) => p.year === order.year);
  const plan = plans.find((p) => p.id === planId) ?? plans[0];
  if (!plan) return say(context, words.noPlan(order.year));
  const due = task.dueOn ?? lastDayOfMonth(plan.year, task.month);
  const doubts = await doubtsOf(context, [...task.leadUnits, ...task.coopUnits], due);
  const alike = await alikeTasks(context, plan.year, task);
  const id = await wait(context, order, plan.id, []);
  await answer(context, {
    type: 'card',
    card: newTaskCard(id, task, { ...doubts, alike, plan: plans.length > 1 ? plan.title : '' }),
  });
}

/** The parts of a new task that its words do not give. */
function missingIn({ month, content, leadUnits }: Extract<PlanOrder, { kind: 'add' }>): string[] {
  const { month: m, content: c, lead } = words.parts;
  return [
    ...(month === null ? [m] : []),
    ...(content.length < LEAST_WORDS ? [c] : []),
    ...(leadUnits.length === 0 ? [lead] : []),
  ];
}

/** What may be a slip: names that no unit has, a deadline that is over. */
async function doubtsOf(
  { deps, today }: Context,
  names: string[],
  due: string | undefined,
): Promise<Doubts> {
  const strangers = [];
  for (const name of names) if (!(await findUnit(deps.db, name))) strangers.push(name);
  return { strangers, past: due !== undefined && due < today ? due : undefined };
}

export function newTaskOf(order: PlanOrder): NewTask | undefined {
  if (order.kind !== 'add' || order.month === null) return undefined;
  const { month, content, leadUnits, coopUnits, dueOn, byLeader } = order;
  if (content.length < LEAST_WORDS || leadUnits.length === 0) return undefined;
  return {
    month,
    content,
    leadUnits,
    coopUnits,
    ...(dueOn ? { dueOn } : {}),
    ...(byLeader ? { byLeader } : {}),
  };
}

async function wait(
  { deps, person, origin, now }: Context,
  order: PlanOrder,
  planId: string,
  tasks: TaskRow[],
): Promise<string> {
  const id = deps.newId();
  await insertPlanOrder(deps.db, {
    id,
    order,
    planId,
    taskIds: tasks.map((t) => t.id),
    messageId: origin.messageId,
    createdBy: person.id,
    createdAt: now,
  });
  return id;
}
