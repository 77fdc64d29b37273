import type { Act } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { listOfBatch, reopenReplaced, withdrawOfBatch, withdrawOne } from '../matters/queries.ts';
import { undoBatch } from '../problems/queries.ts';
import { findCurrentReports, type ReportRow } from '../progress/queries.ts';
import { withdrawReports } from '../progress/record.ts';
import { redrawCards } from '../remind/redraw.ts';
import { withdrawValues } from '../targets/queries.ts';
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
  return (await listOfBatch(db, batchId)).some(
    (m) => m.state === 'agreed' || m.state === 'refused',
  );
}
