import type { Db } from '../db/db.ts';
import {
  findAnyRole,
  findPersonByOpenId,
  listMemberships,
  listRoles,
  type PersonRow,
} from './people-queries.ts';

/** A person as the database knows them: what they may do follows from this and from nothing in a message. */
export type Person = {
  id: string;
  openId: string;
  name: string;
  roles: Set<'office' | 'leader' | 'admin'>;
  memberships: { unitId: string; unitName: string; duty: 'main' | 'deputy' | 'member' }[];
};

/** The person behind an open_id; undefined for somebody the bot does not know. */
export async function loadPerson(db: Db, openId: string): Promise<Person | undefined> {
  const row = await findPersonByOpenId(db, openId);
  return row && personOf(db, row);
}

/** A person's row with what they may do. */
export async function personOf(db: Db, row: PersonRow): Promise<Person> {
  const roles = new Set(await listRoles(db, row.id));
  // Administrators stand in for the office until somebody is named (CONTRACT section 6).
  if (roles.has('admin') && !(await findAnyRole(db, 'office'))) roles.add('office');
  return {
    id: row.id,
    openId: row.openId,
    name: row.name,
    roles,
    memberships: await listMemberships(db, row.id),
  };
}
