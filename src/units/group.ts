import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { listGroupMembers, setGroupMembers, type UnitRow } from './queries.ts';
import { ensureUnit, findUnit, nearestUnits } from './resolve.ts';

export type DecideGroup =
  | { kind: 'decided'; group: UnitRow; members: UnitRow[]; changeId: string }
  | { kind: 'unit-unknown'; name: string; near: string[] }
  | { kind: 'no-group'; name: string }
  /** Members that no unit is called like; each with names near it. */
  | { kind: 'members-unknown'; group: string; unknown: { name: string; near: string[] }[] };

/**
 * The office decides once who stands behind 相关乡镇; it is remembered for every task that names the group. Unknown members
 * are registered as units only where somebody has agreed to that.
 */
export async function decideGroup(
  db: Db,
  act: Act,
  input: { group: string; members: string[] },
  newId: () => string,
  mayRegister = false,
): Promise<DecideGroup> {
  const group = await findUnit(db, input.group);
  if (!group)
    return { kind: 'unit-unknown', name: input.group, near: await nearestUnits(db, input.group) };
  if (group.kind !== 'group') return { kind: 'no-group', name: group.name };
  const members: UnitRow[] = [];
  const unknown: { name: string; near: string[] }[] = [];
  for (const name of input.members) {
    const unit = mayRegister ? await ensureUnit(db, name, newId) : await findUnit(db, name);
    if (!unit) {
      unknown.push({ name, near: await nearestUnits(db, name) });
      continue;
    }
    if (unit.kind === 'unit' && !members.some((m) => m.id === unit.id)) members.push(unit);
  }
  if (unknown.length > 0) return { kind: 'members-unknown', group: group.name, unknown };
  const before = await membersOf(db, group.id);
  await setGroupMembers(
    db,
    group.id,
    members.map((m) => m.id),
  );
  const changeId = await recordChange(
    db,
    act,
    {
      kind: 'group',
      data: { groupId: group.id, before, members: await membersOf(db, group.id) },
    },
    newId,
  );
  await recordAudit(db, act, 'unit.group', `unit:${group.id}`, {
    members: members.map((m) => m.id),
  });
  return { kind: 'decided', group, members, changeId };
}

const membersOf = async (db: Db, groupId: string): Promise<string[]> =>
  (await listGroupMembers(db)).filter((m) => m.groupId === groupId).map((m) => m.unitId);

/** Whether who stands behind a group has been decided anew since. */
export async function isDecidedAnew(db: Db, data: Record<string, unknown>): Promise<boolean> {
  // Written by decideGroup above; a change of an older version does not say who it put in.
  const { groupId, members } = data as { groupId: string; members?: string[] };
  if (!members) return false;
  const now = new Set(await membersOf(db, groupId));
  return now.size !== members.length || members.some((m) => !now.has(m));
}

/** Gives a group the members it had before. */
export async function undoGroup(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by decideGroup above and read from our own table.
  const undo = data as { groupId: string; before: string[] };
  await setGroupMembers(db, undo.groupId, undo.before);
}
