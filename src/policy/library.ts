import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { findPolicies, insertFeedback, insertUnanswered, type Policy } from './queries.ts';

/** Documents in force that the audience may see, newest first. */
export async function listPolicies(db: Db, audience: Audience): Promise<Policy[]> {
  return findPolicies(db, audience);
}

/** Keeps a question that found no answer, for the office. */
export async function keepUnanswered(
  deps: { db: Db; now: () => Date; newId: () => string },
  asked: {
    question: string;
    askedBy: string;
    chatId?: string;
    messageId?: string;
    reason: 'not-found' | 'out-of-scope' | 'not-permitted';
  },
): Promise<void> {
  await insertUnanswered(deps.db, {
    id: deps.newId(),
    question: asked.question,
    askedBy: asked.askedBy,
    chatId: asked.chatId ?? null,
    messageId: asked.messageId ?? null,
    askedAt: deps.now(),
    reason: asked.reason,
    settled: false,
  });
}

/** Keeps a person's 有用 or 没用; the last click counts. */
export async function keepFeedback(
  deps: { db: Db; now: () => Date },
  given: { answerId: string; givenBy: string; useful: boolean },
): Promise<void> {
  await insertFeedback(deps.db, { ...given, givenAt: deps.now() });
}
