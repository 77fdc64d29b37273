import type { Db } from '../db/db.ts';
import { searchText } from './passages.ts';
import { deletePolicy, findPolicy, type Policy, passagesOf } from './queries.ts';
import { findReplaced, markRepealed, markReplaced, renewRepeals } from './version-queries.ts';
import { indexPassages, unindexPolicy } from './write-index.ts';

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
    const pieces = await passagesOf(tx, older.id);
    if (pieces.length === 0) return { kind: 'removed', isLost: true };
    await markReplaced(tx, older.id, null);
    await indexPassages(
      tx,
      older.scope,
      pieces.map((p) => ({ number: p.number, text: searchText(older.title, p, p.text) })),
    );
    for (const title of older.validity.repeals ?? []) await markRepealed(tx, title, older.title);
    return { kind: 'removed', older };
  });
}

/** Out of the index and the library; what it repealed holds again unless another document says otherwise. */
async function takeOut(tx: Db, policy: Policy): Promise<void> {
  if (!policy.replacedBy) await unindexPolicy(tx, policy);
  await deletePolicy(tx, policy.id);
  await renewRepeals(tx, policy.title);
}
