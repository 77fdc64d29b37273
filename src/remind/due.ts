import {
  addDays,
  type Day,
  dayOf,
  instantOf,
  splitDay,
  wallClock,
} from '../calendar/county-time.ts';
import {
  firstWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  type OwnDays,
} from '../calendar/working-days.ts';

/** When month cards go out, county time. */
const SEND_AT = '09:00';
/** Nobody is nudged outside these hours or on a day of rest (domain.md section 8, point 5). */
export const QUIET_FROM = '20:00';
export const QUIET_UNTIL = '08:00';

export type MonthCard = { month: number; at: Date };

/**
 * The month cards of a published plan, with the moment of each: the first working day of the month at 09:00. When the
 * plan was published after its month's moment, that month's card follows at the next working day 09:00; months before
 * are recorded, not reminded (issue "remind"). Pure; months without tasks are the caller's to skip.
 */
export function monthCards(
  plan: { year: number; publishedAt: Date },
  timeZone: string,
  own?: OwnDays,
  sendAt = SEND_AT,
): MonthCard[] {
  const published = splitDay(dayOf(plan.publishedAt, timeZone));
  const cards: MonthCard[] = [];
  for (let month = 1; month <= 12; month++) {
    const at = instantOf(firstWorkingDay(plan.year, month, own), sendAt, timeZone);
    const before = published.year * 12 + published.month > plan.year * 12 + month;
    if (at >= plan.publishedAt) cards.push({ month, at });
    else if (!before)
      cards.push({ month, at: nextSendingMoment(plan.publishedAt, timeZone, own, sendAt) });
  }
  return cards;
}

/** The next working day's 09:00 after an instant. */
function nextSendingMoment(after: Date, timeZone: string, own?: OwnDays, sendAt = SEND_AT): Date {
  let day: Day = dayOf(after, timeZone);
  for (;;) {
    day = nextWorkingDay(day, own);
    const at = instantOf(day, sendAt, timeZone);
    if (at > after) return at;
    day = addDays(day, 1);
  }
}

/** `now` when people may be nudged, else the next moment at which they may: late work keeps quiet hours. */
export function outsideQuietHours(now: Date, timeZone: string, own: OwnDays): Date {
  const { day, time } = wallClock(now, timeZone);
  const awake = time >= QUIET_UNTIL && time < QUIET_FROM && isWorkingDay(day, own);
  return awake ? now : nextSendingMoment(now, timeZone, own);
}

/** When the next month card after `now` goes out: where a demonstration starts. */
export function nextMonthCardMoment(
  now: Date,
  timeZone: string,
  own?: OwnDays,
  sendAt = SEND_AT,
): Date {
  const { year, month } = splitDay(dayOf(now, timeZone));
  for (let i = 0; ; i++) {
    const first = new Date(Date.UTC(year, month - 1 + i, 1));
    const y = first.getUTCFullYear();
    const m = first.getUTCMonth() + 1;
    const at = instantOf(firstWorkingDay(y, m, own), sendAt, timeZone);
    if (at > now) return at;
  }
}
