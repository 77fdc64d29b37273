import { splitDay } from '../../calendar/county-time.ts';
import { findTasks } from '../answers/find-tasks.ts';
import type { Context } from '../context.ts';
import type { ReportScope } from './report-scope.ts';

/** Those of the unit's numbers whose tasks the office has suspended: they stand on its card and in no list. */
export async function suspendedOf(
  { deps, today }: Context,
  { unitName: unit, month }: ReportScope,
  nos: number[],
): Promise<number[]> {
  const resting: number[] = [];
  for (const no of nos) {
    const which = { no, unit, months: [month], year: splitDay(today).year };
    const [task] = await findTasks(deps.db, which, today);
    if (task?.state === 'suspended') resting.push(no);
  }
  return resting;
}
