import { recordAudit } from '../audit/record.ts';
import { addDays, dayOf, instantOf, splitDay, wallClock } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { clip } from '../feishu/card.ts';
import { listItems } from '../plan/item-queries.ts';
import { listTaskUnits } from '../plan/queries.ts';
import { itemsByUnit } from '../plan/unit-items.ts';
import { findCurrentReports } from '../progress/queries.ts';
import { isReportedDone } from '../progress/task-status.ts';
import { shortDay } from '../text/short-day.ts';
import {
  findPersonByOpenId,
  listContacts,
  listMemberships,
  setUnreachable,
} from '../units/people-queries.ts';
import { listGroupMembers } from '../units/queries.ts';
import { liaisonOf } from '../units/recipient.ts';
import { QUIET_FROM, QUIET_UNTIL } from './due.ts';
import { tellOffice } from './office-people.ts';
import { deliverWaiting } from './remind.ts';
import { leftWords as words } from './wording.ts';

type Effects = Pick<Deps, 'db' | 'config'>;

/** Why nothing reaches a person: gone from the county's Feishu, or refused by the platform with a code. */
export type Gone = { kind: 'left' } | { kind: 'refused'; code: number; why: string };

/** What `people.unreachable` holds of somebody who left: taken back when they come again. */
const LEFT = 'left';

const ITEMS_NAMED = 10;

/**
 * Somebody cannot be written to any more. Their unit's list goes to the deputy; the office hears of it the same day, once,
 * with what is open and what to do. False when it was known, or when the person is nobody to the bot.
 */
export async function personLeft(
  deps: Effects,
  openId: string,
  gone: Gone,
  now: Date,
): Promise<boolean> {
  const { db } = deps;
  const person = await findPersonByOpenId(db, openId);
  if (!person || person.unreachable) return false;
  await setUnreachable(db, openId, gone.kind === 'left' ? LEFT : gone.why);
  const act = { actor: 'system', at: now };
  await recordAudit(db, act, 'person.unreachable', `person:${person.id}`, { ...gone });
  const places = await listPlaces(db, person.id);
  const lines = [];
  for (const place of places) {
    await deliverWaiting(deps, place.unitId, now);
    const successor = liaisonOf(await listContacts(db, [place.unitId]), place.unitId);
    const open = await openItems(deps, place.unitId, now);
    lines.push(
      words.unit({
        unit: place.unitName,
        isMain: place.duty === 'main',
        ...(successor ? { deputy: successor.name } : {}),
        open: open.slice(0, ITEMS_NAMED),
        more: Math.max(0, open.length - ITEMS_NAMED),
      }),
    );
  }
  const head =
    gone.kind === 'left' ? words.left(person.name) : words.refused(person.name, gone.code);
  const timeZone = deps.config.APP_TIMEZONE;
  await tellOffice(db, {
    key: `left:${person.id}:${dayOf(now, timeZone)}`,
    content: { type: 'text', text: [head, ...lines].join('\n') },
    purpose: 'answer',
    notBefore: byDay(now, timeZone),
  });
  return true;
}

/** Where somebody speaks for a unit. */
async function listPlaces(db: Db, personId: string) {
  return (await listMemberships(db, personId)).filter((m) => m.duty !== 'member');
}

/**
 * Somebody can be written to again. `sign`: the account is usable, which says nothing of what was refused for other
 * reasons; or the person spoke to the bot in private. A list that had reached nobody of their unit follows.
 */
export async function personBack(
  deps: Effects,
  openId: string,
  sign: 'account' | 'spoke',
  now: Date,
): Promise<void> {
  const { db } = deps;
  const person = await findPersonByOpenId(db, openId);
  if (!person?.unreachable || (sign === 'account' && person.unreachable !== LEFT)) return;
  await setUnreachable(db, openId, null);
  const act = { actor: 'system', at: now };
  await recordAudit(db, act, 'person.reachable', `person:${person.id}`);
  for (const { unitId } of await listPlaces(db, person.id)) await deliverWaiting(deps, unitId, now);
}

/** What a unit still leads this month and before, of this year's plans, in the plan's order. */
async function openItems({ db, config }: Effects, unitId: string, now: Date): Promise<string[]> {
  const { year, month } = splitDay(dayOf(now, config.APP_TIMEZONE));
  const months = Array.from({ length: month }, (_, i) => i + 1);
  const items = await listItems(db, year, months);
  const shares = await listTaskUnits(db, [...new Set(items.map((i) => i.taskId))]);
  const own = itemsByUnit(items, shares, await listGroupMembers(db)).get(unitId) ?? [];
  const reports = await findCurrentReports(
    db,
    own.map((o) => o.item.occurrenceId),
  );
  const isDone = (id: string) =>
    reports.some((r) => r.occurrenceId === id && r.role === 'lead' && isReportedDone(r));
  return own
    .filter((o) => o.role === 'lead' && !isDone(o.item.occurrenceId))
    .map(({ item }) =>
      words.item(clip(item.content.replace(/\s+/g, ' '), 40), shortDay(item.dueOn)),
    );
}

/** The same day whatever day it is, but not at night. */
function byDay(now: Date, timeZone: string): Date {
  const { day, time } = wallClock(now, timeZone);
  if (time >= QUIET_UNTIL && time < QUIET_FROM) return now;
  return instantOf(time < QUIET_UNTIL ? day : addDays(day, 1), QUIET_UNTIL, timeZone);
}
