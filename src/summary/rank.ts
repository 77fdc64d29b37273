import type { AskedStatus } from '../progress/task-status.ts';
import type { Counts, Summary } from './summarise.ts';

/** A unit's place among all, counted from the end that was asked for; units that are equal share a place. */
export type Ranked = { unitId: string; place: number; counts: Counts };

export type Ranking = {
  ranked: Ranked[];
  /** Units of which nobody has heard a word on what is ranked: silence is no achievement, and not a place. */
  silent: string[];
  /** Units that have spoken, with nothing done and nothing that had to be: nobody is behind before the day. */
  early: string[];
};

/** What units are ranked by: the share they have done, or how many of their tasks are in a state. */
export type Measure = 'rate' | AskedStatus;

/**
 * Ranks units by what they lead, or by what they help with. More is better for what is done, worse for everything else;
 * the worst of a bad state are those that have any. `limit` keeps so many places, however many units share them. Pure.
 */
export function rankUnits(
  byUnit: Summary['byUnit'],
  of: { measure: Measure; role: 'lead' | 'coop'; order: 'best' | 'worst'; limit?: number },
): Ranking {
  const isGood = of.measure === 'rate' || of.measure === 'done';
  const all = byUnit.flatMap((u) => (u[of.role].total > 0 ? [{ ...u, counts: u[of.role] }] : []));
  const isSilent = (c: Counts) => c.noReport === c.total;
  const isEarly = (c: Counts) => isGood && !isSilent(c) && c.done === 0 && c.overdue === 0;
  const counted = all
    .filter((u) => !isGood || !(isSilent(u.counts) || isEarly(u.counts)))
    .map((u) => ({ unitId: u.unitId, counts: u.counts, value: measured(u.counts, of.measure) }))
    .filter((u) => isGood || of.order === 'best' || u.value > 0);
  const highFirst = isGood === (of.order === 'best');
  const sign = highFirst ? -1 : 1;
  const sorted = counted.toSorted((a, b) => sign * (a.value - b.value));
  const ranked = sorted.map(({ unitId, counts, value }) => ({
    unitId,
    counts,
    place: sorted.findIndex((other) => other.value === value) + 1,
  }));
  return {
    ranked: ranked.filter((r) => !of.limit || r.place <= of.limit),
    silent: all.filter((u) => isSilent(u.counts)).map((u) => u.unitId),
    early: all.filter((u) => isEarly(u.counts)).map((u) => u.unitId),
  };
}

/** How many tasks a measure counts; of `rate` the share, 0–1. */
export function measured(counts: Counts, measure: Measure): number {
  switch (measure) {
    case 'rate':
      return counts.total > 0 ? counts.done / counts.total : 0;
    case 'done':
      return counts.done;
    case 'not_done':
      return counts.total - counts.done;
    case 'overdue':
      return counts.overdue;
    case 'blocked':
      return counts.blocked;
    case 'extension':
      return counts.extension;
    case 'not_started':
      return counts.notStarted;
    case 'in_progress':
      return counts.inProgress;
    case 'no_report':
      return counts.noReport;
  }
}
