import { z } from 'zod';
import { addDays, type Day, dayOf, instantOf } from '../calendar/county-time.ts';
import { isWorkingDay, type OwnDays, previousWorkingDay } from '../calendar/working-days.ts';
import type { Deps } from '../deps.ts';
import { listUnnudged } from '../matters/queries.ts';
import { enqueue, enqueuePatch } from '../outbox/enqueue.ts';
import { isReportedDone } from '../progress/task-status.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting, setSetting } from '../settings/queries.ts';
import { defineSetting } from '../settings/setting.ts';
import { findRecipients } from '../units/recipient.ts';
import { insertCards, listCardItems } from './card-queries.ts';
import type { CardLine } from './cards.ts';
import { cardLines, drawCard } from './draw.ts';
import { outsideQuietHours } from './due.ts';
import { type DeliveredCard, freshKey, listDelivered, replaceCard } from './renew-queries.ts';
import { type Rhythm, rhythmSetting } from './rhythm.ts';

/** A card can neither be clicked nor changed from the 14th day on (feishu.md 6.1). */
const ALIVE_DAYS = 14;
/** Older cards were left to die; a machine that slept longer does not wake them. */
const LOOK_BACK_DAYS = 60;
const DAY_MS = 86_400_000;

/** The day on which all lists were looked through last. */
const lookedOn = defineSetting('remind.renewed-on', z.string(), '');

type Effects = Pick<Deps, 'db' | 'config'>;

/**
 * Before the buttons of a unit's list die, the unit gets it afresh where something on it is open, and the old card says
 * 已更新. Once a card, in hours in which people may be written to. Returns how many.
 */
export async function renewCards(deps: Effects, now: Date): Promise<number> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  const rhythm = await getSetting(db, rhythmSetting);
  if (now < instantOf(today, rhythm.nudgeAt, timeZone)) return 0;
  const own = await loadOwnDays(db);
  if (outsideQuietHours(now, timeZone, own) > now) return 0;
  // Looking through all lists is work: once a day is enough. The card's own row keeps it from being renewed twice.
  if ((await getSetting(db, lookedOn)) === today) return 0;
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  let renewed = 0;
  for (const card of await listDelivered(db, since, now)) {
    if (renewalDay(dayOf(card.sentAt, timeZone), own) > today) continue;
    const isRenewed = await db.transaction((tx) => renew({ ...deps, db: tx }, card, rhythm, now));
    if (isRenewed) renewed++;
  }
  await setSetting(db, lookedOn, today, now);
  return renewed;
}

/** The last working day on which the card that went out on `sent` can still be changed. Pure. */
export function renewalDay(sent: Day, own?: OwnDays): Day {
  const last = addDays(sent, ALIVE_DAYS - 1);
  const day = isWorkingDay(last, own) ? last : previousWorkingDay(last, own);
  return day > sent ? day : last;
}

/** The cards that would be sent afresh on the day of `at`, each with its lines. Changes nothing. */
export async function planRenewals(
  deps: Effects,
  at: Date,
): Promise<{ card: DeliveredCard; lines: (CardLine & { occurrenceId: string })[] }[]> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const own = await loadOwnDays(db);
  const rhythm = await getSetting(db, rhythmSetting);
  const today = dayOf(at, timeZone);
  if (at < instantOf(today, rhythm.nudgeAt, timeZone)) return [];
  if (outsideQuietHours(at, timeZone, own) > at) return [];
  const due = [];
  const since = new Date(at.getTime() - LOOK_BACK_DAYS * DAY_MS);
  for (const card of await listDelivered(db, since, at)) {
    if (renewalDay(dayOf(card.sentAt, timeZone), own) !== today) continue;
    const lines = await openLines(deps, card, rhythm, at);
    if (lines) due.push({ card, lines });
  }
  return due;
}

/** The lines of a card, where one of them is still asked after. */
async function openLines(
  { db, config }: Effects,
  old: DeliveredCard,
  rhythm: Rhythm,
  now: Date,
): Promise<(CardLine & { occurrenceId: string })[] | undefined> {
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  const lines = await cardLines(db, [old.key], old, timeZone);
  const rested = new Set(
    (await listUnnudged(db, today))
      .filter((u) => u.unitId === old.unitId)
      .map((u) => u.occurrenceId),
  );
  const wanted = lines.some(
    (l) => isOpen(l) && !rested.has(l.occurrenceId) && today <= lastWord(old, l.dueOn, rhythm),
  );
  return wanted ? lines : undefined;
}

async function renew(deps: Effects, old: DeliveredCard, rhythm: Rhythm, now: Date) {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  if (!(await openLines(deps, old, rhythm, now))) return false;
  const to = (await findRecipients(db, [old.unitId])).get(old.unitId);
  if (!to) return false;
  const key = freshKey(old.key, today);
  if (!(await replaceCard(db, old.key, key))) return false;
  const { reminderId, no, of } = old;
  const items = await listCardItems(db, [old.key]);
  await insertCards(
    db,
    [{ key, reminderId, no, of }],
    items.map((i) => ({ ...i, cardKey: key })),
  );
  const fresh = await drawCard(db, key, timeZone);
  const done = await drawCard(db, old.key, timeZone);
  if (!fresh || !done) return false;
  await enqueue(db, {
    key,
    to,
    content: { type: 'card', card: fresh },
    purpose: 'push',
    notBefore: now,
  });
  if (now.getTime() - old.sentAt.getTime() < ALIVE_DAYS * DAY_MS)
    await enqueuePatch(db, { key: `replaced:${old.key}`, of: old.key, card: done });
  return true;
}

const isOpen = (line: CardLine) => !line.off && !(line.report && isReportedDone(line.report));

/**
 * Until when an item is asked after: the rhythm's last word after its day, or after the card's month, whatever comes
 * first. What is due at the year's end stands on a card of each quarter and needs no fresh one for months.
 */
function lastWord(card: DeliveredCard, dueOn: Day, rhythm: Rhythm): Day {
  const next = new Date(Date.UTC(card.year, card.month, 1)).toISOString().slice(0, 10);
  const monthEnd = addDays(next, -1);
  return addDays(dueOn < monthEnd ? dueOn : monthEnd, Math.max(0, ...rhythm.after));
}
