import { type Act, recordAudit, recordChange } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { foldUnitName } from '../text/unit-name.ts';
import { deleteAlias, insertAlias, type UnitRow } from './queries.ts';
import { findUnit, nearestUnits } from './resolve.ts';

export type AddAlias =
  | { kind: 'added'; unit: UnitRow; changeId: string }
  | { kind: 'known'; unit: UnitRow }
  | { kind: 'unit-unknown'; near: string[] }
  /** The name is another unit's own: joining two units with work of their own is not an alias. */
  | { kind: 'in-use'; unit: UnitRow };

/** Makes `name` another name of a unit. */
export async function addAlias(
  db: Db,
  act: Act,
  unitName: string,
  name: string,
  newId: () => string,
): Promise<AddAlias> {
  const unit = await findUnit(db, unitName);
  if (!unit) return { kind: 'unit-unknown', near: await nearestUnits(db, unitName) };
  const owner = await findUnit(db, name);
  if (owner)
    return owner.id === unit.id ? { kind: 'known', unit } : { kind: 'in-use', unit: owner };
  const folded = foldUnitName(name);
  await insertAlias(db, { folded, unitId: unit.id, name });
  const changeId = await recordChange(db, act, { kind: 'alias', data: { folded } }, newId);
  await recordAudit(db, act, 'unit.alias', `unit:${unit.id}`, { name });
  return { kind: 'added', unit, changeId };
}

/** Takes an alias back. */
export async function undoAlias(db: Db, data: Record<string, unknown>): Promise<void> {
  // Written by addAlias above and read from our own table.
  await deleteAlias(db, (data as { folded: string }).folded);
}
