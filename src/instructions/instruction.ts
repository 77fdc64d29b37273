import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { insertAnswer, withdrawAnswer } from './answer-queries.ts';
import {
  endAttention,
  type Instruction,
  type InstructionRow,
  insertAttention,
  insertInstruction,
  markSent,
  moveInstruction,
} from './queries.ts';

type NewId = () => string;

/** Keeps a leader's words until the leader confirms them; nobody is told. The caller has checked that it is a leader. */
export async function draftInstruction(
  db: Db,
  act: Act & { messageId: string },
  input: {
    year: number;
    text: string;
    chatId: string;
    taskId?: string;
    dueOn?: Day;
    unitIds: string[];
  },
  newId: NewId,
): Promise<{ id: string }> {
  const id = newId();
  const { unitIds, ...row } = input;
  await insertInstruction(
    db,
    {
      id,
      ...row,
      leaderId: act.actor,
      messageId: act.messageId,
      createdAt: act.at,
    },
    unitIds,
  );
  return { id };
}

/** 确认: the draft gets its number and becomes an item; undefined when that was decided before. */
export async function sendInstruction(
  db: Db,
  act: Act,
  id: string,
  dueOn: Day | null,
  newId: NewId,
): Promise<{ row: InstructionRow; changeId: string } | undefined> {
  const row = await markSent(db, id, { sentAt: act.at, dueOn });
  if (!row) return undefined;
  const changeId = await recordChange(
    db,
    act,
    { kind: 'instruction-sent', data: { instructionId: id } },
    newId,
  );
  await recordAudit(db, act, 'instruction.sent', `instruction:${id}`, { no: row.no, dueOn });
  return { row, changeId };
}

/** Drops a draft; false when it was sent or dropped before. */
export async function dropInstruction(db: Db, act: Act, id: string): Promise<boolean> {
  const done = await moveInstruction(db, id, 'draft', { state: 'dropped' });
  if (done) await recordAudit(db, act, 'instruction.dropped', `instruction:${id}`);
  return done;
}

/** Takes a sent instruction back; false when it is not open. */
export async function withdrawInstruction(db: Db, act: Act, id: string): Promise<boolean> {
  const done = await moveInstruction(db, id, 'open', { state: 'withdrawn' });
  if (done) await recordAudit(db, act, 'instruction.withdrawn', `instruction:${id}`);
  return done;
}

/** 办结; undefined when it is not open. */
export async function closeInstruction(
  db: Db,
  act: Act,
  id: string,
  newId: NewId,
): Promise<{ changeId: string } | undefined> {
  const set = { state: 'closed', closedAt: act.at, closedBy: act.actor } as const;
  if (!(await moveInstruction(db, id, 'open', set))) return undefined;
  const changeId = await recordChange(
    db,
    act,
    { kind: 'instruction-closed', data: { instructionId: id } },
    newId,
  );
  await recordAudit(db, act, 'instruction.closed', `instruction:${id}`);
  return { changeId };
}

/** Opens a closed one again. */
export async function reopenInstruction(db: Db, act: Act, id: string): Promise<boolean> {
  const set = { state: 'open', closedAt: null, closedBy: null } as const;
  const done = await moveInstruction(db, id, 'closed', set);
  if (done) await recordAudit(db, act, 'instruction.reopened', `instruction:${id}`);
  return done;
}

/** 办理情况 of a unit; without one the office's own. The caller has checked who may. */
export async function answerInstruction(
  db: Db,
  act: Act,
  input: { instructionId: string; unitId: string | null; text: string },
  newId: NewId,
): Promise<{ answerId: string; changeId: string }> {
  const answerId = newId();
  await insertAnswer(db, {
    id: answerId,
    ...input,
    personId: act.actor,
    at: act.at,
    messageId: act.messageId ?? null,
  });
  const changeId = await recordChange(
    db,
    act,
    { kind: 'instruction-answered', data: { answerId } },
    newId,
  );
  await recordAudit(db, act, 'instruction.answered', `instruction:${input.instructionId}`, {
    answerId,
    unitId: input.unitId,
  });
  return { answerId, changeId };
}

/** Takes an answer back; returns the instruction's id. */
export async function unanswer(db: Db, act: Act, answerId: string): Promise<string | undefined> {
  const answer = await withdrawAnswer(db, answerId, act.at);
  if (!answer) return undefined;
  await recordAudit(
    db,
    act,
    'instruction.answer-withdrawn',
    `instruction:${answer.instructionId}`,
    { answerId },
  );
  return answer.instructionId;
}

/** 关注 and 取消关注; undefined when nothing changes. */
export async function attend(
  db: Db,
  act: Act,
  taskId: string,
  on: boolean,
  newId: NewId,
): Promise<{ changeId: string } | undefined> {
  const of = { taskId, personId: act.actor };
  const done = on
    ? await insertAttention(db, { id: newId(), ...of, since: act.at })
    : await endAttention(db, of, act.at);
  if (!done) return undefined;
  const changeId = await recordChange(db, act, { kind: 'attention', data: { ...of, on } }, newId);
  await recordAudit(db, act, on ? 'attention.on' : 'attention.off', `task:${taskId}`);
  return { changeId };
}

/** Takes 关注 or 取消关注 back. */
export async function unattend(
  db: Db,
  act: Act,
  data: Record<string, unknown>,
  newId: NewId,
): Promise<boolean> {
  const of = { taskId: String(data.taskId), personId: String(data.personId) };
  const wasOn = data.on === true;
  const done = wasOn
    ? await endAttention(db, of, act.at)
    : await insertAttention(db, { id: newId(), ...of, since: act.at });
  if (done)
    await recordAudit(db, act, wasOn ? 'attention.off' : 'attention.on', `task:${of.taskId}`);
  return done;
}

/** The units that have not answered; of an instruction without units nobody is waited for by name. */
export function unanswered(i: Pick<Instruction, 'units' | 'answers'>): Instruction['units'] {
  return i.units.filter((u) => !i.answers.some((a) => a.unitId === u.unitId));
}

export type Standing = 'closed' | 'answered' | 'waiting' | 'overdue';

/** Where an instruction stands on a day. Pure. */
export function standingOf(
  i: Pick<Instruction, 'state' | 'units' | 'answers' | 'dueOn'>,
  today: Day,
): Standing {
  if (i.state === 'closed') return 'closed';
  const waits = i.units.length > 0 ? unanswered(i).length > 0 : i.answers.length === 0;
  if (!waits) return 'answered';
  return i.dueOn !== null && i.dueOn < today ? 'overdue' : 'waiting';
}
