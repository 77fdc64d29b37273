import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import { findOpenMatters, listExempt } from '../matters/queries.ts';
import { findItems, listTaskUnits, type PlanItem } from '../plan/queries.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { listAssigned } from '../progress/assignment-queries.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { listGroupMembers } from '../units/queries.ts';
import { type CardLine, reminderCard, replacedCard } from './cards.ts';
import { findCard, listCardItems } from './queries.ts';

/** A month card as the database has it now; undefined for an unknown key. */
export async function drawCard(db: Db, key: string, timeZone: string): Promise<Card | undefined> {
  const origin = await findCard(db, key);
  if (!origin) return undefined;
  if (origin.replacedBy) return replacedCard(origin.month, origin.unitName);
  const lines = await cardLines(db, [key], origin, timeZone);
  return reminderCard({ ...origin, unit: origin.unitName, lines });
}

/** The lines of these cards of one unit's month, with what the unit reported last and what waits for the office. */
export async function cardLines(
  db: Db,
  keys: string[],
  { unitId, month }: { unitId: string; month: number },
  timeZone: string,
): Promise<(CardLine & { occurrenceId: string })[]> {
  const onCard = await listCardItems(db, keys);
  const ids = onCard.map((i) => i.occurrenceId);
  const items = new Map((await findItems(db, ids)).map((i) => [i.occurrenceId, i]));
  const reports = (await findCurrentReports(db, ids)).filter((r) => r.unitId === unitId);
  const matters = (await findOpenMatters(db, ids)).filter((m) => m.unitId === unitId);
  const exempt = await listExempt(db, ids);
  const assigned = await listAssigned(db, unitId, ids);
  const shares = await listTaskUnits(db, [...new Set([...items.values()].map((i) => i.taskId))]);
  const own =
    itemsByUnit([...items.values()], shares, await listGroupMembers(db)).get(unitId) ?? [];
  return onCard.flatMap(({ no, role, occurrenceId }) => {
    const item = items.get(occurrenceId);
    if (!item) return [];
    const report = reports.find((r) => r.occurrenceId === occurrenceId);
    const matter = matters.find((m) => m.occurrenceId === occurrenceId);
    const share = own.find((o) => o.item.occurrenceId === occurrenceId);
    const freed = exempt.some((e) => e.occurrenceId === occurrenceId && e.unitId === unitId);
    const off = freed ? 'freed' : offReason(item, month, share !== undefined);
    const handler = assigned.find((a) => a.occurrenceId === occurrenceId)?.name;
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
