import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import { findOpenMatters, listExempt } from '../matters/queries.ts';
import { findItems, type PlanItem } from '../plan/item-queries.ts';
import { listTaskUnits } from '../plan/queries.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { listAssigned } from '../progress/assignment-queries.ts';
import { findCurrentReports, withForecasts } from '../progress/queries.ts';
import { listGroupMembers } from '../units/queries.ts';
import { type CardItem, findCards, listCardItems, listCardsOf } from './card-queries.ts';
import { type CardLine, reminderCard, replacedCard } from './cards.ts';

/** A month card as the database has it now; undefined for an unknown key. */
export async function drawCard(db: Db, key: string, timeZone: string): Promise<Card | undefined> {
  return (await drawCards(db, [key], timeZone)).get(key);
}

/** Many cards at the cost of one: each by its key; unknown keys are left out. */
export async function drawCards(
  db: Db,
  keys: string[],
  timeZone: string,
): Promise<Map<string, Card>> {
  const origins = await findCards(db, keys);
  const current = origins.filter((o) => !o.replacedBy).map((o) => o.key);
  const inParts = origins.filter((o) => o.of > 1 && !o.replacedBy).map((o) => o.reminderId);
  const parts = Map.groupBy(await listCardsOf(db, inParts), (p) => p.reminderId);
  const others = [...parts.values()].flat().map((p) => p.key);
  const onCards = await listCardItems(db, [...new Set([...current, ...others])]);
  const facts = await loadFacts(
    db,
    onCards.map((i) => i.occurrenceId),
  );
  const byCard = Map.groupBy(onCards, (i) => i.cardKey);
  return new Map(
    origins.map((origin) => [
      origin.key,
      origin.replacedBy
        ? replacedCard(origin.month, origin.unitName)
        : reminderCard({
            ...origin,
            unit: origin.unitName,
            lines: linesOf(facts, byCard.get(origin.key) ?? [], origin, timeZone),
            whole: linesOf(
              facts,
              wholeOf(origin, byCard, parts.get(origin.reminderId)),
              origin,
              timeZone,
            ),
          }),
    ]),
  );
}

/** Every item of the list of which a card is a part, once. */
function wholeOf(
  { key }: { key: string },
  byCard: Map<string, CardItem[]>,
  parts: { key: string }[] = [{ key }],
): CardItem[] {
  const items = [{ key }, ...parts].flatMap((p) => byCard.get(p.key) ?? []);
  return [...new Map(items.map((i) => [i.occurrenceId, i])).values()];
}

/** The lines of these cards of one unit's month, with what the unit reported last and what waits for the office. */
export async function cardLines(
  db: Db,
  keys: string[],
  of: { unitId: string; month: number },
  timeZone: string,
): Promise<Line[]> {
  const onCard = await listCardItems(db, keys);
  const facts = await loadFacts(
    db,
    onCard.map((i) => i.occurrenceId),
  );
  return linesOf(facts, onCard, of, timeZone);
}

type Line = CardLine & { occurrenceId: string };
type Facts = Awaited<ReturnType<typeof loadFacts>>;

/** All that cards say of these items, in any unit. */
async function loadFacts(db: Db, occurrenceIds: string[]) {
  const ids = [...new Set(occurrenceIds)];
  const items = await findItems(db, ids);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const byPlace = <T extends { occurrenceId: string; unitId: string }>(rows: T[]) =>
    new Map(rows.toReversed().map((row) => [placeOf(row), row]));
  return {
    items: new Map(items.map((i) => [i.occurrenceId, i])),
    reports: byPlace(await withForecasts(db, await findCurrentReports(db, ids))),
    matters: byPlace(await findOpenMatters(db, ids)),
    exempt: byPlace(await listExempt(db, ids)),
    assigned: byPlace(await listAssigned(db, ids)),
    shares: itemsByUnit(items, shares, await listGroupMembers(db)),
  };
}

const placeOf = ({ occurrenceId, unitId }: { occurrenceId: string; unitId: string }) =>
  `${occurrenceId} ${unitId}`;

function linesOf(
  facts: Facts,
  onCard: CardItem[],
  { unitId, month }: { unitId: string; month: number },
  timeZone: string,
): Line[] {
  const own = new Map(facts.shares.get(unitId)?.map((s) => [s.item.occurrenceId, s]));
  return onCard.flatMap(({ no, role, occurrenceId }) => {
    const item = facts.items.get(occurrenceId);
    if (!item) return [];
    const place = placeOf({ occurrenceId, unitId });
    const report = facts.reports.get(place);
    const matter = facts.matters.get(place);
    const share = own.get(occurrenceId);
    const off = facts.exempt.has(place) ? 'freed' : offReason(item, month, share !== undefined);
    const handler = facts.assigned.get(place)?.name;
    return [
      {
        no,
        role: share?.role ?? role,
        occurrenceId,
        ...(off ? { off } : {}),
        ...(handler ? { handler } : {}),
        ...(matter ? { waitsFor: matter.kind } : {}),
        content: item.content,
        dueOn: item.dueOn,
        leadUnits: item.leadUnits,
        coopUnits: item.coopUnits,
        ...(report
          ? {
              report: {
                id: report.id,
                status: report.status,
                reporter: report.reporter,
                on: dayOf(report.reportedAt, timeZone),
                note: report.note,
                ...(report.eta ? { eta: report.eta } : {}),
                ...(report.promised ? { promised: report.promised } : {}),
                ...(report.decision ? { decision: report.decision } : {}),
                ...(report.via === 'office' ? { source: report.source ?? '' } : {}),
              },
            }
          : {}),
      },
    ];
  });
}

/** Why nothing is asked of a unit any more about an item that stands on its card. */
function offReason(item: PlanItem, month: number, isShared: boolean): CardLine['off'] {
  if (item.state !== 'active') return item.state;
  if (!isShared) return 'passed';
  return item.months.includes(month) ? undefined : 'moved';
}
