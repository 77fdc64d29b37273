import { listUnitNames } from '../../units/resolve.ts';
import type { Context } from '../context.ts';

/** 两个镇的第2项都完成了: of each of the person's units alike. */
const EACH = /^(?:我们)?(?:两|2|三|3|几|各|每)个?(?:镇|乡|街道|单位|局|部门)的?(?=第|\d)/u;
/** 开发区变电站已建成 names a task by its words. */
const LEADS_ON =
  /^(?:这边|那边)?[的:：,，\s]*(?=第|[\d一二三四五六七八九十]|全|都|均|所有|已|还|没|未)/u;

/** 石磨镇第1项已完成, by somebody of another town. */
const OF_ITEM = /^(?:这边|那边)?的?第[\d一二三四五六七八九十]+项/u;

type Named = { kind: 'own'; unitIds: string[]; said: string } | { kind: 'others'; unit: string };

/**
 * 石磨镇第1项已完成, by somebody of two towns: the own unit that stands at the head, and what is said of it. Unchanged where
 * none or several are named.
 */
export async function ofNamedUnit(
  { deps }: Context,
  unitIds: string[],
  text: string,
): Promise<Named> {
  const named = (await listUnitNames(deps.db))
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((n) => ({ id, name: n, unit: name })),
    )
    .filter((n) => text.includes(n.name))
    .toSorted((a, b) => b.name.length - a.name.length);
  const own = new Set(named.map((n) => n.id).filter((id) => unitIds.includes(id)));
  if (own.size > 1) return { kind: 'own', unitIds, said: text };
  const rest = text.trim().replace(/^我们/u, '');
  const head = named.find((n) => rest.startsWith(n.name));
  const said = head ? rest.slice(head.name.length) : '';
  if (head && own.has(head.id) && LEADS_ON.test(said))
    return { kind: 'own', unitIds: [head.id], said: said.replace(LEADS_ON, '') };
  if (head && !own.has(head.id) && OF_ITEM.test(said)) return { kind: 'others', unit: head.unit };
  return { kind: 'own', unitIds, said: unitIds.length > 1 ? text.replace(EACH, '') : text };
}
