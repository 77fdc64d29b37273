import type { ProgressQuery } from '../../intent/intent.ts';
import { listGroupMembers, listUnits } from '../../units/queries.ts';
import type { Context } from '../context.ts';

/** What the names of towns end in. */
const TOWN = /(?:镇|乡|街道)$/u;

/**
 * A question with bodies spoken of together as the units they are: towns, and groups whose members the office has named
 * (各乡镇). Undefined where it is about towns and there are none.
 */
export async function asUnits(
  { deps: { db } }: Context,
  query: ProgressQuery,
): Promise<ProgressQuery | undefined> {
  if (!query.towns && query.units.length === 0) return query;
  const known = await listUnits(db);
  const members = await listGroupMembers(db);
  const nameOf = new Map(known.map((u) => [u.id, u.name]));
  const membersOf = (name: string) => {
    const group = known.find((u) => u.name === name && u.kind === 'group');
    return members.flatMap((m) => (m.groupId === group?.id ? (nameOf.get(m.unitId) ?? []) : []));
  };
  const towns = known.flatMap((u) => (u.kind === 'unit' && TOWN.test(u.name) ? [u.name] : []));
  if (query.towns && towns.length === 0) return undefined;
  if (query.towns === 'except')
    return { ...query, except: [...new Set([...(query.except ?? []), ...towns])] };
  const meant = query.towns
    ? towns.filter((t) => !query.except?.includes(t))
    : query.units.flatMap((name) => {
        const those = membersOf(name);
        return those.length > 0 ? those : [name];
      });
  const isOfThem = query.towns !== undefined || meant.length > query.units.length;
  return { ...query, units: [...new Set(meant)], ...(isOfThem ? { among: true as const } : {}) };
}
