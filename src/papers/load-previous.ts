import { periodBefore } from '../calendar/period.ts';
import type { Db } from '../db/db.ts';
import { listPublishedPlans } from '../plan/queries.ts';
import { type Ledger, loadLedger } from '../summary/load.ts';

/** What a report is held against: the period before it, as it stands now. */
export type Previous = { year: number; months: number[]; ledger: Ledger };

/** The period before these months; undefined where no plan was published for it. */
export async function loadPrevious(
  db: Db,
  year: number,
  months: number[],
): Promise<Previous | undefined> {
  const before = periodBefore({ year, months });
  const plans = await listPublishedPlans(db);
  if (!plans.some((p) => p.year === before.year)) return undefined;
  return { ...before, ledger: await loadLedger(db, before.year, before.months) };
}
