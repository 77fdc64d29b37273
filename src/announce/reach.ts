import type { Db } from '../db/db.ts';
import type { Recipient } from '../feishu/client.ts';
import type { Policy } from '../policy/queries.ts';
import { findPlaces, type Place } from '../units/recipient.ts';
import { findAnnounced, listRefusals } from './queries.ts';

/** Why a unit is not told. */
type LeftOut = 'unreachable' | 'refused' | 'told' | 'not-permitted';

export type Reach = {
  reached: { unitId: string; to: Recipient }[];
  left: { unitId: string; why: LeftOut }[];
  /** People and groups of these units that want none. */
  refused: { unitId: string; name: string }[];
};

/**
 * Which of the units can be told of a policy: an internal one never goes to a group, one for certain units to no other. Who
 * has unsubscribed is passed over for the next of the unit: the deputy, the group, then everybody else of it. That one of
 * its people heard it for another unit tells the unit nothing.
 */
export async function reachOf(db: Db, policy: Policy, unitIds: string[]): Promise<Reach> {
  const places = await findPlaces(db, unitIds);
  const refusals = new Set(await listRefusals(db));
  const announced = await findAnnounced(db, policy.id);
  const told = new Set(announced.map((a) => a.toId));
  const toldUnits = new Set(announced.map((a) => a.unitId));
  const reach: Reach = { reached: [], left: [], refused: [] };
  const taken = new Set<string>();
  for (const unitId of unitIds) {
    const of = places.get(unitId) ?? [];
    const willing = of.filter((p) => !refusals.has(p.to.id));
    const open = willing.filter((p) => mayReceive(policy, unitId, p.to));
    for (const { to, name } of of) if (refusals.has(to.id)) reach.refused.push({ unitId, name });
    const why = of.every((p) => !p.speaks)
      ? 'unreachable'
      : toldUnits.has(unitId) || (open.length > 0 && firstOf(open).every((p) => told.has(p.to.id)))
        ? 'told'
        : willing.length === 0
          ? 'refused'
          : open.length === 0
            ? 'not-permitted'
            : undefined;
    if (why) reach.left.push({ unitId, why });
    else
      for (const { to } of firstOf(open))
        if (!taken.has(to.id) && !told.has(to.id)) {
          taken.add(to.id);
          reach.reached.push({ unitId, to });
        }
  }
  return reach;
}

/** Who speaks for the unit, else its group, else all of its people. */
const firstOf = (open: Place[]): Place[] => {
  const [first] = open;
  return first?.speaks ? [first] : open;
};

function mayReceive(policy: Policy, unitId: string, to: Recipient): boolean {
  switch (policy.visibility) {
    case 'public':
      return true;
    case 'internal':
      return to.type === 'open_id';
    case 'units':
      return to.type === 'open_id' && policy.unitIds.includes(unitId);
  }
}
