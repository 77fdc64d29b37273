import type { AdminCommand } from '../../intent/intent.ts';
import { listChats } from '../../units/chat-queries.ts';
import { DUTY_WORDS } from '../../units/duty-words.ts';
import { listContacts } from '../../units/people-queries.ts';
import { listGroupMembers, listUnits, type UnitRow } from '../../units/queries.ts';
import { findUnit, nearestUnits } from '../../units/resolve.ts';
import { type Context, say } from '../context.ts';
import { words as intentWords, peopleWords as words } from '../wording.ts';

type Of<K extends AdminCommand['kind']> = Extract<AdminCommand, { kind: K }>;

/** Who sees all units: everybody else sees the people of their own. */
const seesAll = ({ person }: Context) =>
  person.roles.has('admin') || person.roles.has('office') || person.roles.has('leader');

/** 统计局的联络员是谁: names only, no telephone numbers. */
export async function whoSpeaksFor(context: Context, order: Of<'who-is'>): Promise<void> {
  const { db } = context.deps;
  const own = context.person.memberships[0];
  const name = order.unit ?? own?.unitName ?? '';
  const unit = await findUnit(db, name);
  if (!unit) return say(context, intentWords.unitUnknown(name, await nearestUnits(db, name)));
  const isOwn = context.person.memberships.some((m) => m.unitId === unit.id);
  if (!isOwn && !seesAll(context))
    return say(context, intentWords.notAllowed(`${intentWords.office}、${intentWords.admin}`));
  const [line] = await describe(context, [unit]);
  await say(context, line?.text ?? '');
}

/** 单位列表, 哪些单位还没绑定: the units in their order, each with its people and group. */
export async function listOfUnits(context: Context, order: Of<'unit-list'>): Promise<void> {
  if (!seesAll(context))
    return say(context, intentWords.notAllowed(`${intentWords.office}、${intentWords.admin}`));
  const units = await listUnits(context.deps.db);
  const lines = (await describe(context, units)).filter((l) => !order.missing || l.isMissing);
  if (lines.length === 0)
    return say(context, units.length === 0 ? words.noUnits : words.noneMissing);
  const head = order.missing ? words.missingHead(lines.length) : words.listHead(lines.length);
  await say(context, [head, ...lines.map((l) => l.text)].join('\n'));
}

async function describe(
  { deps: { db } }: Context,
  units: UnitRow[],
): Promise<{ text: string; isMissing: boolean }[]> {
  const contacts = await listContacts(
    db,
    units.map((u) => u.id),
  );
  const chats = await listChats(db);
  const members = await listGroupMembers(db);
  const nameOf = new Map((await listUnits(db)).map((u) => [u.id, u.name]));
  return units.map((unit) => {
    const people = contacts.filter((c) => c.unitId === unit.id && c.duty !== 'member');
    const group = chats.find((c) => c.unitId === unit.id && c.active);
    const of = members.filter((m) => m.groupId === unit.id).map((m) => nameOf.get(m.unitId) ?? '');
    const facts =
      unit.kind === 'group'
        ? [of.length > 0 ? words.members(of) : words.noMembers]
        : [
            ...people.map((p) => words.person(DUTY_WORDS[p.duty], p.name, p.unreachable !== null)),
            ...(people.length === 0 ? [words.noLiaison] : []),
            group ? words.group(group.name) : words.noGroup,
          ];
    const isMissing =
      unit.kind === 'group'
        ? of.length === 0
        : people.every((p) => p.unreachable !== null) && !group;
    return { text: words.unit(unit.name, facts), isMissing };
  });
}
