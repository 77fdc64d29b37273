import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { isTitled } from './document-name.ts';
import { inLibrary, type Policy } from './queries.ts';
import { policies } from './tables.ts';
import { lastDayOf, type Validity } from './validity.ts';

/** Notes that a newer version took a document's place; null: it is in force. */
export async function markReplaced(tx: Db, id: string, by: string | null): Promise<void> {
  await tx.update(policies).set({ replacedBy: by }).where(eq(policies.id, id));
}

/** Notes since when a document is out of the library; null: it is in it again. */
export async function setWithdrawn(tx: Db, id: string, at: Date | null): Promise<void> {
  await tx.update(policies).set({ withdrawnAt: at }).where(eq(policies.id, id));
}

/** Notes who may see a document. */
export async function moveScope(
  tx: Db,
  id: string,
  to: Pick<Policy, 'visibility' | 'unitIds' | 'scope'>,
): Promise<void> {
  await tx.update(policies).set(to).where(eq(policies.id, id));
}

/** The version that this document took the place of. */
export async function findReplaced(db: Db, id: string): Promise<Policy | undefined> {
  const [row] = await db.select().from(policies).where(eq(policies.replacedBy, id));
  return row;
}

/** Notes on the documents of this title that another one repeals them. */
export async function markRepealed(tx: Db, title: string, by: string): Promise<void> {
  const current = await tx
    .select({ id: policies.id, title: policies.title })
    .from(policies)
    .where(and(inLibrary, ne(policies.title, by)));
  const repealed = current.filter((p) => isTitled(p.title, title)).map((p) => p.id);
  await tx.update(policies).set({ repealedBy: by }).where(inArray(policies.id, repealed));
}

/** Title of a document in force that says a document of this title is repealed: the newer one may have come first. */
export async function findRepealer(tx: Db, title: string): Promise<string | undefined> {
  const repealing = await tx
    .select({ title: policies.title, validity: policies.validity })
    .from(policies)
    .where(and(inLibrary, sql`${policies.validity} -> 'repeals' is not null`));
  return repealing.find(({ validity }) => validity.repeals?.some((name) => isTitled(title, name)))
    ?.title;
}

/** What a document says of its validity, with the last day of the one that it holds as long as, where the library has it. */
export async function withSharedTerm(tx: Db, validity: Validity): Promise<Validity> {
  const { sameAs } = validity;
  if (!sameAs || validity.until) return validity;
  const current = await tx.select().from(policies).where(inLibrary);
  const of = current.find((p) => isTitled(p.title, sameAs));
  const until = of && lastDayOf(of.validity, of.issuedOn);
  return until ? { ...validity, until } : validity;
}

/** Gives the documents that hold as long as this one its last day: it may have come after them. */
export async function shareTerm(tx: Db, { title, validity, issuedOn }: Policy): Promise<void> {
  const until = lastDayOf(validity, issuedOn);
  if (!until) return;
  const waiting = await tx
    .select()
    .from(policies)
    .where(and(inLibrary, sql`${policies.validity} -> 'sameAs' is not null`));
  for (const policy of waiting) {
    if (!isTitled(title, policy.validity.sameAs ?? '')) continue;
    await tx
      .update(policies)
      .set({ validity: { ...policy.validity, until } })
      .where(eq(policies.id, policy.id));
  }
}

/** Looks again who repeals what a document of this title did: it is gone. */
export async function renewRepeals(tx: Db, title: string): Promise<void> {
  const noted = await tx.select().from(policies).where(eq(policies.repealedBy, title));
  for (const policy of noted) {
    const repealedBy = (await findRepealer(tx, policy.title)) ?? null;
    await tx.update(policies).set({ repealedBy }).where(eq(policies.id, policy.id));
  }
}
