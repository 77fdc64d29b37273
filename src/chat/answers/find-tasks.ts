import { splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import type { Which } from '../../intent/plan-order.ts';
import { findItems } from '../../plan/item-queries.ts';
import { listPublishedPlans, listTasks, type TaskRow } from '../../plan/queries.ts';
import { shownText } from '../../plan/shown-text.ts';
import { listCardItems, listCardsOfMonth } from '../../remind/card-queries.ts';
import { findUnit } from '../../units/resolve.ts';
import { scopeOfMonth } from '../reports/unit-duties.ts';

/** How much of the named words a task must share to be meant by them. */
const ALIKE = 0.6;

/**
 * The tasks of the published plans that an order can mean: by number in the plan's month (as the document numbers them,
 * else as they stand), with a unit in that unit's list, or by words. Withdrawn tasks are never meant.
 */
export async function findTasks(
  db: Db,
  which: Which,
  today: string,
  planId?: string,
): Promise<TaskRow[]> {
  const plans = (await listPublishedPlans(db)).filter(
    (p) => p.year === which.year && (planId === undefined || p.id === planId),
  );
  const tasks: TaskRow[] = [];
  for (const plan of plans)
    tasks.push(...(await listTasks(db, plan.id)).filter((t) => t.state !== 'withdrawn'));
  const { no } = which;
  if (which.topic && no === undefined) {
    const { topic, months } = which;
    const near = tasks.filter((t) => !months || t.month === null || months.includes(t.month));
    const best = Math.max(ALIKE, ...near.map((t) => likeness(topic, shownText(t))));
    return near.filter((t) => likeness(topic, shownText(t)) >= best);
  }
  if (no === undefined && which.unit) return ledBy(db, which.unit, which.months, { tasks, today });
  if (no === undefined) return [];
  const months = which.months ?? [splitDay(today).month];
  if (which.unit) return ofUnit(db, { ...which, no, months }, which.unit, tasks);
  const inMonth = tasks.filter((t) => t.month !== null && months.includes(t.month));
  const numbered = inMonth.filter((t) => t.seq === no);
  if (numbered.length > 0) return numbered;
  const nth = inMonth[no - 1];
  return nth ? [nth] : [];
}

/** 供电公司那项: what it leads in these months, else now, and is still to be done. */
async function ledBy(
  db: Db,
  unitName: string,
  named: number[] | null,
  { tasks, today }: { tasks: TaskRow[]; today: string },
): Promise<TaskRow[]> {
  const unit = await findUnit(db, unitName);
  const { year, month } = splitDay(today);
  const ids: string[] = [];
  for (const m of (unit && (named ?? [month])) ?? []) {
    const list = unit && (await scopeOfMonth(db, unit.id, year, m));
    ids.push(...(list?.items.filter((i) => i.role === 'lead').map((i) => i.occurrenceId) ?? []));
  }
  const meant = new Set((await findItems(db, ids)).map((i) => i.taskId));
  return tasks.filter((t) => meant.has(t.id));
}

/** Whether these words can be those of the task. */
export const speaksOf = (words: string, task: TaskRow): boolean =>
  likeness(words, shownText(task)) >= ALIKE;

/** By the number that the unit knows it by: of its cards of the month. */
async function ofUnit(
  db: Db,
  { year, months, no }: { year: number; months: number[]; no: number },
  unitName: string,
  tasks: TaskRow[],
): Promise<TaskRow[]> {
  const unit = await findUnit(db, unitName);
  if (!unit) return [];
  const ids: string[] = [];
  for (const month of months) {
    const list = await scopeOfMonth(db, unit.id, year, month);
    const stands = list?.items.filter((i) => i.no === no) ?? [];
    // A suspended task keeps the number that it has on the cards.
    const found = stands.length > 0 ? stands : await onCards(db, unit.id, { year, month, no });
    ids.push(...found.map((i) => i.occurrenceId));
  }
  const meant = new Set((await findItems(db, ids)).map((i) => i.taskId));
  return tasks.filter((t) => meant.has(t.id));
}

async function onCards(
  db: Db,
  unitId: string,
  { year, month, no }: { year: number; month: number; no: number },
): Promise<{ occurrenceId: string }[]> {
  const cards = await listCardsOfMonth(db, [unitId], year, month);
  const items = await listCardItems(
    db,
    cards.map((c) => c.key),
  );
  return items.filter((i) => i.no === no);
}

/** The share of the words' pairs of characters that stand in the text. */
function likeness(words: string, text: string): number {
  const pairs = (s: string) => {
    const chars = [...s.normalize('NFKC').replace(/[\s\p{P}]/gu, '')];
    return new Set(chars.slice(1).map((c, i) => (chars[i] ?? '') + c));
  };
  const wanted = pairs(words);
  const has = pairs(text);
  return [...wanted].filter((p) => has.has(p)).length / (wanted.size || 1);
}
