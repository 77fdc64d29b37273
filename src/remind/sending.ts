import { addDays, dayOf, instantOf } from '../calendar/county-time.ts';
import { previousWorkingDay } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { findMessage } from '../outbox/queries.ts';
import { findItems, type PlanItem } from '../plan/queries.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { listChats } from '../units/chat-queries.ts';
import { listContacts } from '../units/people-queries.ts';
import { findUnits } from '../units/queries.ts';
import { groupOf, liaisonOf } from '../units/recipient.ts';
import { nextMonthCardMoment, outsideQuietHours } from './due.ts';
import { planDigest, planEve } from './eve.ts';
import { planMissingDays } from './known-days.ts';
import { planNudges } from './nudge.ts';
import type { ListedItem } from './nudge-queries.ts';
import { officePeople } from './office-people.ts';
import { assignedOf, passedOn } from './passed-on.ts';
import type { PlannedReminder, Recipient } from './planned.ts';
import { previewReminders } from './remind.ts';
import { planRenewals, renewalDay } from './renew.ts';
import type { NudgeKind } from './rhythm.ts';

/** What a message is: the month's card, its copy for a colleague, a nudge, a fresh card, and what only the office gets. */
export type SendingKind =
  | 'month-card'
  | 'passed-on'
  | NudgeKind
  | 'fresh-card'
  | 'eve'
  | 'digest'
  | 'calendar';

/** One message as it would go out. Without a unit it is the office's own. */
export type Sending = {
  kind: SendingKind;
  recipient: Recipient;
  unit?: { id: string; name: string };
  tasks: { month: number; seq: number; content: string; role: 'lead' | 'coop' }[];
};

type Effects = Pick<Deps, 'db' | 'config'>;

/**
 * Everything that would be sent at `at` and was not written before: what falls on that day and is not later, and, when
 * `at` is not in the future, what was missed. Changes nothing.
 */
export async function previewSending(deps: Effects, at: Date, now: Date): Promise<Sending[]> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const context = { db, timeZone };
  const cards = await previewReminders(context, at, now);
  const assigned = await assignedOf(db, cards);
  const sendings: Sending[] = [];
  for (const card of cards) {
    const { unit, month } = card;
    sendings.push({
      kind: 'month-card',
      recipient: card.recipient,
      unit,
      tasks: tasksOf(card.items, month),
    });
    for (const { to, items } of passedOn(card, assigned))
      sendings.push({
        kind: 'passed-on',
        recipient: person(to),
        unit,
        tasks: tasksOf(items, month),
      });
  }
  // Month cards that will have gone out by then: what stands on them may be asked after.
  const day = dayOf(at, timeZone);
  const onDay = day > dayOf(now, timeZone);
  const ahead = at > now ? await previewReminders(context, at, at) : [];
  const renewed = await renewals(deps, at, ahead);
  sendings.push(
    ...(await freshCards(db, renewed)),
    ...(await nudges(deps, at, ahead, renewed, onDay)),
  );
  const office = await officePeople(db);
  // What is due for days will have gone out on the first of them.
  const before = instantOf(previousWorkingDay(day, await loadOwnDays(db)), EVENING, timeZone);
  const isNew = async (plan: (at: Date) => Promise<{ key: string } | undefined>, key: string) =>
    !onDay || before < now || (await plan(before))?.key !== key;
  const own = async (kind: SendingKind, key: string) => {
    for (const p of office)
      if (!(await findMessage(db, `${key}:${p.id}`)))
        sendings.push({ kind, recipient: person(p), tasks: [] });
  };
  const eves = onDay && before >= now ? await planEve(deps, before) : [];
  for (const { key } of await planEve(deps, at))
    if (!eves.some((e) => e.key === key)) await own('eve', key);
  const digest = await planDigest(deps, at);
  if (digest && (await isNew((t) => planDigest(deps, t), digest.key)))
    await own('digest', digest.key);
  const missing = await planMissingDays(deps, at);
  if (missing && (await isNew((t) => planMissingDays(deps, t), missing.key)))
    await own('calendar', missing.key);
  return sendings;
}

/** The end of the next day, up to the next month card, on which something goes to a unit; undefined when none does. */
export async function nextSending(
  deps: Effects,
  now: Date,
): Promise<{ at: Date; sendings: Sending[] } | undefined> {
  const timeZone = deps.config.APP_TIMEZONE;
  const own = await loadOwnDays(deps.db);
  const last = dayOf(nextMonthCardMoment(now, timeZone, own), timeZone);
  for (let day = dayOf(now, timeZone); day <= last; day = addDays(day, 1)) {
    const at = instantOf(day, EVENING, timeZone);
    if (at < now || outsideQuietHours(at, timeZone, own) > at) continue;
    const sendings = await previewSending(deps, at, now);
    if (sendings.some((s) => s.unit)) return { at, sendings };
  }
  return undefined;
}

/** By then all of a day's words are out. */
const EVENING = '19:59';

type Shown = { unitId: string; month: number; items: { item: PlanItem; role: 'lead' | 'coop' }[] };

