import type { Deps } from '../deps.ts';
import { tellDigest } from './digest.ts';
import { tellEve } from './eve.ts';
import { tellMissingDays } from './known-days.ts';
import { nudgeDueUnits } from './nudge.ts';
import { remindDue } from './remind.ts';
import { renewCards } from './renew.ts';

/**
 * Writes everything that the rhythm has for `now` and that was not written before: the look ahead, month cards, fresh
 * cards, nudges, the digest, the notice about the calendar. Returns how many units were written to.
 */
export async function runReminders(
  deps: Pick<Deps, 'db' | 'newId' | 'config' | 'log'>,
  now: Date,
): Promise<number> {
  await tellEve(deps, now);
  const cards = await remindDue(deps, now);
  const renewed = await renewCards(deps, now);
  const nudges = await nudgeDueUnits(deps, now);
  await tellDigest(deps, now);
  await tellMissingDays(deps, now);
  return cards + renewed + nudges;
}
