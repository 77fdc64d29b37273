import type { Deps } from '../deps.ts';
import { upsertChat } from '../units/chat-queries.ts';
import { deliverWaiting } from './remind.ts';

/** The bot is in a group, for the first time or again: then a list of its unit that had reached nobody follows. */
export async function groupBack(
  deps: Pick<Deps, 'db' | 'config'>,
  group: { id: string; name: string },
  now: Date,
): Promise<void> {
  const { unitId } = await upsertChat(deps.db, group);
  if (unitId) await deliverWaiting(deps, unitId, now);
}
