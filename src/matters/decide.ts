import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import { type Day, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { findItems, type PlanItem } from '../plan/item-queries.ts';
import { listTaskUnits, type TaskUnitRow, updateOccurrence } from '../plan/queries.ts';
import { passShare } from '../plan/shares.ts';
import {
  isAsLeft,
  restoreTask,
  samePartsNow,
  snapshotTask,
  type TaskSnapshot,
} from '../plan/snapshot.ts';
import { setDecision } from '../progress/queries.ts';
import { listMattersOf } from './history-queries.ts';
import { decide, findMatter, keepBefore, type MatterRow, reopen } from './queries.ts';

export type DecideInput = {
  matterId: string;
  agree: boolean;
  /** The day granted; without it the day asked for. */
  on?: Day;
  /** The day of the decision; nothing is granted to a day before it. */
  today?: Day;
  /** Who takes a disputed share over. */
  to?: { id: string; name: string };
  answer?: string;
};

/**
 * Why a day asked for or granted cannot be the new deadline: it gives no time beyond the one that holds, or lies after the
 * year that follows, as a slip of the year does. Pure.
 */
export function whyNoTime(
  on: Day,
  dueOn: Day,
  today: Day = dueOn,
): 'too-early' | 'too-far' | undefined {
  if (on <= dueOn || on < today) return 'too-early';
  return splitDay(on).year > splitDay(dueOn).year + 1 ? 'too-far' : undefined;
}

export type Decided =
  | { kind: 'decided'; matter: MatterRow; item: PlanItem; changeId: string }
  | { kind: 'settled-before' }
  | { kind: 'unknown' }
  /** 退回 of a completion without a word why. */
  | { kind: 'reason-needed' }
  /** 同意延期 without a day. */
  | { kind: 'date-needed' }
  /** 同意延期到 a day that is past, or no later than the deadline that holds, or years away. */
  | { kind: 'no-time'; why: 'too-early' | 'too-far'; on: Day; dueOn: Day }
  /** The task has been withdrawn, cancelled or held since: more time for it is of no use. */
  | { kind: 'no-task' }
  /** 改派 without a unit to take it over. */
  | { kind: 'unit-needed' };

/**
 * The office's word on what a unit has put to it, with what follows for the plan, in one change that 撤销 takes back.
 * More time for a lead moves the day the item is due; a cooperating unit gets its time without moving the lead's day.
 * The caller has checked that the person may decide.
 */
export async function decideMatter(
  db: Db,
  act: Act,
  input: DecideInput,
  newId: () => string,
): Promise<Decided> {
  const matter = await findMatter(db, input.matterId);
  const [item] = matter ? await findItems(db, [matter.occurrenceId]) : [];
  if (!matter || !item) return { kind: 'unknown' };
  if (matter.state !== 'open') return { kind: 'settled-before' };
  if (input.agree && matter.kind === 'extension' && item.state !== 'active')
    return { kind: 'no-task' };
  if (matter.kind === 'completion' && !input.agree && !input.answer)
    return { kind: 'reason-needed' };
  const on = input.on ?? matter.askedOn ?? undefined;
  if (input.agree && matter.kind === 'extension' && !on) return { kind: 'date-needed' };
  const why = input.agree && on ? whyNoTime(on, item.dueOn, input.today) : undefined;
  if (matter.kind === 'extension' && on && why)
    return { kind: 'no-time', why, on, dueOn: item.dueOn };
  if (input.agree && matter.kind === 'dispute' && matter.role === 'lead' && !input.to)
    return { kind: 'unit-needed' };
  const granted = input.agree && matter.kind === 'extension' ? on : undefined;
  const state = input.agree ? 'agreed' : 'refused';
  // The decision first: it closes the race between two of the office, and only the winner changes the plan.
  const decided = await decide(db, matter.id, {
    state,
    decidedBy: act.actor,
    decidedAt: act.at,
    answer: input.answer ?? '',
    grantedOn: granted ?? null,
    passedTo: (input.agree && input.to?.id) || null,
  });
  if (!decided) return { kind: 'settled-before' };
  const before = input.agree ? await carryOut(db, matter, item, granted, input.to) : undefined;
  if (before) await keepBefore(db, matter.id, before);
  if (matter.batchId) await setDecision(db, matter.batchId, matter.occurrenceId, state);
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'matter',
      data: { matterId: matter.id, ...(before ? { left: await samePartsNow(db, before) } : {}) },
    },
    newId,
  );
  await recordAudit(db, act, `${matter.kind}.${state}`, `task:${item.taskId}`, {
    matterId: matter.id,
    unitId: matter.unitId,
    ...(granted ? { grantedOn: granted } : {}),
    ...(input.agree && input.to ? { to: input.to.id } : {}),
  });
  return { kind: 'decided', matter: { ...decided, before: before ?? null }, item, changeId };
}

