import type { ProgressQuery } from '../../intent/intent.ts';
import { asksOfWork, leansToDocuments } from '../../intent/policy-words.ts';
import { asksSoFar } from '../../intent/task-cues.ts';
import { asks } from '../../text/asks.ts';
import { fold } from '../../text/fold.ts';
import type { Context } from '../context.ts';
import { isAnswered } from './handle-policy.ts';
import { isInPlan } from './is-in-plan.ts';

/**
 * Whether a question that reads like one about progress is one for the documents: 审核要多久 and 骗补会怎么样 whatever
 * tasks share their words, 茶叶链谁牵头 where no task does and a document says.
 */
export async function isForDocuments(
  context: Context,
  query: ProgressQuery,
  text: string,
): Promise<boolean> {
  const folded = fold(text);
  const { topic } = query;
  if (topic !== undefined && asksSoFar(folded)) return !(await isInPlan(context, query));
  if (!asks(text) || asksOfWork(folded) || isOfList(query)) return false;
  // A topic of the question before: its task is still spoken of.
  if (topic !== undefined && !folded.includes(fold(topic))) return false;
  const leans = leansToDocuments(folded) && query.units.length === 0;
  if (!leans && (topic === undefined || (await isInPlan(context, query)))) return false;
  return isAnswered(context, text);
}

/** It names a state, a row of a list or a file: no document has those. */
function isOfList({ status, role, taskNo, own, mine, format, reported }: ProgressQuery): boolean {
  const named = status !== null || role !== null || taskNo !== undefined || format !== undefined;
  return named || own === true || mine === true || reported !== undefined;
}
