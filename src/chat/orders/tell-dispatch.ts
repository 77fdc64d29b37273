import { z } from 'zod';
import {
  addDays,
  type Day,
  dayOf,
  daysInMonth,
  instantOf,
  makeDay,
  splitDay,
} from '../../calendar/county-time.ts';
import { range } from '../../calendar/period.ts';
import { isWorkingDay, type OwnDays, previousWorkingDay } from '../../calendar/working-days.ts';
import type { Deps } from '../../deps.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findMessage } from '../../outbox/queries.ts';
import { dispatchCard } from '../../papers/dispatch-card.ts';
import { packFile } from '../../papers/packs.ts';
import { listItems } from '../../plan/item-queries.ts';
import { listPublishedPlans } from '../../plan/queries.ts';
import { officePeople } from '../../remind/office-people.ts';
import { loadOwnDays } from '../../settings/own-days-queries.ts';
import { getSetting } from '../../settings/queries.ts';
import { defineSetting } from '../../settings/setting.ts';

/** 月30: the day of the meeting, and when the office gets the pack on the working day before. */
export const dispatchSetting = defineSetting(
  'dispatch',
  z.strictObject({
    on: z.boolean(),
    day: z.int().min(1).max(31),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
  { on: true, day: 30, at: '15:00' },
);

/** Until then on the meeting's own day a server that slept through the eve still sends. */
const LATEST = '12:00';

/** The day of a month's meeting: the 30th, February's last day, the working day before where that is one of rest. */
export function meetingDay(year: number, month: number, wanted: number, own: OwnDays): Day {
  const day = makeDay(year, month, Math.min(wanted, daysInMonth(year, month)));
  return isWorkingDay(day, own) ? day : previousWorkingDay(day, own);
}

/** The meeting whose pack is due now, if any. */
export function dispatchDue(
  now: Date,
  setting: { day: number; at: string },
  timeZone: string,
  own: OwnDays,
): { year: number; month: number; on: Day } | undefined {
  const today = dayOf(now, timeZone);
  // The eve of an early meeting lies in the month before.
  for (const near of [today, addDays(today, 14)]) {
    const { year, month } = splitDay(near);
    const on = meetingDay(year, month, setting.day, own);
    const from = instantOf(previousWorkingDay(on, own), setting.at, timeZone);
    if (now >= from && now < instantOf(on, LATEST, timeZone)) return { year, month, on };
  }
  return undefined;
}

/**
 * On the working day before the meeting the office gets the month's pack, at a quarter's end the quarter's too: a card
 * and the file, in private, once a person. The file is uploaded before anything is written.
 */
export async function tellDispatch(
  deps: Pick<Deps, 'db' | 'config' | 'feishu' | 'log'>,
  now: Date,
): Promise<void> {
  const { db, config, feishu } = deps;
  const timeZone = config.APP_TIMEZONE;
  const setting = await getSetting(db, dispatchSetting);
  const due = setting.on ? dispatchDue(now, setting, timeZone, await loadOwnDays(db)) : undefined;
  if (!due) return;
  const { year, month, on } = due;
  if (!(await listPublishedPlans(db)).some((p) => p.year === year)) return;
  const periods = [[month], ...(month % 3 === 0 ? [range(month - 2, month)] : [])];
  for (const months of periods) {
    const period = `${year}:${months.join('-')}`;
    const waiting: { id: string; openId: string }[] = [];
    for (const person of await officePeople(db))
      if (!(await findMessage(db, fileKeyOf(period, person.id)))) waiting.push(person);
    if (waiting.length === 0 || (await listItems(db, year, months)).length === 0) continue;
    const file = await packFile(db, 'dispatch', { year, months, asOf: now, timeZone });
    let fileKey: string;
    try {
      ({ fileKey } = await feishu.uploadFile(file.name, file.bytes));
    } catch (error) {
      // The platform does not answer: the next tick tries again, and other timed work goes on.
      deps.log.warn(
        { period, reason: error instanceof Error ? error.name : 'unknown' },
        'dispatch pack not uploaded',
      );
      continue;
    }
    const card = dispatchCard(file.pack, on);
    await db.transaction(async (tx) => {
      for (const person of waiting) {
        const to = { type: 'open_id', id: person.openId } as const;
        const message = { to, purpose: 'push' } as const;
        await enqueue(tx, {
          ...message,
          key: `dispatch-card:${period}:${person.id}`,
          content: { type: 'card', card },
        });
        await enqueue(tx, {
          ...message,
          key: fileKeyOf(period, person.id),
          content: { type: 'file', fileKey },
        });
      }
    });
  }
}

const fileKeyOf = (period: string, personId: string) => `dispatch-file:${period}:${personId}`;
