import type { Act } from '../../audit/record.ts';
import { dayOf } from '../../calendar/county-time.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import {
  listOfBatch,
  reopenReplaced,
  withdrawOfBatch,
  withdrawOne,
} from '../../matters/queries.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findItems } from '../../plan/item-queries.ts';
import { undoBatch } from '../../problems/problem.ts';
import { type Proposal, recalledCard } from '../../progress/proposal.ts';
import { findCurrentReports, insertPending, type ReportRow } from '../../progress/queries.ts';
import { withdrawReports } from '../../progress/record.ts';
import { type WithdrawnItem, words } from '../../progress/wording.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { withdrawValues } from '../../targets/queries.ts';
import { shortDay } from '../../text/short-day.ts';
import { findPeople } from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { redrawMatterCards } from './matter-cards.ts';
import { withoutOvertaken } from './overtaken.ts';

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

/** The recalled report as it would be recorded again, without what was reported anew since; undefined where nothing is left. */
async function sayableAgain(
  db: Deps['db'],
  { unitId, rows }: { unitId: string; rows: ReportRow[] },
  withdrawn: WithdrawnItem[],
): Promise<Proposal | undefined> {
  const [first] = rows;
  if (!first) return undefined;
  const items = rows.map((row, i) => {
    const { occurrenceId, role, status, percent, eta, note } = row;
    const content = withdrawn[i]?.content ?? '';
    const said = { no: 0, occurrenceId, role, status, content, note };
    return { ...said, ...(percent === null ? {} : { percent }), ...(eta ? { eta } : {}) };
  });
  const { holds } = await withoutOvertaken(db, unitId, first.reportedAt, items);
  const [unit] = await findUnits(db, [unitId]);
  const source = first.via === 'office' ? { source: first.source ?? '' } : {};
  const saidAt = first.reportedAt.toISOString();
  const proposal = { unitId, unitName: unit?.name ?? '', items: holds, saidAt, ...source };
  return holds.length > 0 ? proposal : undefined;
}

/**
 * In private, whatever the report was written in: the recalled words are nobody else's business. One tap records again what
 * still holds.
 */
export async function tellRecalled(
  deps: Pick<Deps, 'db' | 'config' | 'newId'>,
  act: Act,
  undone: { unitId: string; rows: ReportRow[] },
): Promise<void> {
  const [first] = undone.rows;
  const [person] = first ? await findPeople(deps.db, [first.reportedBy]) : [];
  if (!person?.openId) return;
  const items = await withdrawnItems(deps, undone);
  const told = words.recalled(items);
  const again = await sayableAgain(deps.db, undone, items);
  const pending = deps.newId();
  if (again)
    await insertPending(deps.db, {
      id: pending,
      personId: person.id,
      messageId: act.messageId ?? '',
      chatId: person.openId,
      text: told,
      options: [again],
      createdAt: act.at,
    });
  await enqueue(deps.db, {
    key: `recalled:${act.messageId}:${undone.unitId}`,
    to: { type: 'open_id', id: person.openId },
    content: again
      ? { type: 'card', card: recalledCard({ pending, told }) }
      : { type: 'text', text: told },
    purpose: 'answer',
    notBefore: await sendingMoment(deps, act.at),
  });
}
