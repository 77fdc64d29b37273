import { HOLIDAYS_KNOWN } from './calendar/working-days.ts';
import type { Deps } from './deps.ts';
import { countRows, oldestWaiting } from './inbox/queries.ts';
import type { Figures } from './metrics.ts';
import { countMessages, oldestDue } from './outbox/stuck-queries.ts';

/** A county's figures as its database has them now; undefined while that does not answer. */
export async function readFigures(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  edge?: () => Promise<Record<string, number>>,
): Promise<Figures | undefined> {
  try {
    const [inbox, outbox, inboxLag, outboxLag] = await Promise.all([
      countRows(db),
      countMessages(db),
      oldestWaiting(db),
      oldestDue(db, now()),
    ]);
    return {
      inbox,
      outbox,
      inboxLag,
      outboxLag,
      holidaysUntil: HOLIDAYS_KNOWN.until,
      ...(edge ? { edge: await edge() } : {}),
    };
  } catch {
    return undefined;
  }
}
