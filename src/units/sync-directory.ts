import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { foldUnitName } from '../text/unit-name.ts';
import type { Match } from './match-directory.ts';
import {
  findMembership,
  findPersonByOpenId,
  listContacts,
  upsertPerson,
} from './people-queries.ts';
import { deleteAlias, insertAlias, lockUnit } from './queries.ts';
import { setDuty } from './set-duty.ts';

type Kept = {
  aliases: string[];
  added: { personId: string; unitId: string }[];
  raised: { personId: string; unitId: string; duty: 'deputy' | 'member' }[];
  /** Main liaisons out of reach, whose place somebody took; absent in what older versions wrote. */
  gone?: { personId: string; unitId: string }[];
};

export type Synced = { changeId: string; units: number; people: number; liaisons: number };

/**
 * Carries confirmed matches out: the department's name also means the unit, its people belong to it, and the proposed
 * liaison is made one where the unit still has none. What was bound before stays as it is.
 */
export async function confirmMatches(
  db: Db,
  act: Act,
  matches: Match[],
  newId: () => string,
): Promise<Synced> {
  const gone: { personId: string; unitId: string }[] = [];
  const kept: Kept = { aliases: [], added: [], raised: [], gone };
  let liaisons = 0;
  for (const { unitId, department, members, liaison } of matches) {
    const folded = foldUnitName(department);
    if (await insertAlias(db, { folded, unitId, name: department })) kept.aliases.push(folded);
    await lockUnit(db, unitId);
    const hasMain = (await listContacts(db, [unitId])).some(
      (c) => c.duty === 'main' && !c.unreachable,
    );
    for (const { openId, name } of members) {
      const known = await findPersonByOpenId(db, openId);
      const person = known ?? (await upsertPerson(db, { id: newId(), openId, name }));
      const before = await findMembership(db, person.id, unitId);
      const isLiaison = !hasMain && liaison?.openId === openId;
      if (before && (!isLiaison || before.duty === 'main')) continue;
      const demoted = await setDuty(db, unitId, person.id, isLiaison ? 'main' : 'member');
      gone.push(...demoted.map((personId) => ({ personId, unitId })));
      if (isLiaison) liaisons++;
      if (!before) kept.added.push({ personId: person.id, unitId });
      else if (before.duty !== 'main')
        kept.raised.push({ personId: person.id, unitId, duty: before.duty });
    }
  }
  const changeId = await recordChange(db, act, { kind: 'unit-sync', data: kept }, newId);
  const people = kept.added.length;
  await recordAudit(db, act, 'unit.synced', 'units', { units: matches.length, people, liaisons });
  return { changeId, units: matches.length, people, liaisons };
}

/** Takes confirmed matches back: exactly what they added. */
export async function undoMatches(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by confirmMatches above and read from our own table.
  const { aliases, added, raised, gone = [] } = data as Kept;
  for (const folded of aliases) await deleteAlias(db, folded);
  for (const { personId, unitId } of added) await setDuty(db, unitId, personId, null);
  for (const { unitId, personId, duty } of raised) await setDuty(db, unitId, personId, duty);
  for (const { unitId, personId } of gone) await setDuty(db, unitId, personId, 'main');
}
