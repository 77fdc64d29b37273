import type { Db } from '../db/db.ts';
import { searchText } from './passages.ts';
import { isInLibrary, type Policy, passagesOf } from './queries.ts';
import { markRepealed, moveScope, renewRepeals, setWithdrawn } from './version-queries.ts';
import { shownTo, type Visibility } from './visibility.ts';
import { indexPassages, unindexPolicy } from './write-index.ts';

/**
 * 移出: a document answers nothing any more and what it repealed holds again; its text is kept. False when it was out
 * before. Call it inside a transaction, as everything here.
 */
export async function withdrawPolicy(tx: Db, policy: Policy, at: Date): Promise<boolean> {
  if (!isInLibrary(policy)) return false;
  await unindexPolicy(tx, policy);
  await setWithdrawn(tx, policy.id, at);
  await renewRepeals(tx, policy.title);
  return true;
}

/** Takes back `withdrawPolicy`. */
export async function reinstatePolicy(tx: Db, policy: Policy): Promise<void> {
  await setWithdrawn(tx, policy.id, null);
  await putBack(tx, policy);
}

/** Shows a document to others than before; false when it was so before or is not in the library. */
export async function showPolicyTo(tx: Db, policy: Policy, to: Visibility): Promise<boolean> {
  const shown = shownTo(to);
  if (!isInLibrary(policy) || shown.scope === policy.scope) return false;
  await unindexPolicy(tx, policy);
  await moveScope(tx, policy.id, shown);
  await indexAgain(tx, { ...policy, ...shown });
  return true;
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
