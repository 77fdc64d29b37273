import type { AdminCommand } from '../../intent/intent.ts';
import { findPeopleByName, listMemberships } from '../../units/people-queries.ts';
import type { Context } from '../context.ts';

type HandOver = Extract<AdminCommand, { kind: 'hand-over' }>;

/** 王小明调走了，李四接: the unit whose main liaison the one who left is; as it was where that names no one unit. */
export async function ofWhoLeft({ deps }: Context, order: HandOver): Promise<HandOver> {
  if (order.unit || !order.leaver) return order;
  const found = await findPeopleByName(deps.db, order.leaver);
  const held = (await Promise.all(found.map((p) => listMemberships(deps.db, p.id)))).flatMap(
    (all) => all.filter((m) => m.duty === 'main'),
  );
  const [only, second] = held;
  return only && !second ? { ...order, unit: only.unitName } : order;
}
