import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import { type Day, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { ensureUnit } from '../units/resolve.ts';
import {
  findTask,
  listOccurrences,
  listTasks,
  listTaskUnits,
  type OccurrenceRow,
  type PlanRow,
  type TaskRow,
  updateOccurrence,
  updateTask,
} from './queries.ts';
import { scheduleTask } from './schedule.ts';
import { setShares } from './shares.ts';
import {
  restoreTask,
  samePartsNow,
  snapshotTask,
  type TaskPart,
  type TaskSnapshot,
} from './snapshot.ts';
import { addTasks } from './store-tasks.ts';

/** What the office changes about one task in the chat. Units are names as written, in order. */
export type TaskChange =
  /** `behind`: `content` is the figure that is to stand behind these words of the task; `old`: in place of this one. */
  | { kind: 'content'; content: string; behind?: string; old?: string }
  /** To another month of the plan's year; due on its last working day unless `dueOn` says otherwise. */
  | { kind: 'move'; month: number; dueOn?: Day }
  | { kind: 'due'; dueOn: Day }
  /** `more`: beside those that it has; `coops`: who helps beside new leads. */
  | { kind: 'units'; role: 'lead' | 'coop'; units: string[]; more?: true; coops?: string[] }
  | { kind: 'state'; state: 'active' | 'suspended' | 'cancelled' };

/** A task as the office adds it; `byLeader`: 县领导交办. */
export type NewTask = {
  byLeader?: true;
  month: number;
  content: string;
  leadUnits: string[];
  coopUnits: string[];
  dueOn?: Day;
};

export type Changed = {
  taskId: string;
  changeId: string;
  /** Units and groups that had or have a share in it. */
  unitIds: string[];
};

const PARTS: Record<TaskChange['kind'], TaskPart> = {
  content: 'text',
  move: 'times',
  due: 'times',
  units: 'units',
  state: 'state',
};

/** Adds one task to a plan, after the others of its month; a document imported again leaves it alone. */
export async function addTask(
  db: Db,
  act: Act,
  plan: Pick<PlanRow, 'id' | 'year'>,
  task: NewTask,
  newId: () => string,
): Promise<Changed> {
  const known = await listTasks(db, plan.id);
  const inMonth = known.filter((t) => t.month === task.month);
  const now = {
    month: task.month,
    seq: Math.max(0, ...inMonth.map((t) => t.seq)) + 1,
    content: task.content,
    leadUnits: task.leadUnits,
    coopUnits: task.coopUnits,
    startOn: null,
    dueOn: task.dueOn ?? null,
    recurrence: null,
    source: {},
  };
  const position = Math.max(-1, ...known.map((t) => t.position)) + 1;
  const [taskId = ''] = await addTasks(db, plan, [{ now, position, origin: 'office' }], newId);
  const unitIds = (await listTaskUnits(db, [taskId])).map((u) => u.unitId);
  const changeId = await recordChange(db, act, { kind: 'task-added', data: { taskId } }, newId);
  await recordAudit(db, act, 'task.added', `task:${taskId}`, { planId: plan.id });
  return { taskId, changeId, unitIds };
}

/** Changes one part of a task; undefined when there is no such task. The reports made on it stay. */
export async function changeTask(
  db: Db,
  act: Act,
  year: number,
  taskId: string,
  change: TaskChange,
  newId: () => string,
): Promise<Changed | undefined> {
  const task = await findTask(db, taskId);
  const before = await snapshotTask(db, taskId, [PARTS[change.kind]]);
  if (!task || !before) return undefined;
  const had = (await listTaskUnits(db, [taskId])).map((u) => u.unitId);
  await apply(db, year, task, change, newId);
  const has = (await listTaskUnits(db, [taskId])).map((u) => u.unitId);
  const data = { taskId, before, left: await samePartsNow(db, before) };
  const changeId = await recordChange(db, act, { kind: 'task-changed', data }, newId);
  await recordAudit(db, act, `task.${change.kind}`, `task:${taskId}`, told(task, change));
  return { taskId, changeId, unitIds: [...new Set([...had, ...has])] };
}

/** What the audit tells of a change besides its kind: days, months and states, no wording. */
function told(task: TaskRow, change: TaskChange): Record<string, unknown> {
  switch (change.kind) {
    case 'state':
      return { state: change.state, was: task.state };
    case 'due':
      return { dueOn: change.dueOn, was: task.dueOn };
    case 'move':
      return { month: change.month, was: task.month };
    case 'content':
    case 'units':
      return {};
  }
}

/** Takes a change or an addition back. Returns the task and the units that had or have a share in it. */
export async function undoTaskChange(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
): Promise<{ task: TaskRow; unitIds: string[] } | undefined> {
  // Written by addTask and changeTask above and read from our own table.
  const { taskId, before } = data as { taskId: string; before?: TaskSnapshot };
  const had = (await listTaskUnits(db, [taskId])).map((u) => u.unitId);
  if (before) await restoreTask(db, before);
  else await updateTask(db, taskId, { state: 'withdrawn' });
  await recordAudit(db, act, 'task.restored', `task:${taskId}`);
  const has = (await listTaskUnits(db, [taskId])).map((u) => u.unitId);
  const task = await findTask(db, taskId);
  return task && { task, unitIds: [...new Set([...had, ...has])] };
}

async function apply(
  db: Db,
  year: number,
  task: TaskRow,
  change: TaskChange,
  newId: () => string,
): Promise<void> {
  switch (change.kind) {
    case 'content':
      return updateTask(db, task.id, { content: change.content });
    case 'state':
      return updateTask(db, task.id, { state: change.state });
    case 'move': {
      const moved = { month: change.month, dueOn: change.dueOn ?? null, recurrence: null };
      const [time] = scheduleTask(moved, year, await loadOwnDays(db));
      const [first, ...others] = await listOccurrences(db, task.id);
      if (!first || !time) return;
      await updateTask(db, task.id, { ...moved, startOn: null });
      await updateOccurrence(db, first.id, time);
      for (const o of others) await updateOccurrence(db, o.id, { months: [], dueOn: o.dueOn });
      return;
    }
    case 'due': {
      const { dueOn } = change;
      const at = splitDay(dueOn);
      const times = (await listOccurrences(db, task.id)).filter((o) => o.months.length > 0);
      const time = timeOf(times, dueOn);
      if (!time) return;
      if (times.length === 1) await updateTask(db, task.id, { dueOn });
      const later = at.year === year && !time.months.includes(at.month);
      await updateOccurrence(db, time.id, {
        dueOn,
        months: later ? [...time.months, at.month].sort((a, b) => a - b) : time.months,
      });
      return;
    }
    case 'units': {
      const names = {
        lead: task.leadUnits,
        coop: change.coops ?? task.coopUnits,
        [change.role]: change.units,
      };
      const known = async (list: string[]) => {
        const units = [];
        for (const name of list) units.push({ name, id: (await ensureUnit(db, name, newId)).id });
        return units;
      };
      // A unit that now leads no longer only cooperates.
      const lead = await known(names.lead);
      const coop = (await known(names.coop)).filter((u) => !lead.some((l) => l.id === u.id));
      return setShares(db, task.id, { lead, coop });
    }
  }
}

/** Of a task that falls due several times, the one whose deadline a new day is: its month's, else the last one before. */
function timeOf(times: OccurrenceRow[], dueOn: string): OccurrenceRow | undefined {
  const ofMonth = times.find((t) => t.dueOn.slice(0, 7) === dueOn.slice(0, 7));
  return ofMonth ?? times.findLast((t) => t.dueOn < dueOn) ?? times[0];
}
