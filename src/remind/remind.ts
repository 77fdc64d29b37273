import { dayOf } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { listItems } from '../plan/item-queries.ts';
import { listPublishedPlans, listTaskUnits, type PlanRow } from '../plan/queries.ts';
import { inUnitOrder, itemsByUnit } from '../plan/unit-items.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { listChats } from '../units/chat-queries.ts';
import { findPersonByOpenId, listContacts } from '../units/people-queries.ts';
import { listGroupMembers, listUnits, type UnitRow } from '../units/queries.ts';
import { groupOf, liaisonOf } from '../units/recipient.ts';
import { listLastNumbers } from './card-queries.ts';
import { passCards } from './copy-cards.ts';
import { deliverCards } from './deliver.ts';
import { type MonthCard, monthCards } from './due.ts';
import { listHolds } from './nudge-queries.ts';
import { tellOffice } from './office-people.ts';
import { deliverPassedOn } from './passed-on.ts';
import type { PlannedReminder, Recipient } from './planned.ts';
import {
  findNewestReminder,
  insertReminders,
  insertRound,
  listRounds,
  listUndelivered,
  listUnreached,
  setRecipient,
} from './queries.ts';
import { rhythmSetting } from './rhythm.ts';
import { sendingMoment } from './sending-moment.ts';
import { words } from './wording.ts';

/** Units whose cards are written in one transaction. */
const UNITS_AT_A_TIME = 100;

type Context = { db: Db; timeZone: string };

/**
 * Who would be sent what at `at`: month cards whose moment lies on that day and is not later, and, when `at` is not in the
 * future, older ones that were missed. What was written before does not show again. Changes nothing.
 */
export async function previewReminders(
  context: Context,
  at: Date,
  now: Date,
): Promise<PlannedReminder[]> {
  const day = dayOf(at, context.timeZone);
  const isDue = (card: MonthCard) =>
    card.at <= at && (dayOf(card.at, context.timeZone) === day || card.at <= now);
  const planned: PlannedReminder[] = [];
  for (const { plan, card } of await openRounds(context, isDue))
    planned.push(...(await planRound(context, plan, card)));
  return planned;
}

/**
 * Writes the month cards due by `at` into the outbox, each exactly once: a unit is told of a month of a plan by one row,
 * written in the transaction that enqueues its cards, so a second tick, a late one or another process adds nothing. Units
 * are taken some at a time: the first cards are on their way while the last are drawn, and what a crash leaves is made up
 * by the next tick. The round is closed last.
 */
export async function remindDue(
  deps: Pick<Deps, 'db' | 'newId' | 'config' | 'log'>,
  at: Date,
): Promise<number> {
  const timeZone = deps.config.APP_TIMEZONE;
  const open = await openRounds({ db: deps.db, timeZone }, (card) => card.at <= at);
  let sent = 0;
  for (const { plan, card } of open) {
    const planned = await planRound({ db: deps.db, timeZone }, plan, card);
    const notBefore = await sendingMoment(deps, at);
    let count = 0;
    for (let from = 0; from < planned.length; from += UNITS_AT_A_TIME) {
      const some = planned.slice(from, from + UNITS_AT_A_TIME);
      count += await deps.db.transaction((tx) =>
        writeReminders({ ...deps, db: tx }, some, at, notBefore),
      );
    }
    await deps.db.transaction(async (tx) => {
      if (!(await insertRound(tx, { planId: plan.id, month: card.month, decidedAt: at }))) return;
      await nameUnreached(tx, planned, notBefore);
    });
    if (count > 0)
      deps.log.info({ planId: plan.id, month: card.month, units: count }, 'month cards enqueued');
    sent += count;
  }
  return sent;
}

/** Reminders with their cards and copies; those that were written before are left. Returns how many were new. */
async function writeReminders(
  { db, newId, config }: Pick<Deps, 'db' | 'newId' | 'config'>,
  planned: PlannedReminder[],
  at: Date,
  notBefore: Date,
): Promise<number> {
  const rows = planned.map((reminder) => ({ id: newId(), reminder }));
  const made = await insertReminders(
    db,
    rows.map(({ id, reminder }) => ({
      id,
      planId: reminder.plan.id,
      unitId: reminder.unit.id,
      month: reminder.month,
      recipientType: reminder.recipient.type,
      recipientId: reminder.recipient.id,
      decidedAt: at,
    })),
  );
  const own = rows.filter(({ id }) => made.has(id));
  const context = { db, timeZone: config.APP_TIMEZONE };
  await deliverCards(context, own, notBefore);
  await deliverPassedOn(context, own, notBefore);
  return own.length;
}

/**
 * After a unit got a liaison or a group, or lost one: this month's card that had reached nobody follows now, and a list
 * that lies with somebody who cannot be reached any more goes to whoever speaks for the unit.
 */