/** Whether the unit has come back to it since a decision, or what that changed in the plan has been changed again. */
export async function isOvertaken(
  db: Db,
  matterId: string,
  left: TaskSnapshot | undefined,
): Promise<boolean> {
  const matter = await findMatter(db, matterId);
  if (!matter) return false;
  const later = (await listMattersOf(db, [matter.occurrenceId])).some(
    (m) =>
      m.kind === matter.kind &&
      m.unitId === matter.unitId &&
      m.raisedAt > matter.raisedAt &&
      m.state !== 'withdrawn',
  );
  return later || (left !== undefined && !(await isAsLeft(db, left)));
}

/** Takes a decision back: the plan is as before, and the matter waits again; its `before` says what the decision had changed. */
export async function undoDecision(
  db: Db,
  act: Act,
  matterId: string,
): Promise<MatterRow | undefined> {
  const matter = await findMatter(db, matterId);
  const open = matter && (await reopen(db, matterId));
  if (!open) return undefined;
  if (matter.before) await restoreTask(db, matter.before);
  if (matter.batchId) await setDecision(db, matter.batchId, matter.occurrenceId, 'waiting');
  await recordAudit(db, act, `${matter.kind}.reopened`, `unit:${matter.unitId}`, { matterId });
  return { ...open, before: matter.before };
}

async function carryOut(
  db: Db,
  matter: MatterRow,
  item: PlanItem,
  granted: Day | undefined,
  to: { id: string; name: string } | undefined,
): Promise<TaskSnapshot | undefined> {
  switch (matter.kind) {
    case 'completion':
      return undefined;
    case 'extension': {
      if (matter.role === 'coop' || !granted) return undefined;
      const { year, month } = splitDay(granted);
      const shown = year === item.year && !item.months.includes(month);
      await updateOccurrence(db, item.occurrenceId, {
        dueOn: granted,
        months: shown ? [...item.months, month].sort((a, b) => a - b) : item.months,
      });
      return timeOf(item);
    }
    case 'dispute': {
      const before = await snapshotTask(db, item.taskId, ['units']);
      return (await passShare(db, item.taskId, matter.unitId, to)) ? before : undefined;
    }
    case 'none': {
      const alone = leadsAlone(await listTaskUnits(db, [item.taskId]), matter.unitId);
      if (!alone) return undefined;
      // Hidden, not deleted: reports may stand on it.
      await updateOccurrence(db, item.occurrenceId, { months: [], dueOn: item.dueOn });
      return timeOf(item);
    }
  }
}

/** Whether this unit alone leads the task: without it nobody has this work in this month. */
function leadsAlone(shares: TaskUnitRow[], unitId: string): boolean {
  const leads = shares.filter((u) => u.role === 'lead');
  return leads.length === 1 && leads[0]?.unitId === unitId;
}

const timeOf = ({ taskId, occurrenceId: id, months, dueOn }: PlanItem): TaskSnapshot => ({
  taskId,
  time: { id, months, dueOn },
});
