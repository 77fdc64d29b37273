import { asc } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { PersonRow } from './people-queries.ts';
import { memberships, people, personRoles } from './tables.ts';

/** Everybody the bot knows, by name. */
export async function listPeople(db: Db): Promise<PersonRow[]> {
  return db.select().from(people).orderBy(asc(people.name));
}

export async function listAllRoles(db: Db): Promise<(typeof personRoles.$inferSelect)[]> {
  return db.select().from(personRoles);
}

export async function listAllMemberships(db: Db): Promise<(typeof memberships.$inferSelect)[]> {
  return db.select().from(memberships);
}
