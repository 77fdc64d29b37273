import type { Db } from '../db/db.ts';
import { deletePassages, deletePolicy, findPolicy } from './queries.ts';
import { unindexPolicy } from './write-index.ts';
export async function removePolicy(db: Db, id: string): Promise<void> {
  const policy = await findPolicy(db, id);
  if (!policy) return;
  await unindexPolicy(db, policy);
  await deletePassages(db, id);
  await deletePolicy(db, id);
}
