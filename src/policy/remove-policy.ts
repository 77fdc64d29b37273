import type { Db } from '../db/db.ts';
import { putBack } from './keep-policy.ts';
import { deletePolicy, findPolicy, isInLibrary, type Policy } from './queries.ts';
import { findReplaced, markReplaced, renewRepeals } from './version-queries.ts';
import { unindexPolicy } from './write-index.ts';

/** Takes a document with its passages, its part of the index and its older versions out of the library. */
export async function removePolicy(
  db: Db,
  id: string,
): Promise<{ kind: 'removed'; policy: Policy } | { kind: 'unknown' }> {
  return db.transaction(async (tx) => {
    const policy = await findPolicy(tx, id);
    if (!policy) return { kind: 'unknown' };
    await takeOut(tx, policy);
    let older = await findReplaced(tx, id);
    while (older) {
      await deletePolicy(tx, older.id);
      older = await findReplaced(tx, older.id);
    }
    return { kind: 'removed', policy };
  });
}

export type TakenBack =
  | { kind: 'unknown' }
  /** A newer version holds: that one has to be taken back first. */
  | { kind: 'replaced' }
  /** `older`: the version before, in force again; `isLost` when its text was not kept. */
  | { kind: 'removed'; older?: Policy; isLost?: true };

/** Takes back that a document was added: what it took the place of is in force again. */
export async function takeBackPolicy(db: Db, id: string): Promise<TakenBack> {
  return db.transaction(async (tx) => {
    const policy = await findPolicy(tx, id);
    if (!policy) return { kind: 'unknown' };
    if (policy.replacedBy) return { kind: 'replaced' };
    await takeOut(tx, policy);
    const older = await findReplaced(tx, id);
    if (!older) return { kind: 'removed' };
    if (!(await putBack(tx, older))) return { kind: 'removed', isLost: true };
    await markReplaced(tx, older.id, null);
    return { kind: 'removed', older };
  });
}

/** Out of the index and the library; what it repealed holds again unless another document says otherwise. */
async function takeOut(tx: Db, policy: Policy): Promise<void> {
  if (isInLibrary(policy)) await unindexPolicy(tx, policy);
  await deletePolicy(tx, policy.id);
  await renewRepeals(tx, policy.title);
}
