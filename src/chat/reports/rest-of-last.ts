import { findLastBatch } from '../../progress/queries.ts';
import { findTaskRefs } from '../../text/task-number.ts';
import type { Context } from '../context.ts';
import { numbersKnown } from './shown-list.ts';

/** A report older than this is not the one that 其余 sets the others against. */
const JUST_NOW_MS = 30 * 60_000;

/** 其余都完成了, after 第4项有困难: said of all but what was just reported, as 除第4项外 says it. */
export async function restOfLast(
  context: Context,
  unitIds: string[],
  text: string,
): Promise<string> {
  const [first, second] = findTaskRefs(text.trim(), 'explicit');
  if (first?.kind !== 'rest' || first.at > 0 || second) return text;
  const last = (await findLastBatch(context.deps.db, context.person.id, unitIds)).filter(
    (r) => context.now.getTime() - r.reportedAt.getTime() <= JUST_NOW_MS,
  );
  const known = await numbersKnown(context, unitIds);
  const nos = last.flatMap((r) => known.get(r.occurrenceId) ?? []);
  return nos.length > 0 ? `除第${nos.join('、')}项外，${text}` : text;
}
