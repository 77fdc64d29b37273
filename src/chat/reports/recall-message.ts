import type { Act } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import { isDecided } from '../../matters/matter.ts';
import { listOfMessage, type MatterRow } from '../../matters/queries.ts';
import { words as matterWords } from '../../matters/wording.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findItems } from '../../plan/item-queries.ts';
import { type Proposal, recalledCard } from '../../progress/proposal.ts';
import { findBatchesOfMessage, insertPending, type ReportRow } from '../../progress/queries.ts';
import { type WithdrawnItem, words } from '../../progress/wording.ts';
import { tellOffice } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { findPeople } from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { withoutOvertaken } from './overtaken.ts';
import { withdrawRaised } from './raise-matter.ts';
import { withdrawnItems, withdrawTaken } from './withdraw-report.ts';

/**
 * What a message brought goes with it when it is recalled, and who sent it hears so in private. What the office has answered
 * by then is no longer the sender's alone: it stays, and both sides are told.
 */
export async function withdrawRecalled(
  deps: Deps,
  act: Act & { messageId: string },
): Promise<void> {
  const { db } = deps;
  const raised = await listOfMessage(db, act.messageId);
  const answered = raised.filter(isDecided);
  for (const batchId of await findBatchesOfMessage(db, act.messageId)) {
    if (answered.some((m) => m.batchId === batchId)) continue;
    const gone = await withdrawTaken(deps, act, batchId, `recall:${batchId}`);
    if (gone) await tellRecalled(deps, act, gone);
  }
  for (const { id, batchId, raisedBy } of raised) {
    const content = batchId ? undefined : await withdrawRaised(deps, act, id, `recall:${id}`);
    if (content)
      await tellPerson(deps, act, raisedBy, `recalled:${id}`, matterWords.raiseRecalled(content));
  }
  if (answered.length > 0) await tellKept(deps, act, answered);
}

type Answered = MatterRow & { state: 'agreed' | 'refused' };

/** In one line, to who recalled and to the office: what was answered before stands. */
async function tellKept(deps: Deps, act: Act, answered: Answered[]): Promise<void> {
  const { db } = deps;
  const items = await findItems(
    db,
    answered.map((m) => m.occurrenceId),
  );
  const kept = answered.map(({ kind, state, occurrenceId }) => {
    const content = items.find((i) => i.occurrenceId === occurrenceId)?.content ?? '';
    return { kind, state, content: clip(content.replace(/\s+/g, ' '), 40) };
  });
  const [first] = answered;
  const [person] = first ? await findPeople(db, [first.raisedBy]) : [];
  const [unit] = first ? await findUnits(db, [first.unitId]) : [];
  const key = `recall-kept:${act.messageId}`;
  if (person) await tellPerson(deps, act, person.id, key, matterWords.recallKept(kept));
  const text = matterWords.recalledAnswered(unit?.name ?? '', person?.name ?? '', kept);
  const notBefore = await sendingMoment(deps, act.at);
  await tellOffice(db, { key, content: { type: 'text', text }, purpose: 'answer', notBefore });
}

async function tellPerson(
  deps: Deps,
  { at }: Act,
  personId: string,
  key: string,
  text: string,
): Promise<void> {
  const [person] = await findPeople(deps.db, [personId]);
  if (!person?.openId) return;
  await enqueue(deps.db, {
    key,
    to: { type: 'open_id', id: person.openId },
    content: { type: 'text', text },
    purpose: 'answer',
    notBefore: await sendingMoment(deps, at),
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
async function tellRecalled(
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