export async function deliverWaiting(
  deps: Pick<Deps, 'db' | 'config'>,
  unitId: string,
  now: Date,
): Promise<number> {
  const timeZone = deps.config.APP_TIMEZONE;
  const context = { db: deps.db, timeZone };
  await passFromUnreachable(deps, unitId, now);
  const waiting = await listUndelivered(deps.db, unitId);
  const plans = await listPublishedPlans(deps.db);
  const month = Number(dayOf(now, timeZone).slice(5, 7));
  for (const row of waiting.filter((w) => w.month === month)) {
    const plan = plans.find((p) => p.id === row.planId);
    if (!plan) continue;
    const planned = await planRound(context, plan, { month: row.month, at: now });
    const mine = planned.find((p) => p.unit.id === unitId);
    if (!mine || mine.recipient.type === 'none') continue;
    await setRecipient(deps.db, row.id, { type: mine.recipient.type, id: mine.recipient.id });
    await deliverCards(context, [{ id: row.id, reminder: mine }], await sendingMoment(deps, now));
  }
  return waiting.length;
}

async function passFromUnreachable(
  deps: Pick<Deps, 'db' | 'config'>,
  unitId: string,
  now: Date,
): Promise<void> {
  const { db } = deps;
  const newest = await findNewestReminder(db, unitId);
  if (newest?.recipientType !== 'person' || !newest.recipientId) return;
  const had = await findPersonByOpenId(db, newest.recipientId);
  const to = liaisonOf(await listContacts(db, [unitId]), unitId);
  if (!had?.unreachable || !to) return;
  const cause = `from:${had.id}:${to.id}:${dayOf(now, deps.config.APP_TIMEZONE)}`;
  await passCards(deps, now, { cause, unitId, from: had.id, to });
}

async function openRounds(
  context: Context,
  isDue: (card: MonthCard) => boolean,
): Promise<{ plan: PlanRow; card: MonthCard }[]> {
  const open: { plan: PlanRow; card: MonthCard }[] = [];
  const { cardAt } = await getSetting(context.db, rhythmSetting);
  const own = await loadOwnDays(context.db);
  for (const plan of await listPublishedPlans(context.db)) {
    if (!plan.publishedAt) continue;
    // What the office holds back is not due until it is let go.
    const done = new Set([
      ...(await listRounds(context.db, plan.id)),
      ...(await listHolds(context.db, plan.id)),
    ]);
    const cards = monthCards(
      { year: plan.year, publishedAt: plan.publishedAt },
      context.timeZone,
      own,
      cardAt,
    );
    for (const card of cards) if (!done.has(card.month) && isDue(card)) open.push({ plan, card });
  }
  return open.sort((a, b) => a.card.at.getTime() - b.card.at.getTime());
}

async function planRound(
  { db }: Context,
  plan: PlanRow,
  card: MonthCard,
): Promise<PlannedReminder[]> {
  const items = (await listItems(db, plan.year, [card.month])).filter((i) => i.planId === plan.id);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const byUnit = itemsByUnit(items, shares, await listGroupMembers(db));
  // One numbering a unit and month: what a second plan brings goes on after the first.
  const last = await listLastNumbers(db, [...byUnit.keys()], plan.year, card.month);
  const contacts = await listContacts(db, [...byUnit.keys()]);
  const chats = await listChats(db);
  return inUnitOrder(await listUnits(db), byUnit).map(({ unit, items: own }) => {
    const person = liaisonOf(contacts, unit.id);
    const chat = groupOf(chats, unit.id);
    const recipient: Recipient = person
      ? { type: 'person', id: person.openId, name: person.name }
      : chat
        ? { type: 'chat', id: chat.id, name: chat.name }
        : { type: 'none', id: null, name: unit.name };
    const from = (last.get(unit.id) ?? 0) + 1;
    const items = own.map((item, i) => ({ ...item, no: from + i }));
    return { plan, month: card.month, at: card.at, unit, recipient, items };
  });
}

/** Names each unit that nobody can be reached of once a month, whatever number of plans it has tasks of. */
async function nameUnreached(db: Db, planned: PlannedReminder[], notBefore: Date): Promise<void> {
  const [{ plan, month } = {}] = planned;
  if (!plan || !month) return;
  const told = await listUnreached(db, { year: plan.year, month, except: plan.id });
  const missed = planned.filter((p) => p.recipient.type === 'none' && !told.has(p.unit.id));
  if (missed.length === 0) return;
  const names = (kind: UnitRow['kind']) =>
    missed.filter((p) => p.unit.kind === kind).map((p) => p.unit.name);
  const text = words.officeLine(month, names('unit'), names('group'));
  const key = `office-line:${plan.id}:${month}`;
  await tellOffice(db, { key, content: { type: 'text', text }, purpose: 'push', notBefore });
}
