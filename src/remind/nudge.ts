import { addDays, type Day, dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { listUnnudged } from '../matters/queries.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { listAllAssigned } from '../progress/assignment-queries.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { isReportedDone } from '../progress/task-status.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { listContacts } from '../units/people-queries.ts';
import { findUnits } from '../units/queries.ts';
import { liaisonOf } from '../units/recipient.ts';
import type { CardKind } from './card-kind.ts';
import { insertCards } from './card-queries.ts';
import { drawCard } from './draw.ts';
import { outsideQuietHours } from './due.ts';
import { type ListedItem, listAsked, listListed } from './nudge-queries.ts';
import { tellOffice } from './office-people.ts';
import { type NudgeKind, nudgeDue, type Rhythm, rhythmSetting } from './rhythm.ts';
import { sendingMoment } from './sending-moment.ts';
import { words } from './wording.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

/** Somebody of a unit: its liaison, or whom an item was passed on to (转办). */
type Addressee = { id: string; openId: string; name: string };

/** Somebody to be asked after some items of one month card, in private; without `to` nobody can be reached. */
export type PlannedNudge = {
  /** The most pressing of its items. */
  kind: NudgeKind;
  /** What the card says of all its items together. */
  cardKind: NudgeKind | 'around-due';
  to?: Addressee;
  /** Whether the items were passed on to this person. */
  isHandler: boolean;
  reminderId: string;
  unitId: string;
  month: number;
  /** The day of the milestone: earlier than today when the program slept. */
  day: Day;
  items: ListedItem[];
};

/** What will have gone out by the moment that is looked at: items that will stand on cards, and who will have been asked. */
export type Ahead = {
  listed: ListedItem[];
  asked: { unitId: string; occurrenceId: string; askedAt: Date; to?: string | null }[];
  /** Only what falls on the day itself: what lies before it will have gone out by then. */
  onDay: boolean;
};

const NOTHING_AHEAD: Ahead = { listed: [], asked: [], onDay: false };

/**
 * Who would be asked after what at `now`: lead items near, on or after their day that the unit has not spoken of since it
 * was last asked. Always in private, never in a group (domain.md section 8, point 1): whom the item was passed on to, else
 * the liaison. Changes nothing.
 */
export async function planNudges(
  { db, config }: Effects,
  now: Date,
  ahead: Ahead = NOTHING_AHEAD,
): Promise<PlannedNudge[]> {
  const rhythm = await getSetting(db, rhythmSetting);
  const timeZone = config.APP_TIMEZONE;
  const own = await loadOwnDays(db);
  if (outsideQuietHours(now, timeZone, own) > now) return [];
  const today = dayOf(now, timeZone);
  const listed = [
    ...(await listListed(
      db,
      addDays(today, -reach(rhythm.after)),
      addDays(today, reach(rhythm.before)),
    )),
    ...ahead.listed,
  ];
  const handlers = await listAllAssigned(db, [...new Set(listed.map((l) => l.occurrenceId))]);
  const due = (
    await keepDue({ db, timeZone, rhythm, own }, listed, ahead.asked, handlers, now)
  ).filter((d) => !ahead.onDay || d.day === today);
  const contacts = await listContacts(db, [...new Set(due.map((d) => d.item.unitId))]);
  const groups = Map.groupBy(due, ({ item }) => {
    const handler = handlers.find(
      (h) => h.occurrenceId === item.occurrenceId && h.unitId === item.unitId,
    );
    return `${item.reminderId} ${handler?.personId ?? ''}`;
  });
  return [...groups].flatMap(([key, group]): PlannedNudge[] => {
    const [first] = group;
    if (!first) return [];
    const { unitId, reminderId, month } = first.item;
    const handler = handlers.find((h) => key === `${reminderId} ${h.personId}`);
    const to = handler
      ? { id: handler.personId, openId: handler.openId, name: handler.name }
      : liaisonOf(contacts, unitId);
    return [
      {
        kind: PRESSING.find((k) => group.some((d) => d.kind === k)) ?? first.kind,
        // 已过期限 must not be said of what is due today.
        cardKind: group.every((d) => d.kind === first.kind) ? first.kind : 'around-due',
        ...(to ? { to } : {}),
        isHandler: handler !== undefined,
        reminderId,
        unitId,
        month,
        day: group.map((d) => d.day).sort()[0] ?? today,
        items: group.map((d) => d.item),
      },
    ];
  });
}

/** Writes the nudges due by `now` into the outbox: one card a month card, person and day, whatever ticks come. */
export async function nudgeDueUnits(deps: Effects, now: Date): Promise<number> {
  const { db, config } = deps;
  const day = dayOf(now, config.APP_TIMEZONE);
  const planned = await planNudges(deps, now);
  let sent = 0;
  for (const nudge of planned) {
    const { to } = nudge;
    if (!to) continue;
    const key = `nudge:${nudge.reminderId}:${day}${nudge.isHandler ? `:${to.id}` : ''}`;
    const isNew = await db.transaction((tx) =>
      sendCopy({ ...deps, db: tx }, key, nudge.cardKind, { ...nudge, to }, now),
    );
    if (isNew) sent++;
  }
  await tellUnreached(
    db,
    planned.filter((p) => !p.to),
    now,
  );
  return sent;
}

/** Nobody of the unit can be reached: the office hears of it in private, once for each day of asking. */
async function tellUnreached(db: Db, missed: PlannedNudge[], now: Date): Promise<void> {
  const units = await findUnits(db, [...new Set(missed.map((m) => m.unitId))]);
  for (const [day, of] of Map.groupBy(missed, (m) => m.day)) {
    const lines = units.flatMap((u) => {
      const count = of.filter((m) => m.unitId === u.id).flatMap((m) => m.items).length;
      return count > 0 ? [{ unit: u.name, count }] : [];
    });
    const content = { type: 'text', text: words.unreached(lines) } as const;
    await tellOffice(db, {
      key: `nudge-unreached:${day}`,
      content,
      purpose: 'push',
      notBefore: now,
    });
  }
}

/** A card with some items of a month card, under their numbers there, to one person; false when it was made before. */
export async function sendCopy(
  { db, config }: Effects,
  key: string,
  kind: CardKind,
  nudge: { reminderId: string; items: Pick<ListedItem, 'no' | 'occurrenceId'>[]; to: Addressee },
  now: Date,
): Promise<boolean> {
  const isNew = await insertCards(
    db,
    [{ key, reminderId: nudge.reminderId, no: 1, of: 1, kind, copyFor: nudge.to.id }],
    nudge.items.map((i) => ({
      cardKey: key,
      no: i.no,
      occurrenceId: i.occurrenceId,
      role: 'lead' as const,
    })),
  );
  if (!isNew) return false;
  const card = await drawCard(db, key, config.APP_TIMEZONE);
  if (!card) return false;
  return enqueue(db, {
    key,
    to: { type: 'open_id', id: nudge.to.openId },
    content: { type: 'card', card },
    purpose: 'push',
    notBefore: await sendingMoment({ db, config }, now),
  });
}

const PRESSING: NudgeKind[] = ['after-due', 'due', 'before-due'];

/** Working days can lie up to a fortnight of holidays away. */
const reach = (days: number[]) => Math.max(0, ...days) + 14;

async function keepDue(
  known: {
    db: Db;
    timeZone: string;
    rhythm: Rhythm;
    own: Awaited<ReturnType<typeof loadOwnDays>>;
  },
  listed: ListedItem[],
  expected: Ahead['asked'],
  handlers: Awaited<ReturnType<typeof listAllAssigned>>,
  now: Date,
): Promise<{ item: ListedItem; kind: NudgeKind; day: Day }[]> {
  const { db, timeZone, rhythm, own } = known;
  const ids = [...new Set(listed.map((l) => l.occurrenceId))];
  const reports = await findCurrentReports(db, ids);
  const unnudged = await listUnnudged(db, dayOf(now, timeZone));
  const asked: Ahead['asked'] = [...(await listAsked(db, ids)), ...expected];
  const seen = new Set<string>();
  return listed.flatMap((item) => {
    const key = `${item.unitId} ${item.occurrenceId}`;
    // An item shown in several months stands on several cards; the first is the one that is answered.
    if (seen.has(key)) return [];
    seen.add(key);
    const isSame = (x: { unitId: string; occurrenceId: string }) =>
      x.unitId === item.unitId && x.occurrenceId === item.occurrenceId;
    const of = reports.filter((r) => r.occurrenceId === item.occurrenceId);
    const mine = of.find((r) => r.unitId === item.unitId);
    // A list that went to the liaison asks nobody to whom the item was passed on.
    const handler = handlers.find(isSame)?.personId;
    const last = Math.max(
      0,
      ...asked
        .filter((a) => isSame(a) && (!handler || a.to === undefined || a.to === handler))
        .map((a) => a.askedAt.getTime()),
    );
    const milestone = nudgeDue(
      {
        dueOn: item.dueOn,
        // Another lead's 已完成 settles a joint task; do not ask for what anyone has already told.
        isDone: of.some((r) => r.role === 'lead' && isReportedDone(r)),
        isOpenMatter: unnudged.some(isSame),
        ...(last > 0 ? { askedAt: new Date(last) } : {}),
        ...(mine ? { reportedAt: mine.reportedAt } : {}),
      },
      now,
      rhythm,
      timeZone,
      own,
    );
    return milestone ? [{ item, kind: milestone.kind, day: dayOf(milestone.at, timeZone) }] : [];
  });
}
