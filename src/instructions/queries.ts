import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { occurrences, tasks } from '../plan/tables.ts';
import { people, units } from '../units/tables.ts';
import { attentions, instructionAnswers, instructions, instructionUnits } from './tables.ts';

export type InstructionRow = typeof instructions.$inferSelect;
export type AnswerRow = typeof instructionAnswers.$inferSelect;

/** An instruction with who gave it and who carries it out, and the answers that stand, oldest first. */
export type Instruction = InstructionRow & {
  leader: string;
  units: { unitId: string; name: string }[];
  answers: (AnswerRow & { unit: string | null; person: string })[];
};

export async function insertInstruction(
  db: Db,
  row: typeof instructions.$inferInsert,
  unitIds: string[],
): Promise<void> {
  await db.insert(instructions).values(row);
  if (unitIds.length > 0)
    await db
      .insert(instructionUnits)
      .values(unitIds.map((unitId, position) => ({ instructionId: row.id, unitId, position })));
}

export async function findInstruction(db: Db, id: string): Promise<Instruction | undefined> {
  return (await whole(db, await db.select().from(instructions).where(eq(instructions.id, id))))[0];
}

/** Those of all years that bear this number, newest year first. */
export async function listInstructionsByNo(db: Db, no: number): Promise<Instruction[]> {
  const rows = await db
    .select()
    .from(instructions)
    .where(eq(instructions.no, no))
    .orderBy(desc(instructions.year));
  return whole(db, rows);
}

/** The newest draft of this leader that waits for 确认. */
export async function findDraft(db: Db, leaderId: string): Promise<InstructionRow | undefined> {
  const [row] = await db
    .select()
    .from(instructions)
    .where(and(eq(instructions.leaderId, leaderId), eq(instructions.state, 'draft')))
    .orderBy(desc(instructions.createdAt))
    .limit(1);
  return row;
}

/** Sent instructions, newest number last: all, a leader's own, or those of some units. */
export async function listSent(
  db: Db,
  of: { leaderId?: string; unitIds?: string[]; state?: 'open' } = {},
): Promise<Instruction[]> {
  const ids = of.unitIds
    ? db
        .select({ id: instructionUnits.instructionId })
        .from(instructionUnits)
        .where(inArray(instructionUnits.unitId, of.unitIds))
    : undefined;
  const rows = await db
    .select()
    .from(instructions)
    .where(
      and(
        inArray(instructions.state, of.state ? [of.state] : ['open', 'closed']),
        of.leaderId ? eq(instructions.leaderId, of.leaderId) : undefined,
        ids ? inArray(instructions.id, ids) : undefined,
      ),
    )
    .orderBy(asc(instructions.year), asc(instructions.no));
  return whole(db, rows);
}

/** Gives a draft the day that the leader names; false when it is no draft any more. */
export async function setDraftDue(db: Db, id: string, dueOn: Day): Promise<boolean> {
  const rows = await db
    .update(instructions)
    .set({ dueOn })
    .where(and(eq(instructions.id, id), eq(instructions.state, 'draft')))
    .returning({ id: instructions.id });
  return rows.length > 0;
}

/** The lock under which instructions are numbered: `inst` in ASCII. */
const NUMBERING = 1_768_846_196;

/**
 * Gives a draft its number and its date; undefined when it is no draft any more. Two that are confirmed at once wait for
 * one another until the first is committed, so that no number is given twice and neither fails.
 */
export async function markSent(
  db: Db,
  id: string,
  set: { sentAt: Date; dueOn: Day | null },
): Promise<InstructionRow | undefined> {
  await db.execute(sql`select pg_advisory_xact_lock(${NUMBERING})`);
  const [row] = await db
    .update(instructions)
    .set({
      ...set,
      state: 'open',
      no: sql`(select coalesce(max(i.no), 0) + 1 from ${instructions} i where i.year = ${instructions.year})`,
    })
    .where(and(eq(instructions.id, id), eq(instructions.state, 'draft')))
    .returning();
  return row;
}

