import { type Change, insertChange } from '../../audit/queries.ts';
import { type Act, recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { passAssignments } from '../../progress/assignment-queries.ts';
import { passCards, swapBack } from '../../remind/copy-cards.ts';
import { officePeople } from '../../remind/office-people.ts';
import { deliverWaiting } from '../../remind/remind.ts';
import { type Duty, findMain, findMembership } from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { setDuty } from '../../units/set-duty.ts';
import { actOf, type Context, tell } from '../context.ts';
import { sendToLiaison } from '../instructions/send-instruction.ts';
import { words } from '../office-wording.ts';
import { openBeside } from './open-beside.ts';
import { reportScopes } from './report-scope.ts';

/** A unit's place that goes from one person to another. */
export type HandingOver = {
  unit: { id: string; name: string };
  from: { id: string; name: string };
  to: { id: string; openId: string; name: string };
};

type Handed = {
  unitId: string;
  from: string;
  to: string;
  dutyBefore: Duty | null;
  /** What `from` had been given and `to` now sees to. */
  items?: string[];
  cards: { old: string[]; now: string[] };
};

/** What a unit still has to do, as its list numbers it; whatever the message answers is not asked. */
export async function openItemsOf(context: Context, unitId: string) {
  const apart = { ...context, origin: { ...context.origin, parentId: '' } };
  const scopes = await reportScopes(apart, [unitId]);
  return scopes.flatMap((s) => s.items).filter((i) => i.open);
}

/** The main liaison's place goes to the successor with what is open; both and the office are told. Answers what was done. */
export async function handOver(
  context: Context,
  { unit, from, to }: HandingOver,
): Promise<{ text: string; changeId: string }> {
  const { deps, person, now } = context;
  const { db } = deps;
  const unitId = unit.id;
  const act = actOf(context);
  const changeId = deps.newId();
  const dutyBefore = (await findMembership(db, to.id, unitId))?.duty ?? null;
  await setDuty(db, unitId, to.id, 'main');
  const items = await passAssignments(db, unitId, from.id, to.id);
  const open = (await openItemsOf(context, unitId)).length;
  const { instructions, problems } = await openBeside(db, unitId);
  await enqueue(db, {
    key: `hand-over:${changeId}`,
    to: { type: 'open_id', id: to.openId },
    content: {
      type: 'text',
      text: words.takeOver(unit.name, from.name, open, instructions.length, problems.length),
    },
    purpose: 'answer',
  });
  for (const i of instructions) await sendToLiaison(db, i, unitId, to.openId, changeId);
  const cards = await passCards(deps, now, { cause: changeId, unitId, from: from.id, to });
  await deliverWaiting(deps, unitId, now);
  const data: Handed = { unitId, from: from.id, to: to.id, dutyBefore, items, cards };
  await insertChange(db, act, { id: changeId, kind: 'hand-over', data });
  await recordAudit(db, act, 'unit.handed-over', `unit:${unitId}`, {
    from: from.id,
    to: to.id,
  });
  const line = words.handOverOffice(unit.name, from.name, to.name);
  const office = (await officePeople(db)).filter((p) => p.id !== person.id);
  await tell(context, office, { type: 'text', text: line }, 'hand-over');
  return { text: words.handedOver(unit.name, to.name, open), changeId };
}

/** Whether somebody else has got the place since. */
export async function isHandedOn(db: Deps['db'], { data }: Change): Promise<boolean> {
  const { unitId, to } = data as Handed;
  return (await findMain(db, unitId))?.id !== to;
}

/** Takes a 交接 back: both people are what they were. */
export async function undoHandOver(deps: Deps, act: Act, { data }: Change): Promise<string> {
  // Written by handOver above and read from our own table.
  const { unitId, from, to, dutyBefore, items, cards } = data as Handed;
  await setDuty(deps.db, unitId, to, dutyBefore);
  await setDuty(deps.db, unitId, from, 'main');
  await passAssignments(deps.db, unitId, to, from, items);
  await swapBack(deps, cards, to);
  await recordAudit(deps.db, act, 'unit.hand-over-undone', `unit:${unitId}`);
  const [unit] = await findUnits(deps.db, [unitId]);
  return words.handOverUndone(unit?.name ?? '');
}
