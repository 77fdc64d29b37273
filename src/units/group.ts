import { insertChange } from '../audit/queries.ts';
import { type Act, recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { listGroupMembers, setGroupMembers, type UnitRow } from './queries.ts';
import { findUnit, nearestUnits } from './resolve.ts';

export type DecideGroup =
  | { kind: 'decided'; group: UnitRow; members: UnitRow[]; changeId: string }
  | { kind: 'unit-unknown'; name: string; near: string[] }
  | { kind: 'no-group'; name: string };

/** The office decides once who stands behind 相关乡镇; it is remembered for every task that names the group. */
export async function decideGroup(
  db: Db,
  act: Act,
  input: { group: string; members: string[] },
  newId: () => string,
): Promise<DecideGroup> {
  const group = await findUnit(db, input.group);
  if (!group)
    return { kind: 'unit-unknown', name: input.group, near: await nearestUnits(db, input.group) };
  if (group.kind !== 'group') return { kind: 'no-group', name: group.name };
  const members: UnitRow[] = [];
  for (const name of input.members) {
    const unit = await findUnit(db, name);
    if (!unit) return { kind: 'unit-unknown', name, near: await nearestUnits(db, name) };
    if (unit.kind === 'unit' && !members.some((m) => m.id === unit.id)) members.push(unit);
  }
  const before = (await listGroupMembers(db)).filter((m) => m.groupId === group.id);
  await setGroupMembers(
    db,
    group.id,
    members.map((m) => m.id),
  );
  const changeId = newId();
  await insertChange(db, {
    id: changeId,
    actor: act.actor,
    at: act.at,
    kind: 'group',
    data: { groupId: group.id, before: before.map((m) => m.unitId) },
  });
  await recordAudit(db, act, 'unit.group', `unit:${group.id}`, {
    members: members.map((m) => m.id),
  });
  return { kind: 'decided', group, members, changeId };
}

/** Gives a group the members it had before. */
export async function undoGroup(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by decideGroup above and read from our own table.
  const undo = data as { groupId: string; before: string[] };
  await setGroupMembers(db, undo.groupId, undo.before);
}
