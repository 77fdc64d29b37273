import { dayOf } from '../calendar/county-time.ts';
import { shownNumber } from '../calendar/year-number.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { outsideQuietHours } from '../remind/due.ts';
import { nudgeDue, rhythmSetting } from '../remind/rhythm.ts';
import { loadOwnDays } from '../settings/own-days-queries.ts';
import { getSetting } from '../settings/queries.ts';
import { type Contact, listContacts } from '../units/people-queries.ts';
import { liaisonOf } from '../units/recipient.ts';
import { unanswered } from './instruction.ts';
import { listSent } from './queries.ts';
import { words } from './wording.ts';

/**
 * Asks units after instructions that they have not answered, by the rhythm of other work: to the liaison, in private,
 * never to a group. One message an instruction, unit and milestone, whatever ticks come; none for a milestone of
 * the day it came or before.
 */
export async function nudgeInstructions(
  deps: Pick<Deps, 'db' | 'config'>,
  now: Date,
): Promise<void> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const open = await listSent(db, { state: 'open' });
  if (open.length === 0) return;
  const rhythm = await getSetting(db, rhythmSetting);
  const own = await loadOwnDays(db);
  const today = dayOf(now, timeZone);
  const notBefore = outsideQuietHours(now, timeZone, own);
  for (const i of open) {
    const { dueOn, sentAt } = i;
    if (!dueOn || !sentAt) continue;
    const state = { dueOn, askedAt: sentAt, isDone: false, isOpenMatter: false };
    const due = nudgeDue(state, now, rhythm, timeZone, own);
    if (!due) continue;
    const text = words.nudge[due.kind](shownNumber(i, today), dueOn);
    for (const to of await liaisons(
      db,
      unanswered(i).map((u) => u.unitId),
    ))
      await enqueue(db, {
        key: `instruction-nudge:${i.id}:${to.unitId}:${dayOf(due.at, timeZone)}`,
        to: { type: 'open_id', id: to.openId },
        content: { type: 'text', text },
        purpose: 'push',
        notBefore,
      });
  }
}

/** Who speaks for each of these units that has somebody who can be reached. */
export async function liaisons(db: Db, unitIds: string[]): Promise<Contact[]> {
  const contacts = await listContacts(db, unitIds);
  return unitIds.flatMap((id) => liaisonOf(contacts, id) ?? []);
}
