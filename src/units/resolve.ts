import type { Db } from '../db/db.ts';
import { foldUnitName, isOpenGroup } from '../text/unit-name.ts';
import {
  findUnitByKey,
  insertAlias,
  insertUnit,
  listAliases,
  listUnits,
  type UnitRow,
} from './queries.ts';

/** The unit a name stands for, by its aliases; undefined when nobody has that name. */
export async function findUnit(db: Db, name: string): Promise<UnitRow | undefined> {
  return findUnitByKey(db, foldUnitName(name));
}

/** The unit of that name, made now if there is none. 相关乡镇 and the like become groups without members. */
export async function ensureUnit(db: Db, name: string, newId: () => string): Promise<UnitRow> {
  const known = await findUnit(db, name);
  if (known) return known;
  const shown = name.replace(/\s+/g, '').replace(/等$/u, '');
  const unit = { id: newId(), name: shown, kind: isOpenGroup(name) ? 'group' : 'unit' } as const;
  await insertUnit(db, unit);
  await insertAlias(db, { folded: foldUnitName(shown), unitId: unit.id, name: shown });
  return { ...unit, position: 0 };
}

/** Up to three units whose names share most characters with what was written: for a polite question. */
export async function nearestUnits(db: Db, name: string): Promise<string[]> {
  const wanted = new Set(foldUnitName(name));
  const scored = (await listUnits(db)).map((u) => {
    const has = new Set(foldUnitName(u.name));
    const common = [...wanted].filter((c) => has.has(c)).length;
    return { name: u.name, score: common / (wanted.size + has.size - common || 1) };
  });
  return scored
    .filter((s) => s.score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((s) => s.name);
}

/** All units with every name they answer to, in the shape `query parse --units` reads. */
export async function listUnitNames(
  db: Db,
): Promise<{ id: string; name: string; kind: string; aliases: string[] }[]> {
  const aliases = await listAliases(db);
  return (await listUnits(db)).map((u) => ({
    id: u.id,
    name: u.name,
    kind: u.kind,
    aliases: aliases.filter((a) => a.unitId === u.id && a.name !== u.name).map((a) => a.name),
  }));
}
