import type { ProgressQuery } from '../../intent/intent.ts';
import { monthsOf } from '../../intent/months-of.ts';
import { idsOf, pickLines } from '../../intent/pick-lines.ts';
import { loadLedger } from '../../summary/load.ts';
import type { Context } from '../context.ts';
import { mayAsk } from './may-ask.ts';

/** Whether the asker may be shown a task that the words of the question name. */
export async function isInPlan(context: Context, query: ProgressQuery): Promise<boolean> {
  const asked = await mayAsk(context, query);
  if (asked.kind === 'refused') return false;
  const months = monthsOf(asked.query, context.today);
  const ledger = await loadLedger(context.deps.db, asked.query.year, months);
  const unitIds = idsOf(ledger, asked.query.units);
  const { lines, isNear } = pickLines(ledger, asked.query, unitIds, context.today);
  return !isNear && lines.length > 0;
}
