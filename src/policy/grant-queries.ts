import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { openTo, type Passage, type Policy } from './queries.ts';
import { passages, policies } from './tables.ts';

/** Passages that may grant a sum, of the documents for the places of these ones that nothing has repealed. */
export async function findGranting(
  db: Db,
  audience: Audience,
  policyIds: string[],
): Promise<{ passage: Passage; policy: Policy }[]> {
  if (policyIds.length === 0) return [];
  const places = db
    .select({ region: policies.region })
    .from(policies)
    .where(inArray(policies.id, policyIds));
  return db
    .select({ passage: passages, policy: policies })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(
      and(
        openTo(audience),
        inArray(policies.region, places),
        isNull(policies.repealedBy),
        sql`${passages.text} ~ '奖|补|贴|资助|给予|拨付' and ${passages.text} ~ '元|%|％'`,
      ),
    )
    .orderBy(policies.addedAt, policies.id, passages.clause, passages.position);
}
