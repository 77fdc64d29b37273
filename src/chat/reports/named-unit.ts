import { readNumber } from '../../text/number.ts';
import { listUnitNames } from '../../units/resolve.ts';
import type { Context } from '../context.ts';

/** 两个镇的第2项都完成了: of each of the person's units of that kind alike. */
const EACH =
  /^(?:我们)?(?<count>两|2|三|3|四|4|几|各|每)个?(?<kind>镇|乡|街道|单位|局|部门)的?(?=第|\d|[都均全也])/u;
/** 开发区变电站已建成 names a task by its words. */
const LEADS_ON =
  /^(?:这边|那边)?[的:：,，\s]*(?=第|[\d一二三四五六七八九十]|全|都|均|所有|已|还|没|未)/u;

/** 石磨镇第1项已完成, by somebody of another town. */
const OF_ITEM = /^(?:这边|那边)?的?第[\d一二三四五六七八九十]+项/u;
const CLAUSE_HEAD = /(?:^|[,，。;；\n\s])$/u;

/** What is said, and of which of the own units. */
export type SaidOf = { unitIds: string[]; said: string };

type Named = { kind: 'own'; parts: [SaidOf, ...SaidOf[]] } | { kind: 'others'; unit: string };
type UnitName = { id: string; name: string; unit: string };

/**
 * 石磨镇第1项已完成，梅坞镇第2项还没动, by somebody of two towns: what is said of each own unit whose name stands at the head
 * of it. In one part and of all own units where none is named so.
 */
export async function ofNamedUnit(
  { deps }: Context,
  unitIds: string[],
  text: string,
): Promise<Named> {
  const units = await listUnitNames(deps.db);
  const names = units
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((n) => ({ id, name: n, unit: name })),
    )
    .filter((n) => text.includes(n.name))
    .toSorted((a, b) => b.name.length - a.name.length);
  const own = units.filter((u) => unitIds.includes(u.id));
  const rest = text.trim().replace(/^我们/u, '');
  const [first, ...more] = partsOf(
    rest,
    names.filter((n) => unitIds.includes(n.id)),
  );
  if (first) return { kind: 'own', parts: [first, ...more] };
  const head = names.find((n) => rest.startsWith(n.name));
  if (head && !unitIds.includes(head.id) && OF_ITEM.test(rest.slice(head.name.length)))
    return { kind: 'others', unit: head.unit };
  const [alike, ...others] = own.length > 1 ? ofEach(own, text) : [];
  return { kind: 'own', parts: alike ? [alike, ...others] : [{ unitIds, said: text }] };
}

/** From each name that heads a clause up to the next; none where the text does not begin with one. */
function partsOf(text: string, names: UnitName[]): SaidOf[] {
  const heads = names
    .flatMap((n) =>
      text
        .split('')
        .flatMap((_, at) =>
          text.startsWith(n.name, at) ? [{ id: n.id, at, end: at + n.name.length }] : [],
        ),
    )
    .filter((h) => CLAUSE_HEAD.test(text.slice(0, h.at)) && LEADS_ON.test(text.slice(h.end)))
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
    .filter((h, i, all) => i === 0 || h.at !== all[i - 1]?.at);
  if (heads[0]?.at !== 0) return [];
  return heads.map(({ id, end }, i) => ({
    unitIds: [id],
    said: text
      .slice(end, heads[i + 1]?.at)
      .replace(LEADS_ON, '')
      .replace(/[,，;；\s]+$/u, ''),
  }));
}

/** 两个镇 where two of the own units are towns; the words without it, of all units, where the number does not fit. */
function ofEach(own: { id: string; name: string }[], text: string): SaidOf[] {
  const { count = '', kind = '' } = EACH.exec(text)?.groups ?? {};
  if (count === '') return [];
  const said = text.replace(EACH, '');
  const alike = own.filter((u) => /单位|部门/u.test(kind) || u.name.endsWith(kind));
  const fits = alike.length > 1 && [undefined, alike.length].includes(readNumber(count));
  return fits
    ? alike.map((u) => ({ unitIds: [u.id], said }))
    : [{ unitIds: own.map((u) => u.id), said }];
}
