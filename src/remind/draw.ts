import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import { findItems } from '../plan/queries.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { type CardLine, reminderCard } from './cards.ts';
import { findCard, listCardItems } from './queries.ts';

/** A month card as the database has it now; undefined for an unknown key. */
export async function drawCard(db: Db, key: string, timeZone: string): Promise<Card | undefined> {
  const origin = await findCard(db, key);
  if (!origin) return undefined;
  const lines = await cardLines(db, [key], origin.unitId, timeZone);
  return reminderCard({ ...origin, unit: origin.unitName, lines });
}

/** The lines of these cards of one unit, with what the unit reported last. */
export async function cardLines(
  db: Db,
  keys: string[],
  unitId: string,
  timeZone: string,
): Promise<(CardLine & { occurrenceId: string })[]> {
  const onCard = await listCardItems(db, keys);
  const ids = onCard.map((i) => i.occurrenceId);
  const items = new Map((await findItems(db, ids)).map((i) => [i.occurrenceId, i]));
  const reports = (await findCurrentReports(db, ids)).filter((r) => r.unitId === unitId);
  return onCard.flatMap(({ no, role, occurrenceId }) => {
    const item = items.get(occurrenceId);
    if (!item) return [];
    const report = reports.find((r) => r.occurrenceId === occurrenceId);
    return [
      {
        no,
        role,
        occurrenceId,
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
              },
            }
          : {}),
      },
    ];
  });
}
