import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { memberships, people, personRoles, units } from './tables.ts';

export type PersonRow = typeof people.$inferSelect;
export type Duty = (typeof memberships.$inferSelect)['duty'];
export type Role = (typeof personRoles.$inferSelect)['role'];

export async function findPersonByOpenId(db: Db, openId: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(people).where(eq(people.openId, openId));
  return row;
}

export async function findPeople(db: Db, ids: string[]): Promise<PersonRow[]> {
  return ids.length === 0 ? [] : db.select().from(people).where(inArray(people.id, ids));
}

/** People of that name: two of one name are both returned, and the asker decides. */
export async function findPeopleByName(db: Db, name: string): Promise<PersonRow[]> {
  return db.select().from(people).where(eq(people.name, name));
}

/** Adds a person, or brings the name up to date. */
export async function upsertPerson(
  db: Db,
  row: { id: string; openId: string; name: string },
): Promise<PersonRow> {
  const [saved] = await db
    .insert(people)
    .values(row)
    .onConflictDoUpdate({ target: people.openId, set: { name: row.name } })
    .returning();
  if (!saved) throw new Error('upsert returned no row');
  return saved;
}

export async function setUnreachable(db: Db, openId: string, reason: string | null): Promise<void> {
  await db.update(people).set({ unreachable: reason }).where(eq(people.openId, openId));
}

export async function listRoles(db: Db, personId: string): Promise<Role[]> {
  const rows = await db
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId));
  return rows.map((r) => r.role);
}

export async function findAnyRole(db: Db, role: Role): Promise<boolean> {
  const rows = await db.select().from(personRoles).where(eq(personRoles.role, role)).limit(1);
  return rows.length > 0;
}

/** False when the person had the role already. */
export async function grantRole(db: Db, personId: string, role: Role): Promise<boolean> {
  const rows = await db
    .insert(personRoles)
    .values({ personId, role })
    .onConflictDoNothing()
    .returning();
  return rows.length > 0;
}

export async function revokeRole(db: Db, personId: string, role: Role): Promise<void> {
  await db
    .delete(personRoles)
    .where(and(eq(personRoles.personId, personId), eq(personRoles.role, role)));
}

export async function listPeopleWithRole(db: Db, role: Role): Promise<PersonRow[]> {
  return db
    .select({
      id: people.id,
      openId: people.openId,
      name: people.name,
      unreachable: people.unreachable,
    })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(eq(personRoles.role, role))
    .orderBy(asc(people.name));
}

export async function listMemberships(
  db: Db,
  personId: string,
): Promise<{ unitId: string; unitName: string; duty: Duty }[]> {
  return db
    .select({ unitId: memberships.unitId, unitName: units.name, duty: memberships.duty })
    .from(memberships)
    .innerJoin(units, eq(units.id, memberships.unitId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(units.position));
}

export async function findMembership(
  db: Db,
  personId: string,
  unitId: string,
): Promise<{ duty: Duty } | undefined> {
  const [row] = await db
    .select({ duty: memberships.duty })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.unitId, unitId)));
  return row;
}

export async function setMembership(db: Db, row: typeof memberships.$inferInsert): Promise<void> {
  await db
    .insert(memberships)
    .values(row)
    .onConflictDoUpdate({
      target: [memberships.personId, memberships.unitId],
      set: { duty: row.duty },
    });
}

export async function deleteMembership(db: Db, personId: string, unitId: string): Promise<void> {
  await db
    .delete(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.unitId, unitId)));
}

export type Contact = PersonRow & { unitId: string; duty: Duty };

/** Everybody who works for one of these units, main liaisons first. */
export async function listContacts(db: Db, unitIds: string[]): Promise<Contact[]> {
  if (unitIds.length === 0) return [];
  return db
    .select({
      id: people.id,
      openId: people.openId,
      name: people.name,
      unreachable: people.unreachable,
      unitId: memberships.unitId,
      duty: memberships.duty,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(inArray(memberships.unitId, unitIds))
    .orderBy(
      sql`case ${memberships.duty} when 'main' then 0 when 'deputy' then 1 else 2 end`,
      asc(people.name),
    );
}

/** A unit's main liaison, whoever it is. */
export const findMain = async (db: Db, unitId: string): Promise<Contact | undefined> =>
  (await listContacts(db, [unitId])).find((c) => c.duty === 'main');
