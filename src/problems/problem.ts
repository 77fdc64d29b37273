import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Db } from '../db/db.ts';
import { clip } from '../feishu/card.ts';
import { findItems } from '../plan/item-queries.ts';
import { listHistory } from '../progress/queries.ts';
import { words as progressWords } from '../progress/wording.ts';
import {
  findOpenOfBatch,
  findOpenOfShare,
  findProblem,
  insertProblem,
  type ProblemRow,
  reopenOfBatch,
  reopenProblem,
  strikeOff,
  updateProblem,
} from './queries.ts';

/**
 * Puts a difficulty on the list under the next number. One that the unit has open on the same item keeps its number and
 * gets the newer words.
 */
export async function raiseProblem(
  db: Db,
  act: Act,
  input: {
    year: number;
    unitId: string;
    occurrenceId: string;
    batchId: string;
    /** What the unit said, and the task it said it of. */
    note: string;
    task: string;
  },
  newId: () => string,
): Promise<ProblemRow> {
  const { note, task, ...share } = input;
  const content = difficulty(note, task);
  const [known] = await findOpenOfShare(db, input.unitId, [input.occurrenceId]);
  if (known) {
    await updateProblem(db, known.id, { content, batchId: input.batchId });
    return known;
  }
  const problem = await insertProblem(db, {
    id: newId(),
    ...share,
    content,
    raisedUnitId: input.unitId,
    raisedBy: act.actor,
    raisedAt: act.at,
  });
  await recordAudit(db, act, 'problem.raised', `problem:${problem.id}`, {
    no: problem.no,
    unitId: input.unitId,
  });
  return problem;
}

function difficulty(note: string, task: string): string {
  const short = clip(task.replace(/\s+/g, ' '), 60);
  return note.trim() ? `${note.trim()}（${short}）` : progressWords.blockedItem(short);
}

/**
 * After a batch of reports was withdrawn: what it had struck off is open again; a problem that bears its words bears those
 * of the newest report that still says so since the problem was raised, and is withdrawn where there is none. One that the
 * office has given to somebody stays until it is struck off.
 */
export async function undoBatch(db: Db, batchId: string): Promise<void> {
  for (const problem of await findOpenOfBatch(db, batchId)) {
    const { id, raisedUnitId, raisedAt, occurrenceId } = problem;
    const [item] = await findItems(db, occurrenceId ? [occurrenceId] : []);
    const standing = (item ? await listHistory(db, item.occurrenceId) : []).find(
      (r) =>
        r.unitId === raisedUnitId &&
        r.status === 'blocked' &&
        !r.withdrawnAt &&
        r.reportedAt >= raisedAt,
    );
    if (item && standing) {
      const content = difficulty(standing.note, item.content);
      await updateProblem(db, id, { content, batchId: standing.batchId });
    } else if (!isAssigned(problem)) await updateProblem(db, id, { state: 'withdrawn' });
  }
  await reopenOfBatch(db, batchId);
}

const isAssigned = ({ unitId, raisedUnitId, dueOn }: ProblemRow) =>
  unitId !== raisedUnitId || dueOn !== null;

/** 销号 by word or button; undefined when it was struck off before. The caller has checked who may. */
export async function solveProblem(
  db: Db,
  act: Act,
  problemId: string,
  newId: () => string,
): Promise<{ problem: ProblemRow; changeId: string } | undefined> {
  const [problem] = await strikeOff(db, [problemId], { personId: act.actor, at: act.at });
  if (!problem) return undefined;
  const changeId = await recordChange(
    db,
    act,
    { kind: 'problem-solved', data: { problemId } },
    newId,
  );
  await recordAudit(db, act, 'problem.solved', `problem:${problemId}`);
  return { problem, changeId };
}

/** A completion strikes off what the unit had raised on the item; returns what was struck off. */
export async function solveWithReport(
  db: Db,
  act: Act,
  input: { unitId: string; occurrenceIds: string[]; batchId: string },
): Promise<ProblemRow[]> {
  const open = await findOpenOfShare(db, input.unitId, input.occurrenceIds);
  const struck = await strikeOff(
    db,
    open.map((p) => p.id),
    { personId: act.actor, at: act.at, batchId: input.batchId },
  );
  for (const p of struck) await recordAudit(db, act, 'problem.solved', `problem:${p.id}`);
  return struck;
}

/** Takes a 销号 back; undefined when there is none. */
export async function unsolveProblem(
  db: Db,
  act: Act,
  problemId: string,
): Promise<ProblemRow | undefined> {
  const problem = await reopenProblem(db, problemId);
  if (problem) await recordAudit(db, act, 'problem.reopened', `problem:${problemId}`);
  return problem;
}

/** The office says who has to solve a problem and by when; undefined when it is not open. */
export async function assignProblem(
  db: Db,
  act: Act,
  problemId: string,
  to: { unitId?: string; dueOn?: Day },
  newId: () => string,
): Promise<{ changeId: string } | undefined> {
  const before = await findProblem(db, problemId);
  if (!before || !(await updateProblem(db, problemId, to))) return undefined;
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'problem-assigned',
      data: {
        problemId,
        unitId: before.unitId,
        dueOn: before.dueOn,
        left: { unitId: to.unitId ?? before.unitId, dueOn: to.dueOn ?? before.dueOn },
      },
    },
    newId,
  );
  await recordAudit(db, act, 'problem.assigned', `problem:${problemId}`, to);
  return { changeId };
}

/** Whether the office has said anew since who solves a problem, or by when. */
export async function isAssignedAnew(db: Db, data: Record<string, unknown>): Promise<boolean> {
  // Written by assignProblem above; a change of an older version does not say what it left.
  const { problemId, left } = data as {
    problemId: string;
    left?: { unitId: string; dueOn: string | null };
  };
  const now = await findProblem(db, problemId);
  return left !== undefined && (now?.unitId !== left.unitId || now.dueOn !== left.dueOn);
}

/** Gives a problem back to who had it before. */
export async function unassignProblem(
  db: Db,
  data: Record<string, unknown>,
): Promise<ProblemRow | undefined> {
  // Written by assignProblem above and read from our own table.
  const { problemId, unitId, dueOn } = data as {
    problemId: string;
    unitId: string;
    dueOn: string | null;
  };
  await updateProblem(db, problemId, { unitId, dueOn });
  return findProblem(db, problemId);
}
