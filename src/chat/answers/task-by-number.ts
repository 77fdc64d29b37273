import { splitDay } from '../../calendar/county-time.ts';
import type { ProgressQuery } from '../../intent/intent.ts';
import { listOccurrences, listTaskUnits, type TaskRow } from '../../plan/queries.ts';
import type { OpenClick } from '../../summary/cards.ts';
import { findUnit } from '../../units/resolve.ts';
import type { Context } from '../context.ts';
import { pointedTasks } from '../reports/shown-tasks.ts';
import { findTasks } from './find-tasks.ts';

/**
 * The task that a question names by a number alone: of the list that was shown, or, with a month, of the plan. As the
 * button beside it would open it; undefined where no task has that number, or several have.
 */
export async function taskByNumber(
  context: Context,
  no: number,
  { year, months, units, nth }: Pick<ProgressQuery, 'year' | 'months' | 'units' | 'nth'>,
): Promise<OpenClick | undefined> {
  const { deps, today } = context;
  const [unit] = units;
  const [task, other] = unit
    ? await ofUnit(context, unit, { no, year, months })
    : months
      ? await findTasks(deps.db, { no, year, months }, today)
      : await pointedTasks(context, nth ? { nth: no } : { no });
  if (!task || other) return undefined;
  const times = await listOccurrences(deps.db, task.id);
  const { month } = splitDay(today);
  const wanted = months ?? [month];
  const time =
    times.find((t) => t.months.some((m) => wanted.includes(m))) ??
    times.findLast((t) => t.dueOn <= today) ??
    times[0];
  if (!time) return undefined;
  const shown = time.months.length > 0 ? time.months : [splitDay(time.dueOn).month];
  const at = { year: splitDay(time.dueOn).year, months: shown.join(',') };
  return { act: 'open-task', id: time.id, ...at };
}

/** 发改局第1项: of the list that was shown, where that is the unit's; else of the unit's own list of the month. */
async function ofUnit(
  context: Context,
  unit: string,
  which: { no: number; year: number; months: number[] | null },
): Promise<TaskRow[]> {
  const { db } = context.deps;
  const shown = which.months ? [] : await pointedTasks(context, { no: which.no });
  const id = (await findUnit(db, unit))?.id;
  const shares = await listTaskUnits(
    db,
    shown.map((t) => t.id),
  );
  if (shares.some((s) => s.unitId === id)) return shown;
  const { no, year, months } = which;
  return findTasks(db, { no, year, months, unit }, context.today);
}
