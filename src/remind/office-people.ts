import type { Db } from '../db/db.ts';
import { listPeopleWithRole, type PersonRow } from '../units/people-queries.ts';

/** The office; administrators stand in until somebody is named (CONTRACT section 6). */
export async function officePeople(db: Db): Promise<PersonRow[]> {
  const office = await listPeopleWithRole(db, 'office');
  return office.length > 0 ? office : listPeopleWithRole(db, 'admin');
}
