import { type Change, insertChange } from '../../audit/queries.ts';
import { type Act, recordAudit } from '../../audit/record.ts';
import type { Deps } from '../../deps.ts';
import type { AdminCommand } from '../../intent/intent.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import { passAssignments } from '../../progress/assignment-queries.ts';
import { passCards, swapBack } from '../../remind/copy-cards.ts';
import { officePeople } from '../../remind/office-people.ts';
import { deliverWaiting } from '../../remind/remind.ts';
import {
  type Duty,
  deleteMembership,
  findMembership,
  listContacts,
  setMembership,
} from '../../units/people-queries.ts';
import { findUnits } from '../../units/queries.ts';
import { findUnit } from '../../units/resolve.ts';
import { actOf, type Context, say, tell } from '../context.ts';
import { words } from '../office-wording.ts';
import { sayWithUndo } from '../orders/people-commands.ts';
import { whomAnywhere } from '../orders/whom-in-unit.ts';
import { words as intentWords } from '../wording.ts';
import { reportScopes } from './report-scope.ts';

type Handed = {
  unitId: string;
  from: string;
  to: string;
  dutyBefore: Duty | null;
  cards: { old: string[]; now: string[] };
};

/**
 * 交接 李四: a main liaison's place goes to a successor, with what is open; the office is told. The office may order it for
 * a unit whose liaison has left: 交接 科技经信局 李四.
 */
export async function handOver(
  context: Context,
  command: Extract<AdminCommand, { kind: 'hand-over' }>,
): Promise<void> {
  const { deps, person, origin, now } = context;
  const { db } = deps;
  if (!command.person && origin.mentions.length === 0) return say(context, words.handOverHow);
  const named = command.unit ? await findUnit(db, command.unit) : undefined;
  const mine = person.memberships.filter(
    (m) => m.duty === 'main' && (!named || m.unitId === named.id),
  );
  const [own, second] = mine;
  if (command.unit && !named) return say(context, intentWords.unitUnknown(command.unit, []));
  if (second) return say(context, words.handOverWhich(mine.map((m) => m.unitName)));
  const place = own ? { unitId: own.unitId, unitName: own.unitName, from: person } : undefined;
  const handed = place ?? (isOfficial(context) && named ? await placeOf(db, named) : undefined);
  if (handed === 'nobody') return say(context, words.handOverNobody(named?.name ?? ''));
  if (!handed) return say(context, words.handOverOnlyMain);
  const name = command.person ?? origin.mentions[0]?.name ?? '';
  const to = await whomAnywhere(db, command.person, origin.mentions);
  if (to === 'several') return say(context, intentWords.personTwice(name));
  if (to === 'none') return say(context, intentWords.personUnknown(name));
  const { unitId, unitName, from } = handed;
  if (to.id === from.id)
    return say(
      context,
      to.id === person.id ? words.handOverSelf : words.handOverSame(unitName, to.name),
    );
  const act = actOf(context);
  const changeId = deps.newId();
  const dutyBefore = (await findMembership(db, to.id, unitId))?.duty ?? null;
  await setMembership(db, { personId: from.id, unitId, duty: 'member' });
  await setMembership(db, { personId: to.id, unitId, duty: 'main' });
  await passAssignments(db, unitId, from.id, to.id);
  const scopes = await reportScopes({ ...context, origin: { ...origin, parentId: '' } }, [unitId]);
  const open = scopes.flatMap((s) => s.items).filter((i) => i.open).length;
  await enqueue(db, {
    key: `hand-over:${changeId}`,
    to: { type: 'open_id', id: to.openId },
    content: { type: 'text', text: words.takeOver(unitName, from.name, open) },
    purpose: 'answer',
  });
  const cards = await passCards(deps, now, { cause: changeId, unitId, from: from.id, to });
  await deliverWaiting(deps, unitId, now);
  const data: Handed = { unitId, from: from.id, to: to.id, dutyBefore, cards };
  await insertChange(db, act, { id: changeId, kind: 'hand-over', data });
  await recordAudit(db, act, 'unit.handed-over', `unit:${unitId}`, {
    from: from.id,
    to: to.id,
  });
  const line = words.handOverOffice(unitName, from.name, to.name);
  const office = (await officePeople(db)).filter((p) => p.id !== person.id);
  await tell(context, office, { type: 'text', text: line }, 'hand-over');
  await sayWithUndo(context, words.handedOver(unitName, to.name, open), changeId);
}

const isOfficial = ({ person }: Context) => person.roles.has('office') || person.roles.has('admin');

/** The place of a unit's main liaison, whoever has it. */
async function placeOf(db: Deps['db'], unit: { id: string; name: string }) {
  const main = (await listContacts(db, [unit.id])).find((c) => c.duty === 'main');
  return main ? { unitId: unit.id, unitName: unit.name, from: main } : ('nobody' as const);
}

/** Takes a 交接 back: both people are what they were. */
export async function undoHandOver(deps: Deps, act: Act, { data }: Change): Promise<string> {
  // Written by handOver above and read from our own table.
  const { unitId, from, to, dutyBefore, cards } = data as Handed;
  if (dutyBefore) await setMembership(deps.db, { personId: to, unitId, duty: dutyBefore });
  else await deleteMembership(deps.db, to, unitId);
  await setMembership(deps.db, { personId: from, unitId, duty: 'main' });
  await passAssignments(deps.db, unitId, to, from);
  await swapBack(deps, cards, to);
  await recordAudit(deps.db, act, 'unit.hand-over-undone', `unit:${unitId}`);
  const [unit] = await findUnits(deps.db, [unitId]);
  return words.handOverUndone(unit?.name ?? '');
}