/** Moves an instruction on; false when it was not in `from`. */
export async function moveInstruction(
  db: Db,
  id: string,
  from: InstructionRow['state'],
  set: Partial<Pick<InstructionRow, 'state' | 'closedAt' | 'closedBy'>>,
): Promise<boolean> {
  const rows = await db
    .update(instructions)
    .set(set)
    .where(and(eq(instructions.id, id), eq(instructions.state, from)))
    .returning({ id: instructions.id });
  return rows.length > 0;
}

async function whole(db: Db, rows: InstructionRow[]): Promise<Instruction[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const leaders = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(rows.map((r) => r.leaderId))]));
  const named = await db
    .select({ id: instructionUnits.instructionId, unitId: units.id, name: units.name })
    .from(instructionUnits)
    .innerJoin(units, eq(units.id, instructionUnits.unitId))
    .where(inArray(instructionUnits.instructionId, ids))
    .orderBy(asc(instructionUnits.position));
  const answers = await db
    .select({ answer: instructionAnswers, unit: units.name, person: people.name })
    .from(instructionAnswers)
    .innerJoin(people, eq(people.id, instructionAnswers.personId))
    .leftJoin(units, eq(units.id, instructionAnswers.unitId))
    .where(
      and(inArray(instructionAnswers.instructionId, ids), isNull(instructionAnswers.withdrawnAt)),
    )
    .orderBy(asc(instructionAnswers.at), asc(instructionAnswers.id));
  return rows.map((row) => ({
    ...row,
    leader: leaders.find((l) => l.id === row.leaderId)?.name ?? '',
    units: named.filter((n) => n.id === row.id).map(({ unitId, name }) => ({ unitId, name })),
    answers: answers
      .filter((a) => a.answer.instructionId === row.id)
      .map(({ answer, unit, person }) => ({ ...answer, unit, person })),
  }));
}

/** Marks a task for a leader's attention; false when it has it already. */
export async function insertAttention(
  db: Db,
  row: { id: string; taskId: string; personId: string; since: Date },
): Promise<boolean> {
  const rows = await db.insert(attentions).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

/** Ends it; false when there was none. */
export async function endAttention(
  db: Db,
  of: { taskId: string; personId: string },
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(attentions)
    .set({ endedAt: at })
    .where(
      and(
        eq(attentions.taskId, of.taskId),
        eq(attentions.personId, of.personId),
        isNull(attentions.endedAt),
      ),
    )
    .returning({ id: attentions.id });
  return rows.length > 0;
}

/** What a leader attends to, oldest first. */
export async function listAttended(
  db: Db,
  personId: string,
): Promise<{ taskId: string; content: string }[]> {
  return db
    .select({ taskId: tasks.id, content: tasks.content })
    .from(attentions)
    .innerJoin(tasks, eq(tasks.id, attentions.taskId))
    .where(and(eq(attentions.personId, personId), isNull(attentions.endedAt)))
    .orderBy(asc(attentions.since), asc(tasks.position));
}

/** Leaders who attend to the tasks of these items. */
export async function listFollowers(
  db: Db,
  occurrenceIds: string[],
): Promise<{ occurrenceId: string; content: string; personId: string; openId: string }[]> {
  if (occurrenceIds.length === 0) return [];
  return db
    .select({
      occurrenceId: occurrences.id,
      content: tasks.content,
      personId: people.id,
      openId: people.openId,
    })
    .from(occurrences)
    .innerJoin(tasks, eq(tasks.id, occurrences.taskId))
    .innerJoin(
      attentions,
      and(eq(attentions.taskId, occurrences.taskId), isNull(attentions.endedAt)),
    )
    .innerJoin(people, eq(people.id, attentions.personId))
    .where(inArray(occurrences.id, occurrenceIds));
}
