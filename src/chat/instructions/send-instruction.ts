import type { Day } from '../../calendar/county-time.ts';
import type { Db } from '../../db/db.ts';
import { officeCard, unitCard } from '../../instructions/cards.ts';
import { sendInstruction } from '../../instructions/instruction.ts';
import { liaisons } from '../../instructions/nudge.ts';
import { findInstruction, type Instruction } from '../../instructions/queries.ts';
import { words } from '../../instructions/wording.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findTask } from '../../plan/queries.ts';
import { officePeople } from '../../remind/office-people.ts';
import { sendingMoment } from '../../remind/sending-moment.ts';
import { actOf, type Context } from '../context.ts';

/** The names of those units that have no liaison who can be reached. */
export async function withoutLiaison(
  context: Context,
  units: Instruction['units'],
): Promise<string[]> {
  const found = await liaisons(
    context.deps.db,
    units.map((u) => u.unitId),
  );
  return units.filter((u) => !found.some((c) => c.unitId === u.unitId)).map((u) => u.name);
}

/** Sends the draft: to each unit's liaison and to the office, once whatever is pressed. */
export async function sendDraft(
  context: Context,
  id: string,
  dueOn: Day | null,
): Promise<{ text: string; changeId: string } | undefined> {
  const { deps, now } = context;
  const { db } = deps;
  const sent = await sendInstruction(db, actOf(context), id, dueOn, deps.newId);
  const instruction = sent && (await findInstruction(db, id));
  if (!sent || !instruction) return undefined;
  const task = instruction.taskId ? await findTask(db, instruction.taskId) : undefined;
  const notBefore = await sendingMoment(deps, now);
  const { units } = instruction;
  for (const to of await liaisons(
    db,
    units.map((u) => u.unitId),
  ))
    await enqueue(db, {
      key: unitKey(id, to.unitId),
      to: { type: 'open_id', id: to.openId },
      content: { type: 'card', card: unitCard(instruction, task?.content) },
      purpose: 'answer',
      notBefore,
    });
  const missing = await withoutLiaison(context, units);
  for (const person of await officePeople(db))
    await enqueue(db, {
      key: `instruction-office:${id}:${person.id}`,
      to: { type: 'open_id', id: person.openId },
      content: { type: 'card', card: officeCard(instruction, task?.content, missing) },
      purpose: 'answer',
      notBefore,
    });
  const names = units.map((u) => u.name);
  const text = words.sent(instruction.no ?? 0, names, instruction.dueOn);
  const later = notBefore > now && units.length > 0 ? words.sentLater : '';
  return { text: `${text}${later}`, changeId: sent.changeId };
}

/** The card of an instruction once more, for who takes the unit over; `cause` keys it. */
export async function sendToLiaison(
  db: Db,
  instruction: Instruction,
  unitId: string,
  openId: string,
  cause: string,
): Promise<void> {
  const { id, taskId } = instruction;
  const task = taskId ? await findTask(db, taskId) : undefined;
  await enqueue(db, {
    key: `${unitKey(id, unitId)}:${cause}`,
    to: { type: 'open_id', id: openId },
    content: { type: 'card', card: unitCard(instruction, task?.content) },
    purpose: 'answer',
  });
}

const unitKey = (id: string, unitId: string) => `instruction:${id}:${unitId}`;

/** The instruction that a message under this outbox key carried. */
export function instructionOfKey(key: string): string | undefined {
  return /^instruction(?:-office|-nudge)?:([^:]+):/.exec(key)?.[1];
}
