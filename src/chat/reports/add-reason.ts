import { findItems } from '../../plan/item-queries.ts';
import { findLastBatch, type ReportRow } from '../../progress/queries.ts';
import { reasonIn, wantsReason } from '../../progress/reason-words.ts';
import { findUnits } from '../../units/queries.ts';
import { type Context, say } from '../context.ts';
import { withoutOvertaken } from './overtaken.ts';
import { answerRecorded, recordSaid } from './record-said.ts';
import { reportingUnits } from './report-scope.ts';
import { numbersKnown } from './shown-list.ts';

/** A reason sent later than this is a report of its own. */
const JUST_NOW_MS = 30 * 60_000;

/** What this person has just reported and was asked the reason of. */
async function waitingForReason(
  { deps, person, now }: Context,
  unitIds: string[],
): Promise<ReportRow[]> {
  const last = await findLastBatch(deps.db, person.id, unitIds);
  return last.filter(
    (r) => now.getTime() - r.reportedAt.getTime() <= JUST_NOW_MS && wantsReason(r),
  );
}

/** Whether a text gives the reason that was asked for, whatever else it looks like. */
export async function isReason(context: Context, text: string): Promise<boolean> {
  if (!reasonIn(text)) return false;
  return (await waitingForReason(context, reportingUnits(context))).length > 0;
}

/**
 * 原因是设备没到货, after 第1项申请延期到25号: put with what was said before, which was asked for it. False where nothing
 * waits for a reason.
 */
export async function addReason(
  context: Context,
  unitIds: string[],
  text: string,
): Promise<boolean> {
  const reason = reasonIn(text);
  if (!reason) return false;
  const { db } = context.deps;
  const asked = await waitingForReason(context, unitIds);
  const [first] = asked;
  if (!first) return false;
  // A colleague has told since then how it stands: the reason of what held before undoes nothing.
  const { holds: waiting, told } = await withoutOvertaken(
    db,
    first.unitId,
    first.reportedAt,
    asked,
  );
  if (waiting.length === 0) {
    await say(context, told ?? '');
    return true;
  }
  const items = await findItems(
    db,
    waiting.map((r) => r.occurrenceId),
  );
  const known = await numbersKnown(context, [first.unitId]);
  const [unit] = await findUnits(db, [first.unitId]);
  const proposal = {
    unitId: first.unitId,
    unitName: unit?.name ?? '',
    amends: first.batchId,
    items: waiting.map(({ occurrenceId, role, status, percent, eta, note }) => ({
      no: known.get(occurrenceId) ?? 0,
      occurrenceId,
      role,
      status,
      content: items.find((i) => i.occurrenceId === occurrenceId)?.content ?? '',
      note: [note, reason].filter(Boolean).join('，'),
      ...(percent === null ? {} : { percent }),
      ...(eta ? { eta } : {}),
    })),
  };
  await answerRecorded(context, await recordSaid(context, proposal, { notes: told ? [told] : [] }));
  return true;
}
