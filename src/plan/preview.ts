import { foldUnitName, isOpenGroup } from '../text/unit-name.ts';
import type { ParsedPlan, ParsedTask } from './plan.ts';
import { placeInYear } from './wording.ts';

/** What a person sees of a plan before it is kept: counts by month and unit, and what is doubtful. */
export type PlanPreview = {
  title: string;
  year: number;
  total: number;
  tasks: ParsedPlan['tasks'];
  byMonth: { name: string; count: number }[];
  byUnit: { unit: string; lead: number; coop: number }[];
  groups: string[];
  similar: [string, string][];
  /** Names that no unit has yet, each with the unit it may be another name of. */
  strangers: { name: string; near?: string }[];
  problems: ParsedPlan['problems'];
};

/** Counts a parsed plan; `decided` are the open groups whose members are known, `known` the county's units. Pure. */
export function previewPlan(
  plan: ParsedPlan,
  year: number,
  decided: string[] = [],
  known: { name: string; names: string[] }[] = [],
): PlanPreview {
  const units = new Map<string, { unit: string; lead: number; coop: number }>();
  const nameOf = new Map(known.flatMap((k) => k.names.map((n) => [foldUnitName(n), k.name])));
  const count = (written: string, role: 'lead' | 'coop') => {
    const name = nameOf.get(foldUnitName(written)) ?? written;
    const row = units.get(foldUnitName(name)) ?? { unit: shown(name), lead: 0, coop: 0 };
    row[role]++;
    units.set(foldUnitName(name), row);
  };
  for (const task of plan.tasks) {
    for (const name of new Set(task.leadUnits)) count(name, 'lead');
    for (const name of new Set(task.coopUnits)) count(name, 'coop');
  }
  const rows = [...units.values()];
  const last = (t: ParsedTask) => t.month ?? (t.recurrence ? 13 : 14);
  const inOrder = plan.tasks.toSorted((a, b) => last(a) - last(b));
  return {
    title: plan.title,
    year,
    total: plan.tasks.length,
    tasks: plan.tasks,
    byMonth: [...Map.groupBy(inOrder, placeInYear)].map(([name, { length: count }]) => ({
      name,
      count,
    })),
    byUnit: rows.sort((a, b) => b.lead - a.lead || b.coop - a.coop),
    groups: rows.map((r) => r.unit).filter((u) => isOpenGroup(u) && !decided.includes(u)),
    // Two units of the county are two; a new name beside a unit's is asked about below.
    similar: similarNames(
      rows.map((r) => r.unit).filter((n) => !isOpenGroup(n) && !nameOf.has(foldUnitName(n))),
    ),
    strangers: strangersAmong(
      rows.map((r) => r.unit).filter((n) => !isOpenGroup(n)),
      known,
    ),
    problems: plan.problems,
  };
}

function shown(name: string): string {
  return name.replace(/\s+/g, '').replace(/等$/u, '');
}

/** Names that the county's units do not have: a new body, or a new name of one. Nothing is new to an empty county. */
function strangersAmong(
  names: string[],
  known: { name: string; names: string[] }[],
): PlanPreview['strangers'] {
  if (known.length === 0) return [];
  const folded = new Set(known.flatMap((k) => k.names.map(foldUnitName)));
  return names
    .filter((name) => !folded.has(foldUnitName(name)))
    .map((name) => {
      const near = known.filter((k) => k.names.some((n) => isNear(n, name)));
      const [only, second] = near;
      return only && !second ? { name, near: only.name } : { name };
    });
}

function isNear(a: string, b: string): boolean {
  const [short, long] = [foldUnitName(a), foldUnitName(b)].sort((x, y) => x.length - y.length);
  return !!short && !!long && short.length >= 3 && isSubsequence(short, long);
}

/** Pairs of which one name reads like a shorter form of the other: one body under two names, or two bodies? */
function similarNames(names: string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      const [short, long] = [foldUnitName(a), foldUnitName(b)].sort((x, y) => x.length - y.length);
      if (short && long && short.length >= 4 && isSubsequence(short, long)) pairs.push([a, b]);
    }
  }
  return pairs;
}

function isSubsequence(short: string, long: string): boolean {
  let i = 0;
  for (const c of long) if (c === short[i]) i++;
  return i === short.length;
}
