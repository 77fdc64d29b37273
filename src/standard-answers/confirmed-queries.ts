import { and, desc, eq, gte, isNull, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Db, isAnyOf } from '../db/db.ts';
import { inLibrary } from '../policy/queries.ts';
import { answerFeedback, policies } from '../policy/tables.ts';
import type { Confirmed } from '../policy/word-links.ts';
import { givenAnswers, standardAnswers } from './tables.ts';

/** A confirmed pair with the part of the index in which its clause stands. */
export type ConfirmedIn = Confirmed & { scope: string };

/** So many of the newest answers of each kind teach; older ones have taught long enough. */
const NEWEST = 1_000;

/** An answer that cites more than this is a list: which of its rows was useful is not known. */
const CITED = 3;

/**
 * Questions with what was confirmed to answer them, of documents in force: sentences under answers that somebody called
 * 有用 and nobody 没用, and clauses that the office chose and has not taken back. `today`: ISO day. Always in the same order.
 */
export async function findConfirmed(db: Db, today: string): Promise<ConfirmedIn[]> {
  const doubt = alias(answerFeedback, 'doubt');
  const useful = await db
    .select({ given: givenAnswers, by: answerFeedback.givenBy })
    .from(givenAnswers)
    .innerJoin(answerFeedback, eq(answerFeedback.answerId, givenAnswers.id))
    .where(
      and(
        eq(answerFeedback.useful, true),
        sql`jsonb_array_length(${givenAnswers.sources}) <= ${CITED}`,
        notExists(
          db
            .select({ one: sql`1` })
            .from(doubt)
            .where(and(eq(doubt.answerId, givenAnswers.id), eq(doubt.useful, false))),
        ),
      ),
    )
    .orderBy(desc(givenAnswers.at), givenAnswers.id, answerFeedback.givenBy)
    .limit(NEWEST);
  const chosen = await db
    .select()
    .from(standardAnswers)
    .where(
      and(
        eq(standardAnswers.kind, 'clause'),
        eq(standardAnswers.state, 'valid'),
        or(isNull(standardAnswers.validUntil), gte(standardAnswers.validUntil, today)),
      ),
    )
    .orderBy(desc(standardAnswers.confirmedAt), standardAnswers.id)
    .limit(NEWEST);
  const pairs = [
    ...useful.flatMap(({ given: { question, sources }, by }) =>
      sources.map(({ policyId, text }) => ({ policyId, question, clause: text, by })),
    ),
    ...chosen.flatMap(({ policyId, phrasings, text }) =>
      phrasings.map((question) => ({ policyId: policyId ?? '', question, clause: text })),
    ),
  ];
  const scopes = await scopesInForce(db, [...new Set(pairs.map((p) => p.policyId))]);
  return pairs.flatMap(({ policyId, ...pair }) => {
    const scope = scopes.get(policyId);
    return scope === undefined ? [] : [{ ...pair, scope }];
  });
}

/** Where the documents stand in the index, those in force: neither replaced nor repealed. */
async function scopesInForce(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: policies.id, scope: policies.scope })
    .from(policies)
    .where(and(isAnyOf(policies.id, ids), inLibrary, isNull(policies.repealedBy)));
  return new Map(rows.map((r) => [r.id, r.scope]));
}
