import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { people } from '../units/tables.ts';
import { complaints } from './tables.ts';

export type LetterKind = (typeof complaints.$inferSelect)['kind'];

export type Complaint = {
  no: number;
  kind: LetterKind;
  dueOn: string | null;
  person: { id: string; openId: string; name: string };
  text: string;
  at: Date;
  answer: string | null;
};

/** Files what somebody wrote; returns its receipt number. */
export async function insertComplaint(
  db: Db,
  row: { personId: string; text: string; at: Date; kind: LetterKind; dueOn: string | null },
): Promise<number> {
  const [filed] = await db.insert(complaints).values(row).returning({ no: complaints.no });
  if (!filed) throw new Error('the complaint was not filed');
  return filed.no;
}

/** The newest first. */
export async function listComplaints(
  db: Db,
  kind: LetterKind,
  limit: number,
): Promise<Complaint[]> {
  return select(db).where(eq(complaints.kind, kind)).orderBy(desc(complaints.no)).limit(limit);
}

export async function findComplaint(db: Db, no: number): Promise<Complaint | undefined> {
  const [row] = await select(db).where(eq(complaints.no, no));
  return row;
}

/** Keeps the office's answer; false when there is one already. */
export async function answerComplaint(
  db: Db,
  no: number,
  answer: { answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await db
    .update(complaints)
    .set(answer)
    .where(and(eq(complaints.no, no), isNull(complaints.answer)))
    .returning({ no: complaints.no });
  return rows.length > 0;
}

function select(db: Db) {
  return db
    .select({
      no: complaints.no,
      kind: complaints.kind,
      dueOn: complaints.dueOn,
      person: { id: people.id, openId: people.openId, name: people.name },
      text: complaints.text,
      at: complaints.at,
      answer: complaints.answer,
    })
    .from(complaints)
    .innerJoin(people, eq(people.id, complaints.personId))
    .$dynamic();
}
