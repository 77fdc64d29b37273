import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import {
  adminCodes,
  bindRequests,
  chats,
  memberships,
  people,
  personRoles,
  unitAliases,
  unitGroupMembers,
  units,
} from './tables.ts';

export type UnitRow = typeof units.$inferSelect;
export type ChatRow = typeof chats.$inferSelect;
export type PersonRow = typeof people.$inferSelect;
export type Duty = (typeof memberships.$inferSelect)['duty'];
export type Role = (typeof personRoles.$inferSelect)['role'];
export type BindRequest = typeof bindRequests.$inferSelect;

export async function listUnits(db: Db): Promise<UnitRow[]> {
  return db.select().from(units).orderBy(asc(units.position), asc(units.name));
}

export async function findUnits(db: Db, ids: string[]): Promise<UnitRow[]> {
  return ids.length === 0 ? [] : db.select().from(units).where(inArray(units.id, ids));
}

export async function findUnitByKey(db: Db, folded: string): Promise<UnitRow | undefined> {
  const [row] = await db
    .select({ id: units.id, name: units.name, kind: units.kind, position: units.position })
    .from(unitAliases)
    .innerJoin(units, eq(units.id, unitAliases.unitId))
    .where(eq(unitAliases.folded, folded));
  return row;
}

export async function listAliases(db: Db): Promise<(typeof unitAliases.$inferSelect)[]> {
  return db.select().from(unitAliases);
}

/** Adds a unit at the end of the list. */
export async function insertUnit(db: Db, row: Omit<UnitRow, 'position'>): Promise<void> {
  await db
    .insert(units)
    .values({ ...row, position: sql`(select coalesce(max(position), 0) + 1 from ${units})` });
}

/** False when the name already belongs to a unit. */
export async function insertAlias(db: Db, row: typeof unitAliases.$inferInsert): Promise<boolean> {
  const rows = await db.insert(unitAliases).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function deleteAlias(db: Db, folded: string): Promise<void> {
  await db.delete(unitAliases).where(eq(unitAliases.folded, folded));
}

export async function setGroupMembers(db: Db, groupId: string, unitIds: string[]): Promise<void> {
  await db.delete(unitGroupMembers).where(eq(unitGroupMembers.groupId, groupId));
  if (unitIds.length > 0)
    await db.insert(unitGroupMembers).values(unitIds.map((unitId) => ({ groupId, unitId })));
}

/** Who stands for which group, in the county's order of units. */
export async function listGroupMembers(db: Db): Promise<(typeof unitGroupMembers.$inferSelect)[]> {
  return db
    .select({ groupId: unitGroupMembers.groupId, unitId: unitGroupMembers.unitId })
    .from(unitGroupMembers)
    .innerJoin(units, eq(units.id, unitGroupMembers.unitId))
    .orderBy(asc(units.position), asc(units.name));
}

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

/** Adds a group or brings its name up to date; a group the bot came back to is active again. */
export async function upsertChat(db: Db, row: { id: string; name: string }): Promise<void> {
  await db
    .insert(chats)
    .values(row)
    .onConflictDoUpdate({ target: chats.id, set: { name: row.name, active: true } });
}

export async function findChat(db: Db, id: string): Promise<ChatRow | undefined> {
  const [row] = await db.select().from(chats).where(eq(chats.id, id));
  return row;
}

export async function listChats(db: Db): Promise<ChatRow[]> {
  return db.select().from(chats).orderBy(asc(chats.name));
}

export async function setChatActive(db: Db, id: string, active: boolean): Promise<void> {
  await db.update(chats).set({ active }).where(eq(chats.id, id));
}

export async function setChatUnit(db: Db, id: string, unitId: string | null): Promise<void> {
  await db.update(chats).set({ unitId }).where(eq(chats.id, id));
}

export async function insertBindRequest(
  db: Db,
  row: typeof bindRequests.$inferInsert,
): Promise<void> {
  await db.insert(bindRequests).values(row);
}

export async function findBindRequest(db: Db, id: string): Promise<BindRequest | undefined> {
  const [row] = await db.select().from(bindRequests).where(eq(bindRequests.id, id));
  return row;
}

/** Settles a request; false when it was settled before. */
export async function decideBindRequest(
  db: Db,
  id: string,
  decision: 'agreed' | 'refused',
  by: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(bindRequests)
    .set({ decision, decidedBy: by, decidedAt: at })
    .where(and(eq(bindRequests.id, id), isNull(bindRequests.decision)))
    .returning({ id: bindRequests.id });
  return rows.length > 0;
}

export async function insertAdminCode(
  db: Db,
  row: { hash: string; expiresAt: Date },
): Promise<void> {
  await db.insert(adminCodes).values(row);
}

/** Uses up a code; false when it is unknown, used or expired. */
export async function useAdminCode(db: Db, hash: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(adminCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(adminCodes.hash, hash),
        isNull(adminCodes.usedAt),
        sql`${adminCodes.expiresAt} > ${at.toISOString()}::timestamptz`,
      ),
    )
    .returning({ hash: adminCodes.hash });
  return rows.length > 0;
}
