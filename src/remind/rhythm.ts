import { z } from 'zod';
import { addDays, type Day, dayOf, instantOf, wallClock } from '../calendar/county-time.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  type OwnDays,
  previousWorkingDay,
} from '../calendar/working-days.ts';
import { defineSetting } from '../settings/setting.ts';
import { QUIET_FROM } from './due.ts';

/** Inside the hours in which people may be written to. */
const Time = z.string().regex(/^(?:0[89]|1\d):[0-5]\d$/);
const Days = z.array(z.int().min(1).max(60)).max(6);

/** How often units hear from the bot; the office changes it in the chat or by file. Days are calendar days. */
export const Rhythm = z.strictObject({
  /** When month cards go out, on the first working day. */
  cardAt: Time,
  /** When the office sees what goes out on the next working day. */
  eveAt: Time,
  /** When single nudges go out. */
  nudgeAt: Time,
  /** Days before the deadline, nearest last. */
  before: Days,
  /** Whether the deadline's own day is a nudge. */
  onDue: z.boolean(),
  /** Days after the deadline, growing. */
  after: Days,
  /** Day of the month on which the office is told who has not answered; 0 never. */
  digestDay: z.int().min(0).max(28),
});
export type Rhythm = z.infer<typeof Rhythm>;

/** Two words before and on the day, then ever rarer: more would be a burden on units (domain.md section 8, point 4). */
export const DEFAULT_RHYTHM: Rhythm = {
  cardAt: '09:00',
  eveAt: '15:00',
  nudgeAt: '09:10',
  before: [3],
  onDue: true,
  after: [1, 4, 11, 25],
  digestDay: 25,
};

export const rhythmSetting = defineSetting('remind.rhythm', Rhythm, DEFAULT_RHYTHM);

export type NudgeKind = 'before-due' | 'due' | 'after-due';

/** One moment at which an open item is asked after. */
export type Milestone = { kind: NudgeKind; at: Date };

/**
 * When an item is asked after: before its day, on it, after it in growing intervals, always on a working day (before and
 * on: the working day not later; after: the next one). In order. Pure.
 */
export function milestones(
  dueOn: Day,
  rhythm: Rhythm,
  timeZone: string,
  own?: OwnDays,
): Milestone[] {
  const notLater = (day: Day) => (isWorkingDay(day, own) ? day : previousWorkingDay(day, own));
  const moment = (kind: NudgeKind, day: Day) => ({
    kind,
    at: instantOf(day, rhythm.nudgeAt, timeZone),
  });
  const all = [
    ...rhythm.before.map((n) => moment('before-due', notLater(addDays(dueOn, -n)))),
    ...(rhythm.onDue ? [moment('due', notLater(dueOn))] : []),
    ...rhythm.after.map((n) => moment('after-due', nextWorkingDay(addDays(dueOn, n), own))),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  // Two that fall on one day are one: the later kind is the truer word.
  return all.filter((m, i) => all[i + 1]?.at.getTime() !== m.at.getTime());
}

/** What is known of a unit's part in an item when it is asked after. */
export type NudgeState = {
  dueOn: Day;
  isDone: boolean;
  /** When the unit last said anything of it. */
  reportedAt?: Date;
  /** When a card with it last went out to somebody of the unit. */
  askedAt?: Date;
  /** An extension or a question of ownership waits for the office. */
  isOpenMatter: boolean;
};

/** A milestone that was slept through is made up for within this time; an older one is stale. */
const CATCH_UP_DAYS = 7;

/**
 * The milestone at which the unit is asked now, if any: the newest one that has come, unless the part is done, the unit
 * has spoken since the milestone before or was sent a card since, or the office owes it an answer. After days of sleep
 * nobody gets a heap of old ones, and none is lost; a day's words go out from the rhythm's hour on. Pure.
 */
export function nudgeDue(
  state: NudgeState,
  now: Date,
  rhythm: Rhythm,
  timeZone: string,
  own?: OwnDays,
): Milestone | undefined {
  if (state.isDone || state.isOpenMatter) return undefined;
  const all = milestones(state.dueOn, rhythm, timeZone, own);
  const at = all.findLastIndex((m) => m.at <= now);
  const current = all[at];
  const today = dayOf(now, timeZone);
  if (!current || now < instantOf(today, rhythm.nudgeAt, timeZone)) return undefined;
  const day = dayOf(current.at, timeZone);
  if (day < addDays(today, -CATCH_UP_DAYS)) return undefined;
  if (state.askedAt && dayOf(state.askedAt, timeZone) >= day) return undefined;
  const before = all[at - 1];
  const since = before?.at ?? instantOf(`${state.dueOn.slice(0, 7)}-01`, '00:00', timeZone);
  return state.reportedAt && state.reportedAt >= since ? undefined : current;
}

/** Whether the office's look at the next month card is due: from the eve's hour until the card's moment. */
export function isEve(cardAt: Date, now: Date, rhythm: Rhythm, timeZone: string, own?: OwnDays) {
  const eve = previousWorkingDay(dayOf(cardAt, timeZone), own);
  return now >= instantOf(eve, rhythm.eveAt, timeZone) && now < cardAt;
}

/** Whether the month's digest for the office is due: on its day, or where that was slept through on a working day soon after. */
export function isDigestDay(now: Date, rhythm: Rhythm, timeZone: string, own?: OwnDays): boolean {
  if (rhythm.digestDay === 0) return false;
  const { day, time } = wallClock(now, timeZone);
  const wanted = nextWorkingDay(
    `${day.slice(0, 8)}${String(rhythm.digestDay).padStart(2, '0')}`,
    own,
  );
  const isOn = day >= wanted && day <= addDays(wanted, CATCH_UP_DAYS) && isWorkingDay(day, own);
  return isOn && time >= rhythm.nudgeAt && time < QUIET_FROM;
}
