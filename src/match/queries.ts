import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Audience } from '../policy/audience.ts';
import { openTo, type Policy } from '../policy/queries.ts';
import { passages, policies } from '../policy/tables.ts';
import type { ClauseText } from './offer.ts';

/** Documents beyond this are not read through: the answer would take minutes, and nobody could look through it. */
const MOST_PASSAGES = 20_000;

/** Documents open to the audience that speak of conditions or grants, with their clauses and table rows in order. */
export async function findClauseTexts(
  db: Db,
  audience: Audience,
): Promise<{ policy: Policy; clauses: ClauseText[] }[]> {
  const speaking = sql`exists (select 1 from ${passages} as p where p."policyId" = ${policies.id} and p.text ~ '给予|奖励|补助|补贴|资助|奖补|条件')`;
  const rows = await db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(and(openTo(audience), speaking))
    .orderBy(desc(policies.addedAt), policies.id, passages.clause, passages.position)
    .limit(MOST_PASSAGES);
  const documents = new Map<string, { policy: Policy; clauses: Map<number, ClauseText> }>();
  for (const { passage, policy } of rows) {
    const document = documents.get(policy.id) ?? { policy, clauses: new Map() };
    documents.set(policy.id, document);
    const clause = document.clauses.get(passage.clause);
    if (clause) clause.text += passage.text;
    else {
      const { path, headings, text, cells } = passage;
      document.clauses.set(passage.clause, { path, headings, text, ...(cells ? { cells } : {}) });
    }
  }
  return [...documents.values()].map(({ policy, clauses }) => ({
    policy,
    clauses: [...clauses.values()],
  }));
}
