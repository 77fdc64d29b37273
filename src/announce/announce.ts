import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { replaceUnsent } from '../outbox/queries.ts';
import { findPolicy, isInLibrary, type Policy, passagesOf } from '../policy/queries.ts';
import { hasEnded } from '../policy/validity.ts';
import { sendingMoment } from '../remind/sending-moment.ts';
import { maskMobilesIn } from '../text/mobiles.ts';
import { announcementCard } from './cards.ts';
import { digestPolicy, type PolicyDigest } from './digest.ts';
import {
  type Announcement,
  deleteAnnounced,
  findAnnouncement,
  insertAnnounced,
  insertAnnouncement,
  moveAnnouncement,
} from './queries.ts';
import { reachOf } from './reach.ts';
import { words } from './wording.ts';

/** What the document says of itself, for the card. */
export async function digestOf(
  deps: Pick<Deps, 'db' | 'config'>,
  policy: Policy,
  at: Date,
): Promise<PolicyDigest> {
  const pieces = await passagesOf(deps.db, policy.id);
  const clauses = [...Map.groupBy(pieces, (p) => p.clause).values()].flatMap((list) =>
    list[0] ? [{ ...list[0], text: list.map((p) => p.text).join('') }] : [],
  );
  return digestPolicy(policy, clauses, dayOf(at, deps.config.APP_TIMEZONE));
}

export async function draftAnnouncement(
  { db, newId }: Pick<Deps, 'db' | 'newId'>,
  act: Act,
  policyId: string,
  unitIds: string[],
): Promise<string> {
  const id = newId();
  const row: Announcement = {
    id,
    policyId,
    unitIds,
    state: 'draft',
    createdBy: act.actor,
    createdAt: act.at,
  };
  await insertAnnouncement(db, row);
  return id;
}

/** Sends a draft: each place once for ever, outside quiet hours, in the transaction of the click. */
export async function sendAnnouncement(
  deps: Pick<Deps, 'db' | 'config' | 'newId'>,
  act: Act,
  id: string,
): Promise<{ sent: number; changeId: string } | undefined> {
  const { db, newId } = deps;
  const draft = await findAnnouncement(db, id);
  const policy = draft && (await findPolicy(db, draft.policyId));
  const today = dayOf(act.at, deps.config.APP_TIMEZONE);
  if (!draft || !policy || !isInLibrary(policy) || hasEnded(policy, today)) return undefined;
  if (!(await moveAnnouncement(db, id, 'draft', 'sent'))) return undefined;
  const card = announcementCard(await digestOf(deps, policy, act.at));
  const notBefore = await sendingMoment(deps, act.at);
  const sent = new Set<string>();
  for (const { unitId, to } of (await reachOf(db, policy, draft.unitIds)).reached) {
    const row = {
      policyId: policy.id,
      toId: to.id,
      toType: to.type,
      announcementId: id,
      unitId,
      at: act.at,
    };
    if (!(await insertAnnounced(db, row))) continue;
    const shown = to.type === 'chat_id' ? maskMobilesIn(card) : card;
    const content = { type: 'card', card: shown } as const;
    await enqueue(db, { key: `announce:${id}:${to.id}`, to, content, purpose: 'push', notBefore });
    sent.add(unitId);
  }
  const changeId = await recordChange(
    db,
    act,
    { kind: 'announcement', data: { announcementId: id } },
    newId,
  );
  await recordAudit(db, act, 'policy.announced', `policy:${policy.id}`, {
    announcement: id,
    sent: sent.size,
  });
  return { sent: sent.size, changeId };
}

/** Undoes an announcement: who was told hears that it is taken back, and may be told again later. */
export async function undoAnnouncement(
  { db }: Pick<Deps, 'db'>,
  data: Record<string, unknown>,
): Promise<string> {
  const id = String(data.announcementId);
  const announcement = await findAnnouncement(db, id);
  if (!announcement || !(await moveAnnouncement(db, id, 'sent', 'undone')))
    return words.settledBefore;
  const policy = await findPolicy(db, announcement.policyId);
  const content = { type: 'text', text: words.taken(policy?.title ?? '') } as const;
  const told = await deleteAnnounced(db, id);
  for (const { toId, toType } of told) {
    if (await replaceUnsent(db, `announce:${id}:${toId}`, content)) continue;
    await enqueue(db, {
      key: `announce-undone:${id}:${toId}`,
      to: { type: toType, id: toId },
      content,
      purpose: 'answer',
    });
  }
  return words.undone(told.length);
}

/** The policy that a message of ours, by its key, told of. */
export async function announcedIn(db: Db, key: string): Promise<Policy | undefined> {
  const id = /^announce:([^:]+):/.exec(key)?.[1];
  const announcement = id ? await findAnnouncement(db, id) : undefined;
  return announcement && findPolicy(db, announcement.policyId);
}
