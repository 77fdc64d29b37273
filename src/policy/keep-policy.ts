import type { Db } from '../db/db.ts';
import { lockIndex } from './index-queries.ts';
import { searchText } from './passages.ts';
import { findPolicy, isInLibrary, type Policy, passagesOf } from './queries.ts';
import { markRepealed, moveScope, renewRepeals, setWithdrawn } from './version-queries.ts';
import { shownTo, type Visibility } from './visibility.ts';
import { indexPassages, unindexPolicy } from './write-index.ts';

/**
 * 移出: a document answers nothing any more and what it repealed holds again; its text is kept. Undefined when it is not in
 * the library. Call it inside a transaction, as everything here.
 */
export async function withdrawPolicy(tx: Db, id: string, at: Date): Promise<Policy | undefined> {
  const policy = await findHeld(tx, id);
  if (!policy) return undefined;
  await unindexPolicy(tx, policy);
  await setWithdrawn(tx, policy.id, at);
  await renewRepeals(tx, policy.title);
  return policy;
}

/** Takes back `withdrawPolicy`. */
export async function reinstatePolicy(tx: Db, policy: Policy): Promise<void> {
  await setWithdrawn(tx, policy.id, null);
  await putBack(tx, policy);
}

/** Shows a document to others than before: the document as it was, or that it was so before or is not in the library. */
export async function showPolicyTo(
  tx: Db,
  id: string,
  to: Visibility,
): Promise<{ kind: 'shown'; before: Policy } | { kind: 'same' } | { kind: 'gone' }> {
  const shown = shownTo(to);
  const before = await findHeld(tx, id);
  if (!before) return { kind: 'gone' };
  if (shown.scope === before.scope) return { kind: 'same' };
  await unindexPolicy(tx, before);
  await moveScope(tx, before.id, shown);
  await indexAgain(tx, { ...before, ...shown });
  return { kind: 'shown', before };
}

/** The document as it stands while nobody else changes the index. */
async function findHeld(tx: Db, id: string): Promise<Policy | undefined> {
  await lockIndex(tx);
  const policy = await findPolicy(tx, id);
  return policy && isInLibrary(policy) ? policy : undefined;
}

/** A document that was out of use is found again and repeals what it says; false when its text was not kept. */
export async function putBack(tx: Db, policy: Policy): Promise<boolean> {
  if (!(await indexAgain(tx, policy))) return false;
  for (const title of policy.validity.repeals ?? []) await markRepealed(tx, title, policy.title);
  return true;
}

async function indexAgain(tx: Db, policy: Policy): Promise<boolean> {
  const pieces = await passagesOf(tx, policy.id);
  await indexPassages(
    tx,
    policy.scope,
    pieces.map((p) => ({ number: p.number, text: searchText(policy.title, p, p.text) })),
  );
  return pieces.length > 0;
}
