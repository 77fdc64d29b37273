import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { findItems, type PlanItem } from '../plan/item-queries.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { listChats } from '../units/chat-queries.ts';
import { listContacts } from '../units/people-queries.ts';
import { findUnits } from '../units/queries.ts';
import { groupOf, liaisonOf } from '../units/recipient.ts';
import { planNudges } from './nudge.ts';
import type { ListedItem } from './nudge-queries.ts';
import type { PlannedReminder, Recipient, Sending } from './planned.ts';
import { planRenewals, renewalDay } from './renew.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

type Shown = { unitId: string; month: number; items: { item: PlanItem; role: 'lead' | 'coop' }[] };

/** The lists that are sent afresh on that day: of cards that went out, and of cards that will have gone out by then. */
export async function renewals(
  deps: Effects,
  at: Date,
  ahead: PlannedReminder[],
): Promise<Shown[]> {
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

export async function freshCards(db: Db, lists: Shown[]): Promise<Sending[]> {
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

export async function nudges(
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

export const person = (p: { openId: string; name: string }): Recipient => ({
  type: 'person',
  id: p.openId,
  name: p.name,
});

export function tasksOf(
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
