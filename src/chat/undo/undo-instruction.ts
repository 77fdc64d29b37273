import type { Act } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import {
  reopenInstruction,
  unanswer,
  withdrawInstruction,
} from '../../instructions/instruction.ts';
import { liaisons } from '../../instructions/nudge.ts';
import { findInstruction } from '../../instructions/queries.ts';
import { words } from '../../instructions/wording.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { words as progressWords } from '../../progress/wording.ts';
import { officePeople } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { words as intentWords } from '../wording.ts';

/** 撤销 of a sent instruction: whoever got it is told. */
export async function undoSent(deps: Deps, act: Act, id: string): Promise<string> {
  const i = await findInstruction(deps.db, id);
  if (!i || !(await withdrawInstruction(deps.db, act, id))) return progressWords.undoneBefore;
  const text = words.withdrawnToUnit(i.no ?? 0);
  const units = await liaisons(
    deps.db,
    i.units.map((u) => u.unitId),
  );
  await tellEach(
    deps,
    act,
    `instruction-withdrawn:${id}`,
    [...units, ...(await officePeople(deps.db))],
    text,
  );
  return words.withdrawn(i.no ?? 0);
}

/** 撤销 of 办结. */
export async function undoClosed(deps: Deps, act: Act, id: string): Promise<string> {
  const i = await findInstruction(deps.db, id);
  const done = i && (await reopenInstruction(deps.db, act, id));
  return done ? words.reopened(i.no ?? 0) : progressWords.undoneBefore;
}

/** 撤销 of an answer: the leader has read it and hears that it is gone. */
export async function undoAnswered(deps: Deps, act: Act, answerId: string): Promise<string> {
  const id = await unanswer(deps.db, act, answerId);
  const i = id ? await findInstruction(deps.db, id) : undefined;
  if (!i) return progressWords.undoneBefore;
  const unit = i.units.length === 1 ? (i.units[0]?.name ?? '') : intentWords.unitSomebody;
  await enqueue(deps.db, {
    key: `instruction-unanswered:${answerId}`,
    to: { type: 'chat_id', id: i.chatId },
    replyTo: i.messageId,
    content: { type: 'text', text: words.answerGone(i.no ?? 0, unit) },
    purpose: 'answer',
  });
  return words.answerUndone(i.no ?? 0);
}

async function tellEach(
  deps: Deps,
  act: Act,
  key: string,
  people: { id: string; openId: string }[],
  text: string,
): Promise<void> {
  const notBefore = await sendingMoment(deps, act.at);
  for (const person of people)
    await enqueue(deps.db, {
      key: `${key}:${person.id}`,
      to: { type: 'open_id', id: person.openId },
      content: { type: 'text', text },
      purpose: 'answer',
      notBefore,
    });
}
