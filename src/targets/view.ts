import { type Day, dayOf, splitDay } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { getSetting } from '../settings/queries.ts';
import { knowableMonth, type Standing, standingOf } from './pace.ts';
import { listTargets, listValues, type TargetRow, type ValueRow } from './queries.ts';
import { halfYearShare } from './target.ts';

/** A figure with who gave it and on which day of the county. */
type NamedValue = ValueRow & { unitName: string | null; on: Day };

/** A target with where it stands; the figures behind it stay at hand, so that each can be traced. */
export type TargetView = {
  target: TargetRow;
  unitName: string | null;
  /** Percent of the year due by the end of June. */
  half: number;
  standing?: Standing;
  /** What the standing rests on, oldest first. */
  values: NamedValue[];
  /** Several units gave figures and none answers for the county: shown beside each other, never added. */
  parts: NamedValue[];
  /** The newest month that should be known by today and is not. */
  awaited?: number;
};

/** The confirmed targets of a year and where they stand on a day. */
export async function loadTargets(
  db: Db,
  { year, today, timeZone }: { year: number; today: Day; timeZone: string },
): Promise<TargetView[]> {
  const targets = await listTargets(db, year, 'confirmed');
  const rows = await listValues(
    db,
    targets.map((t) => t.id),
  );
  const values = rows.map((v) => ({ ...v, on: dayOf(v.reportedAt, timeZone) }));
  const common = await getSetting(db, halfYearShare);
  return targets.map(({ unitName, ...target }) => {
    const own = values.filter((v) => v.targetId === target.id);
    return viewOf(target, unitName, own, target.half ?? common, { year, today });
  });
}

function viewOf(
  target: TargetRow,
  unitName: string | null,
  all: NamedValue[],
  half: number,
  at: { year: number; today: Day },
): TargetView {
  const { values, parts } = seriesOf(target, all);
  const standing = standingOf(
    { ...target, curve: { half } },
    values.map((v) => ({ ...v, measure: target.measure, scope: target.scope })),
  );
  const now = splitDay(at.today);
  const known = now.year > at.year ? 12 : knowableMonth(now.month, now.date, target.lag);
  const awaited = known >= 1 && (standing?.month ?? 0) < known ? known : undefined;
  return {
    target,
    unitName,
    half,
    ...(standing ? { standing } : {}),
    values,
    parts,
    ...(awaited === undefined ? {} : { awaited }),
  };
}

/** The one series that speaks for the county: the named unit's and the office's, else the only one there is. */
function seriesOf(
  target: TargetRow,
  all: NamedValue[],
): { values: NamedValue[]; parts: NamedValue[] } {
  const speaks = target.unitId
    ? all.filter((v) => v.unitId === target.unitId || v.unitId === null)
    : all.filter((v) => v.unitId === null);
  if (speaks.length > 0) return { values: newestOfEach(speaks), parts: [] };
  const others = new Set(all.map((v) => v.unitId));
  return !target.unitId && others.size === 1
    ? { values: all, parts: [] }
    : { values: [], parts: all };
}

/** Of the unit's and the office's word on one month the newer one. */
function newestOfEach(values: NamedValue[]): NamedValue[] {
  return [...Map.groupBy(values, (v) => `${v.month} ${v.span}`).values()].flatMap((same) =>
    same.toSorted((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime()).slice(0, 1),
  );
}
