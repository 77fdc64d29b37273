import type { Act } from '../../audit/record.ts';
import { dayOf } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import { isDecided } from '../../matters/matter.ts';
import {
  listOfBatch,
  reopenReplaced,
  withdrawOfBatch,
  withdrawOne,
} from '../../matters/queries.ts';
import { findItems } from '../../plan/item-queries.ts';
import { undoBatch } from '../../problems/problem.ts';
import { findCurrentReports, type ReportRow } from '../../progress/queries.ts';
import { withdrawReports } from '../../progress/record.ts';
import type { WithdrawnItem } from '../../progress/wording.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { withdrawValues } from '../../targets/queries.ts';
import { shortDay } from '../../text/short-day.ts';
import { redrawMatterCards } from './matter-cards.ts';

/**
 * Takes a report back with all that followed from it: what it had put to the office, on the problem list, or struck off
 * it. `cause` keys the refreshed cards. Undefined when it was withdrawn before.
 */
export async function withdrawTaken(
  deps: Pick<Deps, 'db' | 'config'>,
  act: Act,
  batchId: string,
  cause: string,
): Promise<{ unitId: string; rows: ReportRow[] } | undefined> {
  const { db } = deps;
  const undone = await withdrawReports(db, act, batchId);
  if (!undone) return undefined;
  const gone = await withdrawOfBatch(db, batchId);
  const ids = undone.rows.map((r) => r.occurrenceId);
  const current = await findCurrentReports(db, ids);
  const back = await reopenReplaced(db, batchId);
  for (const matter of back) {
    const holds = current.find(
      (r) => r.occurrenceId === matter.occurrenceId && r.unitId === matter.unitId,
    );
    // A report made since then still stands and still answers it.
    if (holds && holds.batchId !== matter.batchId) await withdrawOne(db, matter.id);
  }
  for (const matter of [...gone, ...back]) await redrawMatterCards(deps, matter.id, cause);
  await undoBatch(db, batchId);
  await withdrawValues(db, batchId, act.at);
  await redrawCards(deps, undone.unitId, ids, { cause });
  return undone;
}

/** Whether the office has already answered something that came with this report. */
export async function isAnswered(db: Deps['db'], batchId: string): Promise<boolean> {
  return (await listOfBatch(db, batchId)).some(isDecided);
}

/** What a withdrawn report had said, item by item, and what holds now. */
export async function withdrawnItems(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { unitId, rows }: { unitId: string; rows: ReportRow[] },
): Promise<WithdrawnItem[]> {
  const ids = rows.map((r) => r.occurrenceId);
  const items = await findItems(db, ids);
  const current = (await findCurrentReports(db, ids)).filter((r) => r.unitId === unitId);
  return rows.map((row) => {
    const content = items.find((i) => i.occurrenceId === row.occurrenceId)?.content ?? '';
    const now = current.find((r) => r.occurrenceId === row.occurrenceId);
    const day = now && shortDay(dayOf(now.reportedAt, config.APP_TIMEZONE));
    return {
      content: clip(content.replace(/\s+/g, ' '), 40),
      was: row.status,
      ...(now ? { now: { ...now, by: `${now.reporter}，${day}` } } : {}),
    };
  });
}
