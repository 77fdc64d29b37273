import { addDays, dayOf } from '../calendar/county-time.ts';
import type { OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { listUnnudged } from '../matters/queries.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { listAssigned } from '../progress/assignment-queries.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { getSetting } from '../settings/queries.ts';
import { type Contact, listContacts } from '../units/queries.ts';
import type { CardKind } from './card-kind.ts';
import { drawCard } from './draw.ts';
import { outsideQuietHours } from './due.ts';
import { hasCard, type ListedItem, listListed } from './nudge-queries.ts';
import { insertCards } from './queries.ts';
import { wasRenewedOn } from './renew-queries.ts';
import { type NudgeKind, nudgeDue, type Rhythm, rhythmSetting } from './rhythm.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

/** A unit to be asked after some items of one month card, in private. */
export type PlannedNudge = {
  kind: NudgeKind;
  to: Contact;
  reminderId: string;
  unitId: string;
  month: number;
  items: ListedItem[];
};

/**
 * Who would be asked after what at `now`: lead items near, on or after their day that the unit has not spoken of since it
 * was last asked. Always to the main liaison in private, never to a group (domain.md section 8, point 1). Changes nothing.
 */
async function planNudges(
  { db, config }: Effects,
  now: Date,
  own?: OwnDays,
): Promise<PlannedNudge[]> {
  const rhythm = await getSetting(db, rhythmSetting);
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  const listed = await listListed(
    db,
    addDays(today, -reach(rhythm.after)),
    addDays(today, reach(rhythm.before)),
  );
  const due = await keepDue(db, listed, now, rhythm, timeZone, own);
  const contacts = await listContacts(db, [...new Set(due.map((d) => d.item.unitId))]);
  const planned: PlannedNudge[] = [];
  for (const group of Map.groupBy(due, (d) => d.item.reminderId).values()) {
    const [first] = group;
    if (!first) continue;
    const { unitId, reminderId, month } = first.item;
    const to = contacts.find((c) => c.unitId === unitId && c.duty === 'main' && !c.unreachable);
    if (!to) continue;
    planned.push({
      // Several kinds on one day: the most pressing names the card.
      kind: PRESSING.find((k) => group.some((d) => d.kind === k)) ?? first.kind,
      to,
      reminderId,
      unitId,
      month,
      items: group.map((d) => d.item),
    });
  }
  return planned;
}

/** Writes the nudges due by `now` into the outbox: one card a month card and day, whatever ticks come. */
export async function nudgeDueUnits(deps: Effects, now: Date, own?: OwnDays): Promise<number> {
  const day = dayOf(now, deps.config.APP_TIMEZONE);
  let sent = 0;
  for (const nudge of await planNudges(deps, now, own)) {
    const key = `nudge:${nudge.reminderId}:${day}`;
    if (await hasCard(deps.db, key)) continue;
    // A fresh card is the day's word already.
    if (await wasRenewedOn(deps.db, nudge.reminderId, day)) continue;
    sent += await deps.db.transaction(async (tx) => {
      await sendCopy({ ...deps, db: tx }, key, nudge.kind, nudge, now, own);
      await nudgeHandlers({ ...deps, db: tx }, key, nudge, now, own);
      return 1;
    });
  }
  return sent;
}

/** 转办: who sees to an item is asked after it too, and after nothing else. */
async function nudgeHandlers(
  deps: Effects,
  key: string,
  nudge: PlannedNudge,
  now: Date,
  own?: OwnDays,
): Promise<void> {
  const ids = nudge.items.map((i) => i.occurrenceId);
  const assigned = await listAssigned(deps.db, nudge.unitId, ids);
  for (const [personId, mine] of Map.groupBy(assigned, (a) => a.personId)) {
    const [first] = mine;
    if (!first || personId === nudge.to.id) continue;
    const items = nudge.items.filter((i) => mine.some((a) => a.occurrenceId === i.occurrenceId));
    const to = { id: personId, openId: first.openId };
    await sendCopy(deps, `${key}:${personId}`, nudge.kind, { ...nudge, items, to }, now, own);
  }
}

/** A card with some items of a month card, under their numbers there, to one person. */
export async function sendCopy(
  { db, config }: Effects,
  key: string,
  kind: CardKind,
  nudge: Pick<PlannedNudge, 'reminderId' | 'items'> & { to: Pick<Contact, 'id' | 'openId'> },
  now: Date,
  own?: OwnDays,
): Promise<void> {
  await insertCards(
    db,
    [{ key, reminderId: nudge.reminderId, no: 1, of: 1, kind, copyFor: nudge.to.id }],
    nudge.items.map((i) => ({
      cardKey: key,
      no: i.no,
      occurrenceId: i.occurrenceId,
      role: 'lead' as const,
    })),
  );
  const card = await drawCard(db, key, config.APP_TIMEZONE);
  if (!card) return;
  await enqueue(db, {
    key,
    to: { type: 'open_id', id: nudge.to.openId },
    content: { type: 'card', card },
    purpose: 'push',
    notBefore: outsideQuietHours(now, config.APP_TIMEZONE, own),
  });
}

const PRESSING: NudgeKind[] = ['after-due', 'due', 'before-due'];

/** Working days can lie up to a fortnight of holidays away. */
const reach = (days: number[]) => Math.max(0, ...days) + 14;

async function keepDue(
  db: Db,
  listed: ListedItem[],
  now: Date,
  rhythm: Rhythm,
  timeZone: string,
  own?: OwnDays,
): Promise<{ item: ListedItem; kind: NudgeKind }[]> {
  const reports = await findCurrentReports(db, [...new Set(listed.map((l) => l.occurrenceId))]);
  const unnudged = await listUnnudged(db, dayOf(now, timeZone));
  const seen = new Set<string>();
  return listed.flatMap((item) => {
    const key = `${item.unitId} ${item.occurrenceId}`;
    // An item shown in several months stands on several cards; the first is the one that is answered.
    if (seen.has(key)) return [];
    seen.add(key);
    const of = reports.filter((r) => r.occurrenceId === item.occurrenceId);
    const mine = of.find((r) => r.unitId === item.unitId);
    const milestone = nudgeDue(
      {
        dueOn: item.dueOn,
        // Another lead's 已完成 settles a joint task; do not ask for what anyone has already told.
        isDone: of.some((r) => r.status === 'done' && r.role === 'lead'),
        isOpenMatter: unnudged.some(
          (u) => u.unitId === item.unitId && u.occurrenceId === item.occurrenceId,
        ),
        ...(mine ? { reportedAt: mine.reportedAt } : {}),
      },
      now,
      rhythm,
      timeZone,
      own,
    );
    return milestone ? [{ item, kind: milestone.kind }] : [];
  });
}
