import type { Change } from '../../audit/queries.ts';
import { type Act, recordAudit, recordChange } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import { clip } from '../../feishu/card.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { findItems } from '../../plan/item-queries.ts';
import {
  deleteAssignment,
  findAssignment,
  setAssignment,
} from '../../progress/assignment-queries.ts';
import { copyCard } from '../../remind/copy-cards.ts';
import { redrawCards } from '../../remind/redraw.ts';
import { actOf, type Context, say } from '../context.ts';
import { sayWithUndo } from '../done-card.ts';
import { words } from '../office-wording.ts';
import { whomInUnit } from '../orders/whom-in-unit.ts';
import { reportingUnits } from './report-scope.ts';
import { listsInMind } from './shown-list.ts';

/** 转办 第3项 给 王五: the liaison gives an item to somebody of the same unit, who gets a card of it. */
export async function transfer(
  context: Context,
  command: Extract<AdminCommand, { kind: 'transfer' }>,
): Promise<void> {
  const { deps, person, origin, now } = context;
  const { db } = deps;
  const mine = person.memberships.filter(
    (m) => m.duty !== 'member' && reportingUnits(context).includes(m.unitId),
  );
  if (mine.length === 0) return say(context, words.transferOnlyLiaison);
  if (!command.person && origin.mentions.length === 0) return say(context, words.transferHow);
  const lists = await listsInMind(
    context,
    mine.map((m) => m.unitId),
  );
  const meant = lists.flatMap((scope) => {
    const item = scope.items.find((i) => i.no === command.no);
    return item ? [{ scope, item }] : [];
  });
  const [first] = meant;
  if (!first) return say(context, words.transferNoItem(command.no));
  const { scope, item } = first;
  const contents = new Map(
    meant.map((m) => [
      `${m.scope.unitId} ${m.item.occurrenceId}`,
      clip(oneLine(m.item.content), 40),
    ]),
  );
  if (contents.size > 1)
    return say(context, words.transferWhich(command.no, [...contents.values()]));
  const name = command.person ?? origin.mentions[0]?.name ?? '';
  const whom = await whomInUnit(db, scope.unitId, command.person, origin.mentions);
  if (whom === 'several') return say(context, words.twiceInUnit(name));
  if (whom === 'none') return say(context, words.notInUnit(name, scope.unitName));
  const { occurrenceId } = item;
  const before = await findAssignment(db, occurrenceId, scope.unitId);
  await setAssignment(db, {
    occurrenceId,
    unitId: scope.unitId,
    personId: whom.id,
    assignedBy: person.id,
    assignedAt: now,
  });
  const act = actOf(context);
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'transfer',
      data: { occurrenceId, unitId: scope.unitId, before: before ?? null, to: whom.id },
    },
    deps.newId,
  );
  await recordAudit(db, act, 'item.transferred', `unit:${scope.unitId}`, {
    occurrenceId,
    to: whom.id,
  });
  const content = clip(oneLine(item.content), 60);
  const [planned] = await findItems(db, [occurrenceId]);
  await enqueue(db, {
    key: `transfer:${changeId}`,
    to: { type: 'open_id', id: whom.openId },
    content: {
      type: 'text',
      text: words.transferredTo(person.name, content, planned?.dueOn ?? ''),
    },
    purpose: 'answer',
  });
  await copyCard(deps, now, {
    key: `transfer-card:${changeId}`,
    unitId: scope.unitId,
    occurrenceId,
    person: whom,
  });
  await redrawCards(deps, scope.unitId, [occurrenceId], { cause: changeId });
  await sayWithUndo(context, words.transferred(item.no, content, whom.name), changeId);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** Whether the item has been given to somebody else, or to nobody, since. */
export async function isPassedOn(db: Deps['db'], { data }: Change): Promise<boolean> {
  // Written by transfer above; a change of an older version does not say who was given it.
  const { occurrenceId, unitId, to } = data as {
    occurrenceId: string;
    unitId: string;
    to?: string;
  };
  return to !== undefined && (await findAssignment(db, occurrenceId, unitId))?.personId !== to;
}

/** Takes a 转办 back. */
export async function undoTransfer(deps: Deps, act: Act, { id, data }: Change): Promise<string> {
  // Written by transfer above and read from our own table; a date has become a string there.
  const { occurrenceId, unitId, before } = data as {
    occurrenceId: string;
    unitId: string;
    before: { personId: string; assignedBy: string; assignedAt: string } | null;
  };
  if (before)
    await setAssignment(deps.db, {
      occurrenceId,
      unitId,
      personId: before.personId,
      assignedBy: before.assignedBy,
      assignedAt: new Date(before.assignedAt),
    });
  else await deleteAssignment(deps.db, occurrenceId, unitId);
  await recordAudit(deps.db, act, 'item.transfer-undone', `unit:${unitId}`, { occurrenceId });
  await redrawCards(deps, unitId, [occurrenceId], { cause: `undo:${id}` });
  const [item] = await findItems(deps.db, [occurrenceId]);
  return words.transferUndone(clip(item?.content.replace(/\s+/g, ' ') ?? '', 60));
}
