import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Day } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { findAnswer, moveAnswer, setValidUntil } from './queries.ts';
import { yearsOn } from './read-answer.ts';
import { untilText, words } from './wording.ts';

type Effects = Pick<Deps, 'db' | 'newId'>;

/** 停用: an answer is given no more; who was told keeps it. Undefined when it was not in force. */
export async function withdrawAnswer(
  { db, newId }: Effects,
  act: Act,
  id: string,
): Promise<{ changeId: string; text: string } | undefined> {
  const answer = await findAnswer(db, id);
  if (!answer || !(await moveAnswer(db, id, 'valid', 'withdrawn'))) return undefined;
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'standard-answer-off',
      data: { answerId: id },
    },
    newId,
  );
  await recordAudit(db, act, 'standard-answer.withdrawn', `standard-answer:${id}`, {});
  return { changeId, text: words.withdrawn(answer.no) };
}

/** 延期一年: counted from today. Undefined when it is not in force. */
export async function prolongAnswer(
  { db, newId }: Effects,
  act: Act,
  id: string,
  today: Day,
): Promise<{ changeId: string; text: string } | undefined> {
  const answer = await findAnswer(db, id);
  const until = yearsOn(today, 1);
  if (!answer || !(await setValidUntil(db, id, until))) return undefined;
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'standard-answer-until',
      data: { answerId: id, before: answer.validUntil },
    },
    newId,
  );
  await recordAudit(db, act, 'standard-answer.prolonged', `standard-answer:${id}`, { until });
  return { changeId, text: words.prolonged(answer.no, untilText(until)) };
}

/** Takes back 停用. */
export async function undoWithdraw(
  { db }: Effects,
  data: Record<string, unknown>,
): Promise<string> {
  const id = String(data.answerId);
  const answer = await findAnswer(db, id);
  if (!answer || !(await moveAnswer(db, id, 'withdrawn', 'valid'))) return words.settledBefore;
  return words.inForceAgain(answer.no);
}

/** Takes back 延期. */
export async function undoProlong({ db }: Effects, data: Record<string, unknown>): Promise<string> {
  const id = String(data.answerId);
  const before = data.before === null ? null : String(data.before);
  const answer = await findAnswer(db, id);
  if (!answer || !(await setValidUntil(db, id, before))) return words.settledBefore;
  return words.prolonged(answer.no, untilText(before));
}
