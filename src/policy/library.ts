import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import {
  deletePolicy,
  findPolicies,
  findPolicy,
  insertFeedback,
  insertUnanswered,
  type Policy,
} from './queries.ts';
import { unindexPolicy } from './write-index.ts';

/** Takes a document with its passages and its part of the index out of the library. */
export async function removePolicy(
  db: Db,
  id: string,
): Promise<{ kind: 'removed'; policy: Policy } | { kind: 'unknown' }> {
  return db.transaction(async (tx) => {
    const policy = await findPolicy(tx, id);
    if (!policy) return { kind: 'unknown' };
    await unindexPolicy(tx, policy);
    await deletePolicy(tx, id);
    return { kind: 'removed', policy };
  });
}

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
    reason: 'not-found' | 'out-of-scope' | 'not-permitted';
  },
): Promise<void> {
  await insertUnanswered(deps.db, {
    id: deps.newId(),
    question: asked.question,
    askedBy: asked.askedBy,
    chatId: asked.chatId ?? null,
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
