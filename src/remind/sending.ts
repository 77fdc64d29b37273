import { addDays, dayOf, instantOf } from '../calendar/county-time.ts';
import { previousWorkingDay } from '../calendar/working-days.ts';
import type { Deps } from '../deps.ts';
import { findMessage } from '../outbox/queries.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { planDigest } from './digest.ts';
import { nextMonthCardMoment, outsideQuietHours } from './due.ts';
import { planEve } from './eve.ts';
import { freshCards, nudges, person, renewals, tasksOf } from './forecast.ts';
import { planMissingDays } from './known-days.ts';
import { officePeople } from './office-people.ts';
import { assignedOf, passedOn } from './passed-on.ts';
import type { Sending, SendingKind } from './planned.ts';
import { previewReminders } from './remind.ts';

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
export const EVENING = '19:59';
