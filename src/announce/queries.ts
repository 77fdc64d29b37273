import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { announced, announcements, announceRefusals, unitTags } from './tables.ts';

export type Announcement = typeof announcements.$inferSelect;
export type Announced = typeof announced.$inferSelect;

export async function listTags(db: Db): Promise<{ unitId: string; tag: string }[]> {
  return db.select().from(unitTags).orderBy(asc(unitTags.tag), asc(unitTags.unitId));
}

/** Gives a unit a tag; false when it has it. */
export async function insertTag(db: Db, unitId: string, tag: string): Promise<boolean> {
  const rows = await db.insert(unitTags).values({ unitId, tag }).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function deleteTag(db: Db, unitId: string, tag: string): Promise<boolean> {
  const rows = await db
    .delete(unitTags)
    .where(and(eq(unitTags.unitId, unitId), eq(unitTags.tag, tag)))
    .returning();
  return rows.length > 0;
}

export async function insertAnnouncement(db: Db, row: Announcement): Promise<void> {
  await db.insert(announcements).values(row);
}

export async function findAnnouncement(db: Db, id: string): Promise<Announcement | undefined> {
  const [row] = await db.select().from(announcements).where(eq(announcements.id, id));
  return row;
}

/** The announcement that this person drafted last and that waits. */
export async function findAnnouncementDraft(
  db: Db,
  createdBy: string,
): Promise<Announcement | undefined> {
  const [row] = await db
    .select()
    .from(announcements)
    .where(and(eq(announcements.createdBy, createdBy), eq(announcements.state, 'draft')))
    .orderBy(desc(announcements.createdAt))
    .limit(1);
  return row;
}

/** Moves an announcement on; false when somebody was faster. */
export async function moveAnnouncement(
  db: Db,
  id: string,
  from: Announcement['state'],
  to: Announcement['state'],
): Promise<boolean> {
  const rows = await db
    .update(announcements)
    .set({ state: to })
    .where(and(eq(announcements.id, id), eq(announcements.state, from)))
    .returning({ id: announcements.id });
  return rows.length > 0;
}

/** Notes that a place is told of a policy; false when it was told before. */
export async function insertAnnounced(db: Db, row: Announced): Promise<boolean> {
  const rows = await db.insert(announced).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

/** Takes back what an announcement noted. */
export async function deleteAnnounced(db: Db, announcementId: string): Promise<Announced[]> {
  return db.delete(announced).where(eq(announced.announcementId, announcementId)).returning();
}

/** Who has been told of the policy, and for which unit. */
export async function findAnnounced(
  db: Db,
  policyId: string,
): Promise<{ toId: string; unitId: string }[]> {
  return db
    .select({ toId: announced.toId, unitId: announced.unitId })
    .from(announced)
    .where(eq(announced.policyId, policyId));
}

export async function listRefusals(db: Db): Promise<string[]> {
  return (await db.select({ toId: announceRefusals.toId }).from(announceRefusals)).map(
    (r) => r.toId,
  );
}

/** Notes that a place wants no more; false when that was so before. */
export async function insertRefusal(
  db: Db,
  row: typeof announceRefusals.$inferSelect,
): Promise<boolean> {
  const rows = await db.insert(announceRefusals).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

export async function deleteRefusal(db: Db, toId: string): Promise<boolean> {
  const rows = await db.delete(announceRefusals).where(eq(announceRefusals.toId, toId)).returning();
  return rows.length > 0;
}
