import type { Db } from '../db/db.ts';
import { deletePolicy, findPolicy, type Policy } from './queries.ts';
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