/** The lists that are sent afresh on that day: of cards that went out, and of cards that will have gone out by then. */
async function renewals(deps: Effects, at: Date, ahead: PlannedReminder[]): Promise<Shown[]> {
  const timeZone = deps.config.APP_TIMEZONE;
  const own = await loadOwnDays(deps.db);
  const due = await planRenewals(deps, at);
  const items = await itemsOf(
    deps.db,
    due.flatMap((d) => d.lines.map((l) => l.occurrenceId)),
  );
  const isDue = (card: PlannedReminder) =>
    card.recipient.type !== 'none' &&
    renewalDay(dayOf(card.at, timeZone), own) === dayOf(at, timeZone);
  return [
    ...due.map(({ card, lines }) => ({
      unitId: card.unitId,
      month: card.month,
      items: lines.flatMap((l) => {
        const item = items.get(l.occurrenceId);
        return item ? [{ item, role: l.role }] : [];
      }),
    })),
    ...ahead
      .filter(isDue)
      .map((card) => ({ unitId: card.unit.id, month: card.month, items: card.items })),
  ];
}

async function freshCards(db: Db, lists: Shown[]): Promise<Sending[]> {
  const recipients = await recipientsOf(
    db,
    lists.map((l) => l.unitId),
  );
  return lists.flatMap(({ unitId, month, items }): Sending[] => {
    const found = recipients.get(unitId);
    if (!found || found.recipient.type === 'none') return [];
    return [{ kind: 'fresh-card', ...found, tasks: tasksOf(items, month) }];
  });
}

async function nudges(
  deps: Effects,
  at: Date,
  ahead: PlannedReminder[],
  renewed: Shown[],
  onDay: boolean,
): Promise<Sending[]> {
  const { db } = deps;
  const planned = await planNudges(deps, at, {
    onDay,
    listed: ahead.flatMap(listedItems),
    asked: [
      ...ahead.flatMap((c) =>
        listedItems(c).map(({ unitId, occurrenceId }) => ({
          unitId,
          occurrenceId,
          askedAt: c.at,
        })),
      ),
      ...renewed.flatMap(({ unitId, items }) =>
        items.map(({ item }) => ({ unitId, occurrenceId: item.occurrenceId, askedAt: at })),
      ),
    ],
  });
  const recipients = await recipientsOf(
    db,
    planned.map((p) => p.unitId),
  );
  const items = await itemsOf(
    db,
    planned.flatMap((p) => p.items.map((i) => i.occurrenceId)),
  );
  return planned.flatMap((p): Sending[] => {
    const unit = recipients.get(p.unitId)?.unit;
    if (!unit) return [];
    const shown = p.items.flatMap((i) => {
      const item = items.get(i.occurrenceId);
      return item ? [{ item, role: 'lead' as const }] : [];
    });
    const recipient: Recipient = p.to ? person(p.to) : { type: 'none', id: null, name: unit.name };
    return [{ kind: p.kind, recipient, unit, tasks: tasksOf(shown, p.month) }];
  });
}

/** The lead items of a month card that will have gone out. */
function listedItems(card: PlannedReminder): ListedItem[] {
  if (card.recipient.type === 'none') return [];
  return card.items.flatMap(({ item, role, no }) =>
    role === 'lead'
      ? [
          {
            reminderId: `${card.plan.id}:${card.month}:${card.unit.id}`,
            planId: card.plan.id,
            unitId: card.unit.id,
            month: card.month,
            no,
            occurrenceId: item.occurrenceId,
            dueOn: item.dueOn,
          },
        ]
      : [],
  );
}

async function recipientsOf(
  db: Db,
  unitIds: string[],
): Promise<Map<string, { unit: { id: string; name: string }; recipient: Recipient }>> {
  const units = await findUnits(db, [...new Set(unitIds)]);
  const contacts = await listContacts(
    db,
    units.map((u) => u.id),
  );
  const chats = await listChats(db);
  return new Map(
    units.map((unit) => {
      const who = liaisonOf(contacts, unit.id);
      const chat = groupOf(chats, unit.id);
      const recipient: Recipient = who
        ? person(who)
        : chat
          ? { type: 'chat', id: chat.id, name: chat.name }
          : { type: 'none', id: null, name: unit.name };
      return [unit.id, { unit: { id: unit.id, name: unit.name }, recipient }];
    }),
  );
}

async function itemsOf(db: Db, ids: string[]): Promise<Map<string, PlanItem>> {
  return new Map((await findItems(db, [...new Set(ids)])).map((i) => [i.occurrenceId, i]));
}

const person = (p: { openId: string; name: string }): Recipient => ({
  type: 'person',
  id: p.openId,
  name: p.name,
});

function tasksOf(
  items: { item: PlanItem; role: 'lead' | 'coop' }[],
  month: number,
): Sending['tasks'] {
  return items.map(({ item, role }) => ({
    month: item.month ?? month,
    seq: item.seq,
    content: item.content,
    role,
  }));
}
