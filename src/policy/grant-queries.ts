import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Audience } from './audience.ts';
import { openTo, type Policy } from './queries.ts';
import { passages, policies } from './tables.ts';

export type GrantingPassage = { policyId: string; path: string; text: string };

/** The documents for the places of these ones that nothing has repealed, and their passages that may grant a sum. */
export async function findGranting(
  db: Db,
  audience: Audience,
  policyIds: string[],
): Promise<{ documents: Policy[]; granting: GrantingPassage[] }> {
  if (policyIds.length === 0) return { documents: [], granting: [] };
  const places = db
    .select({ region: policies.region })
    .from(policies)
    .where(inArray(policies.id, policyIds));
  const comparable = and(
    openTo(audience),
    inArray(policies.region, places),
    isNull(policies.repealedBy),
  );
  const documents = await db.select().from(policies).where(comparable);
  const granting = await db
    .select({ policyId: passages.policyId, path: passages.path, text: passages.text })
    .from(passages)
    .innerJoin(policies, eq(policies.id, passages.policyId))
    .where(
      and(
        comparable,
        sql`${passages.text} ~ '奖|补|贴|资助|给予|拨付' and ${passages.text} ~ '元|%|％'`,
      ),
    )
    .orderBy(policies.addedAt, policies.id, passages.clause, passages.position);
  return { documents, granting };
}
