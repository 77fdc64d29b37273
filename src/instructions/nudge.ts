import { type Day, dayOf } from '../calendar/county-time.ts';
import type { OwnDays } from '../calendar/working-days.ts';
import type { Db } from '../db/db.ts';
import type { Deps } from '../deps.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { outsideQuietHours } from '../remind/due.ts';
import { nudgeDue, rhythmSetting } from '../remind/rhythm.ts';
import { getSetting } from '../settings/queries.ts';
import { type Contact, listContacts } from '../units/people-queries.ts';
import { unanswered } from './instruction.ts';
import { listSent } from './queries.ts';
import { words } from './wording.ts';

/**
 * Asks units after instructions that they have not answered, by the rhythm of other work: to the main liaison, in
 * private, never to a group. One message an instruction, unit and day, whatever ticks come.
 */
export async function nudgeInstructions(
  deps: Pick<Deps, 'db' | 'config'>,
  now: Date,
  own?: OwnDays,
): Promise<void> {
  const { db, config } = deps;
  const timeZone = config.APP_TIMEZONE;
  const today = dayOf(now, timeZone);
  const open = (await listSent(db, { state: 'open' })).filter((i) => i.dueOn && i.sentAt);
  if (open.length === 0) return;
  const rhythm = await getSetting(db, rhythmSetting);
  for (const i of open) {
    const dueOn = i.dueOn ?? today;
    // On the day it came nobody is asked after it.
    if (i.sentAt && dayOf(i.sentAt, timeZone) >= today) continue;
    const due = nudgeDue({ dueOn, isDone: false, isOpenMatter: false }, now, rhythm, timeZone, own);
    if (!due) continue;
    const text = words.nudge[due.kind](i.no ?? 0, dueOn);
    for (const to of await liaisons(
      db,
      unanswered(i).map((u) => u.unitId),
    ))
      await enqueue(db, {
        key: nudgeKey(i.id, to.unitId, today),
        to: { type: 'open_id', id: to.openId },
        content: { type: 'text', text },
        purpose: 'push',
        notBefore: outsideQuietHours(now, timeZone, own),
      });
  }
}

const nudgeKey = (id: string, unitId: string, day: Day) =>
  `instruction-nudge:${id}:${unitId}:${day}`;

/** The main liaison of each of these units that has one who can be reached. */
export async function liaisons(db: Db, unitIds: string[]): Promise<Contact[]> {
  return (await listContacts(db, unitIds)).filter((c) => c.duty === 'main' && !c.unreachable);
}
