import { type Act, recordAudit } from '../../audit/record.ts';
import type { Db } from '../../db/db.ts';
import type { Card } from '../../feishu/card.ts';
import { enqueuePatch } from '../../outbox/enqueue.ts';
import { findMessage } from '../../outbox/queries.ts';
import { settledCard } from '../../outbox/stuck-card.ts';
import { confirmDelivered, resend } from '../../outbox/stuck-queries.ts';
import { stuckWords } from '../../outbox/wording.ts';
import { officePeople } from '../../remind/office-people.ts';

export type StuckDecision = 'resend' | 'confirm';

/** The key of the card with which one of the office was asked about a stuck message. */
export const stuckCardKey = (message: { key: string; claims: number }, personId: string) =>
  `stuck:${message.key}:${message.claims}:${personId}`;

/**
 * Carries out what somebody decided on a stuck message, and settles the office's cards that ask about it; the card comes
 * back for an answer. `claims`: the time it got stuck that was decided on, where that is known; one of an earlier time
 * decides nothing. `by`: who decided, for people. Undefined when there is nothing (more) to decide.
 */
export async function decideStuck(
  tx: Db,
  act: Act,
  decided: { key: string; decision: StuckDecision; claims?: number; by: string },
): Promise<{ text: string; card: Card } | undefined> {
  const { key, decision, claims, by } = decided;
  const message = await findMessage(tx, key);
  if (!message || (claims !== undefined && message.claims !== claims)) return undefined;
  const again = decision === 'resend';
  if (!(again ? await resend(tx, key) : await confirmDelivered(tx, key))) return undefined;
  await recordAudit(tx, act, again ? 'outbox.resent' : 'outbox.confirmed', `message:${key}`);
  const text = again ? stuckWords.resent : stuckWords.confirmed;
  const card = settledCard(message.state === 'uncertain' ? 'uncertain' : 'dead', text, by);
  for (const person of await officePeople(tx)) {
    if (person.id === act.actor) continue;
    const of = stuckCardKey(message, person.id);
    await enqueuePatch(tx, { key: `settled:${of}`, of, card });
  }
  return { text, card };
}
