import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import {
  dropLinksExcept,
  lockLinks,
  readShares,
  replaceLinks,
} from '../policy/word-link-queries.ts';
import { clauseWords, learn } from '../policy/word-links.ts';
import { getSetting, setSetting } from '../settings/queries.ts';
import { defineSetting } from '../settings/setting.ts';
import { findConfirmed } from './confirmed-queries.ts';

/** The county's day on which the links were last looked at, and of which pairs they were made. */
const learned = defineSetting(
  'standard-answers.learned',
  z.strictObject({ day: z.string(), pairs: z.string() }),
  { day: '', pairs: '' },
);

/**
 * Makes the word links anew from what askers and the office have confirmed: on the first tick of a day, if anything was
 * confirmed, doubted or withdrawn since. Of several processes one does it.
 */
export async function learnWords(deps: Pick<Deps, 'db' | 'config'>, now: Date): Promise<void> {
  const { db, config } = deps;
  const day = dayOf(now, config.APP_TIMEZONE);
  if ((await getSetting(db, learned)).day === day) return;
  await db.transaction(async (tx) => {
    await lockLinks(tx);
    const before = await getSetting(tx, learned);
    if (before.day === day) return;
    const confirmed = await findConfirmed(tx, day);
    const pairs = createHash('sha256').update(JSON.stringify(confirmed)).digest('hex');
    await setSetting(tx, learned, { day, pairs }, now);
    if (pairs === before.pairs) return;
    const byScope = Map.groupBy(confirmed, (c) => c.scope);
    await dropLinksExcept(tx, [...byScope.keys()]);
    for (const [scope, list] of byScope) {
      const shares = await readShares(tx, scope, clauseWords(list));
      const links = learn(list, (word) => shares.get(word) ?? 0);
      await replaceLinks(tx, scope, links);
    }
  });
}
