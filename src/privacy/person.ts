import { ERASED, erasedPlaces } from '../audit/chain.ts';
import { type Act, recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { findPersonByOpenId } from '../units/people-queries.ts';
import { PLACES } from './places.ts';
import {
  eraseAuditDetails,
  eraseInMessages,
  erasePerson,
  erasePlace,
  readPlace,
  readWords,
  replaceEverywhere,
} from './queries.ts';

/** Everything that is kept about a person, by table; undefined for somebody who is not known. */
export async function exportPerson(
  db: Db,
  openId: string,
): Promise<Record<string, unknown[]> | undefined> {
  const person = await findPersonByOpenId(db, openId);
  if (!person) return undefined;
  const found: Record<string, unknown[]> = {};
  for (const place of PLACES) found[place.table] = await readPlace(db, place, person);
  return found;
}

/**
 * Erases a person: name, ids, words, and the details of the audit that tell of them. Figures stay, without a name, and the
 * audit's chain still verifies, because it tells of the erasing. Undefined for somebody who is not known.
 */
export async function eraseWhole(
  db: Db,
  act: Act,
  openId: string,
  newId: () => string,
): Promise<{ rows: number; details: number } | undefined> {
  return db.transaction(async (tx) => {
    const person = await findPersonByOpenId(tx, openId);
    if (!person) return undefined;
    const words = new Set<string>();
    for (const place of PLACES)
      for (const text of await readWords(tx, place, person)) words.add(text);
    let rows = 0;
    // The outbox first: it is found by way of the others.
    for (const place of PLACES.toReversed()) rows += await erasePlace(tx, place, person);
    await eraseInMessages(tx, [
      { text: person.name, least: 2 },
      ...[...words].map((text) => ({ text, least: 4 })),
    ]);
    const details = await eraseAuditDetails(tx, person);
    // No hash of the open_id, which somebody could try.
    await replaceEverywhere(tx, person.openId, `erased:${newId()}`);
    await erasePerson(tx, person);
    if (details.length > 0)
      await recordAudit(tx, act, ERASED, erasedPlaces(details), { rows: details.length });
    await recordAudit(tx, act, 'person.erased', `person:${person.id}`, { rows });
    return { rows, details: details.length };
  });
}
