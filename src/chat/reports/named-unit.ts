import { listUnitNames } from '../../units/resolve.ts';
import type { Context } from '../context.ts';

/** 两个镇的第2项都完成了: of each of the person's units alike. */
const EACH = /^(?:我们)?(?:两|2|三|3|几|各|每)个?(?:镇|乡|街道|单位|局|部门)的?(?=第|\d)/u;
/** 开发区变电站已建成 names a task by its words. */
const LEADS_ON = /^(?:这边|那边)?[的:：,，\s]*(?=第|[\d一二三四五六七八九十]|全|都|均|所有|已|还|没|未)/u;

/**
 * 石磨镇第1项已完成, by somebody of two towns: the own unit that stands at the head, and what is said of it. Unchanged where
 * none or several are named.
 */
export async function ofNamedUnit(
  { deps }: Context,
  unitIds: string[],
  text: string,
): Promise<{ unitIds: string[]; said: string }> {
  const own = (await listUnitNames(deps.db)).filter((u) => unitIds.includes(u.id));
  const named = own.flatMap((u) =>
    [u.name, ...u.aliases].filter((n) => text.includes(n)).map((name) => ({ id: u.id, name })),
  );
  if (new Set(named.map((n) => n.id)).size > 1) return { unitIds, said: text };
  for (const { id, name } of named.toSorted((a, b) => b.name.length - a.name.length)) {
    const rest = text.trim().replace(/^我们/u, '');
    if (!rest.startsWith(name)) continue;
    const said = rest.slice(name.length);
    if (LEADS_ON.test(said)) return { unitIds: [id], said: said.replace(LEADS_ON, '') };
  }
  return { unitIds, said: unitIds.length > 1 ? text.replace(EACH, '') : text };
}
