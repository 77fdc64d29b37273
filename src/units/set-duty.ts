import type { Db } from '../db/db.ts';
import { type Duty, deleteMembership, listContacts, setMembership } from './people-queries.ts';

/**
 * Gives a person a duty in a unit; null: none. A unit has one main liaison: whoever was it before a new one is an ordinary
 * member from now on. Answers the ids of those.
 */
export async function setDuty(
  db: Db,
  unitId: string,
  personId: string,
  duty: Duty | null,
): Promise<string[]> {
  if (!duty) await deleteMembership(db, personId, unitId);
  else await setMembership(db, { personId, unitId, duty });
  if (duty !== 'main') return [];
  const before = (await listContacts(db, [unitId])).filter(
    (c) => c.duty === 'main' && c.id !== personId,
  );
  for (const { id } of before) await setMembership(db, { personId: id, unitId, duty: 'member' });
  return before.map(({ id }) => id);
}
