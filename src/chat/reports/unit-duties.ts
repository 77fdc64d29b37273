import { type Day, splitDay } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import { listItems } from '../../plan/item-queries.ts';
import { listTaskUnits } from '../../plan/queries.ts';
import { itemsByUnit, type UnitItem } from '../../plan/unit-items.ts';
import { findStanding, type Standing } from '../../progress/queries.ts';
import { isReportedDone } from '../../progress/task-status.ts';
import { listCardItems, listCardsOfMonth } from '../../remind/card-queries.ts';
import { findUnits, listGroupMembers } from '../../units/queries.ts';
import type { Context } from '../context.ts';
import type { ReportScope } from './report-scope.ts';

/** What a unit has to do in a month, under the numbers of its cards of that month; what is on none comes after. */
export async function scopeOfMonth(
  db: Db,
  unitId: string,
  year: number,
  month: number,
): Promise<ReportScope | undefined> {
  return (await inMonth(db, { year, month }, [unitId]))[0];
}

export async function inMonth(
  db: Db,
  { year, month }: { year: number; month: number },
  unitIds: string[],
): Promise<ReportScope[]> {
  const cards = unitIds.length > 0 ? await listCardsOfMonth(db, unitIds, year, month) : [];
  const onCards = await listCardItems(
    db,
    cards.map((c) => c.key),
  );
  return (await dutiesOf(db, { year, months: [month] }, unitIds)).map(({ unitId, ...of }) => {
    const keys = new Set(cards.filter((c) => c.unitId === unitId).map((c) => c.key));
    const given = onCards.filter((i) => keys.has(i.cardKey));
    const list = listOf({ unitId, ...of }, month, numbered(of.duties, given));
    return given.length > 0 ? list : { ...list, uncarded: true };
  });
}

/** The last month in which what was due before New Year is still meant beside the new year's work. */
export const LATE_UNTIL = 3;

/**
 * Where a month is named without its year early in a year, and lies far ahead: last year's, where the units had anything to
 * do in it.
 */
export async function monthMeant(
  db: Db,
  unitIds: string[],
  named: { year: number; month: number },
  today: Day,
): Promise<{ year: number; month: number }> {
  const now = splitDay(today);
  const isAhead = named.year === now.year && named.month > now.month + LATE_UNTIL;
  if (!isAhead || now.month > LATE_UNTIL) return named;
  const before = { year: named.year - 1, month: named.month };
  return (await inMonth(db, before, unitIds)).length > 0 ? before : named;
}

/**
 * What units still owe of earlier months, early in a year of the year before too, numbered in the plan's order as a list of
 * it would be; what stands on one of these lists is left out.
 */
export async function stillOwed(
  { deps: { db }, today }: { deps: Pick<Context['deps'], 'db'>; today: Day },
  unitIds: string[],
  lists: ReportScope[],
): Promise<ReportScope[]> {
  const { year, month } = splitDay(today);
  const before = month <= LATE_UNTIL ? await owedOfYear(db, year - 1, 13, unitIds, lists) : [];
  return [...(await owedOfYear(db, year, month, unitIds, lists)), ...before];
}

/** The same of the months of one year before `until`. */
export async function owedOfYear(
  db: Db,
  year: number,
  until: number,
  unitIds: string[],
  lists: ReportScope[],
): Promise<ReportScope[]> {
  const months = Array.from({ length: until - 1 }, (_, i) => i + 1);
  const listed = new Set(lists.flatMap((l) => l.items.map((i) => `${i.unitId} ${i.occurrenceId}`)));
  return (await dutiesOf(db, { year, months }, unitIds)).flatMap((of) => {
    const owed = of.duties.filter(
      ({ item, open }) =>
        open &&
        Math.max(...item.months) < until &&
        !listed.has(`${of.unitId} ${item.occurrenceId}`),
    );
    if (owed.length === 0) return [];
    const list = listOf(of, Math.min(until, 12), numbered(owed, []));
    const monthOf = new Map(owed.map(({ item }) => [item.occurrenceId, Math.max(...item.months)]));
    const items = list.items.map((item) => {
      const owedIn = monthOf.get(item.occurrenceId);
      return owedIn === undefined ? item : { ...item, owedOf: { year, month: owedIn } };
    });
    return [{ ...list, items }];
  });
}

type Duty = UnitItem & { open: boolean };
type Duties = { unitId: string; unitName: string; duties: Duty[] };

/** What each of these units has to do in some months, and whether its part still waits for its completion. */
async function dutiesOf(
  db: Db,
  { year, months }: { year: number; months: number[] },
  unitIds: string[],
): Promise<Duties[]> {
  if (unitIds.length === 0 || months.length === 0) return [];
  const members = await listGroupMembers(db);
  const groups = members.filter((m) => unitIds.includes(m.unitId)).map((m) => m.groupId);
  const items = await listItems(db, year, months, [...unitIds, ...groups]);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const byUnit = itemsByUnit(items, shares, members);
  const reports = await findStanding(
    db,
    items.map((i) => i.occurrenceId),
  );
  return (await findUnits(db, unitIds)).flatMap(({ id, name }) => {
    const duties = (byUnit.get(id) ?? []).map((own) => ({
      ...own,
      open: isOpen(reports, own.item.occurrenceId, id),
    }));
    return duties.length > 0 ? [{ unitId: id, unitName: name, duties }] : [];
  });
}

function listOf(
  { unitId, unitName }: Pick<Duties, 'unitId' | 'unitName'>,
  month: number,
  duties: (Duty & { no: number })[],
): ReportScope {
  return {
    unitId,
    unitName,
    month,
    last: Math.max(0, ...duties.map((d) => d.no)),
    items: duties.map(({ item, role, no, open }) => ({
      no,
      unitId,
      unitName,
      occurrenceId: item.occurrenceId,
      role,
      content: item.content,
      open,
    })),
  };
}

/** Plan by plan, as cards are made; numbers that cards gave twice say nothing. */
function numbered(
  items: Duty[],
  given: { no: number; occurrenceId: string }[],
): (Duty & { no: number })[] {
  const isSure = new Set(given.map((g) => g.no)).size === given.length;
  const known = new Map(isSure ? given.map((g) => [g.occurrenceId, g.no]) : []);
  let last = Math.max(0, ...known.values());
  return [...Map.groupBy(items, (i) => i.item.planId).values()]
    .flat()
    .map((i) => ({ ...i, no: known.get(i.item.occurrenceId) ?? ++last }))
    .sort((a, b) => a.no - b.no);
}

/** Whether a unit's part of an item still waits for its completion, or for another after one that was returned. */
export function isOpen(reports: Standing[], occurrenceId: string, unitId: string): boolean {
  return !reports.some(
    (r) => r.occurrenceId === occurrenceId && r.unitId === unitId && isReportedDone(r),
  );
}
