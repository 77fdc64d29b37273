import type { ParsedTask } from './plan.ts';
import { monthsOf } from './schedule.ts';

/** A stored task beside what the new document says of it. */
export type PlanDiff<Old> = {
  same: { old: Old; now: ParsedTask; position: number }[];
  changed: { old: Old; now: ParsedTask; position: number; what: ChangedField[] }[];
  added: { now: ParsedTask; position: number }[];
  withdrawn: Old[];
};

export type ChangedField = 'title' | 'content' | 'aims' | 'month' | 'due' | 'lead' | 'coop';

/** How alike two texts of tasks must be to be one task that was reworded: shared pairs of characters over all pairs. */
const REWORDED = 0.55;

/**
 * Compares a stored plan with a new reading of it. Tasks of equal text are the same task wherever they stand; of the rest,
 * the most alike pairs count as reworded; what remains was withdrawn or added.
 */
export function diffPlan<Old extends Comparable>(old: Old[], now: ParsedTask[]): PlanDiff<Old> {
  const left = new Set(old);
  const byKey = Map.groupBy(old, (o) => taskKey(o.content));
  const result: PlanDiff<Old> = { same: [], changed: [], added: [], withdrawn: [] };
  const unmatched: { now: ParsedTask; position: number }[] = [];
  for (const [position, task] of now.entries()) {
    const equal = (byKey.get(taskKey(task.content)) ?? []).filter((o) => left.has(o));
    const match = equal.find((o) => o.month === task.month) ?? equal[0];
    if (!match) unmatched.push({ now: task, position });
    else {
      left.delete(match);
      place(result, match, task, position);
    }
  }
  const pairsOf = new Map([...left].map((o) => [o, pairs(o.content)]));
  for (const { now: task, position } of unmatched) {
    const own = pairs(task.content);
    const [best] = [...left]
      .map((o) => ({ o, score: likeness(pairsOf.get(o) ?? new Set(), own) }))
      .filter((s) => s.score >= REWORDED)
      .sort((a, b) => b.score - a.score);
    if (!best) result.added.push({ now: task, position });
    else {
      left.delete(best.o);
      place(result, best.o, task, position);
    }
  }
  result.withdrawn = [...left];
  return result;
}

export type Comparable = Pick<
  ParsedTask,
  'content' | 'month' | 'dueOn' | 'leadUnits' | 'coopUnits' | 'recurrence'
> &
  Named;

/** What a stored task and one just read say beside their words. */
export type Named = {
  title?: string | null;
  goal?: string | null;
  milestones?: ParsedTask['milestones'] | null;
};

function place<Old extends Comparable>(
  result: PlanDiff<Old>,
  old: Old,
  now: ParsedTask,
  position: number,
) {
  const what: ChangedField[] = [];
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  if ((old.title ?? null) !== (now.title ?? null)) what.push('title');
  if (old.content !== now.content) what.push('content');
  if (differs(aimsOf(old), aimsOf(now))) what.push('aims');
  if (old.month !== now.month) what.push('month');
  if (old.dueOn !== now.dueOn || differs(rhythmOf(old), rhythmOf(now))) what.push('due');
  if (differs(old.leadUnits, now.leadUnits)) what.push('lead');
  if (differs(old.coopUnits, now.coopUnits)) what.push('coop');
  if (what.length === 0) result.same.push({ old, now, position });
  else result.changed.push({ old, now, position, what });
}

const aimsOf = ({ goal, milestones }: Named) => [goal ?? null, milestones ?? []];

/** When a repeated deadline falls, in whatever words: 每季度末月 is 3月、6月、9月、12月. */
function rhythmOf({ recurrence }: Comparable): unknown[] {
  if (!recurrence) return [];
  const months = monthsOf(recurrence);
  return [recurrence.day ?? null, months?.toSorted((a, b) => a - b) ?? recurrence.every];
}

/** A task's text as it is compared: without spaces and punctuation. */
export function taskKey(content: string): string {
  return content.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

/** The neighbouring characters of a text, two by two. */
function pairs(content: string): Set<string> {
  const characters = [...taskKey(content)];
  return new Set(characters.slice(1).map((c, i) => `${characters[i]}${c}`));
}

/** Whether two texts are one task in nearly the same words. Pure. */
export const isReworded = (one: string, other: string): boolean =>
  likeness(pairs(one), pairs(other)) >= REWORDED;

function likeness(x: Set<string>, y: Set<string>): number {
  const common = [...x].filter((p) => y.has(p)).length;
  return common / (x.size + y.size - common || 1);
}
