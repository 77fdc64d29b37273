import type { Db } from '../../db/db.ts';
import { findItems } from '../../plan/item-queries.ts';
import { findCurrentReports } from '../../progress/queries.ts';
import { words } from '../../progress/wording.ts';

/**
 * Tells apart what a unit said of some items at a moment: what still stands (`holds`), and what anybody has reported anew
 * since then, which is not undone by it (`told`, undefined where there is none).
 */
export async function withoutOvertaken<T extends { occurrenceId: string }>(
  db: Db,
  unitId: string,
  saidAt: Date,
  items: T[],
): Promise<{ holds: T[]; told: string | undefined }> {
  const ids = items.map((i) => i.occurrenceId);
  const since = (await findCurrentReports(db, ids)).filter(
    (r) => r.unitId === unitId && r.reportedAt > saidAt,
  );
  const over = new Set(since.map((r) => r.occurrenceId));
  const contents = await findItems(db, [...over]);
  const told = since.map(({ occurrenceId, status, reporter }) => ({
    content: contents.find((c) => c.occurrenceId === occurrenceId)?.content ?? '',
    status,
    reporter,
  }));
  return {
    holds: items.filter((i) => !over.has(i.occurrenceId)),
    told: told.length > 0 ? words.overtaken(told) : undefined,
  };
}
