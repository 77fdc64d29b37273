import { findUnits } from '../../text/find-units.ts';
import { alignedTo, fold } from '../../text/fold.ts';
import { readNumber } from '../../text/number.ts';
import { indexUnitNames } from '../../text/unit-name.ts';
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
const CLAUSE_HEAD = /(?:^\s*(?:我们)?|[,，。;；\n\s])$/u;

/** What is said, and of which of the own units. */
export type SaidOf = { unitIds: string[]; said: string };

type Named = { kind: 'own'; parts: [SaidOf, ...SaidOf[]] } | { kind: 'others'; unit: string };
type Head = { unit: { id: string; name: string }; at: number; end: number };

/**
 * 石磨镇第1项已完成，梅坞镇第2项还没动, by somebody of two towns: what is said of each own unit whose name stands at the head
 * of it. In one part and of all own units where none is named so.
 */
export async function ofNamedUnit(
  { deps }: Context,
  unitIds: string[],
  written: string,
): Promise<Named> {
  const units = await listUnitNames(deps.db);
  const text = alignedTo(fold(written), written);
  const mentions = findUnits(fold(text), indexUnitNames(units));
  const heads = mentions.flatMap(({ at, length, name }) => {
    const unit = units.find((u) => u.name === name);
    return unit && CLAUSE_HEAD.test(text.slice(0, at)) ? [{ unit, at, end: at + length }] : [];
  });
  const own = units.filter((u) => unitIds.includes(u.id));
  const [first, ...more] = partsOf(
    text,
    heads.filter((h) => own.includes(h.unit) && LEADS_ON.test(text.slice(h.end))),
  );
  if (first) return { kind: 'own', parts: [first, ...more] };
  const [head] = heads;
  if (head && opens(text, head) && !own.includes(head.unit) && OF_ITEM.test(text.slice(head.end)))
    return { kind: 'others', unit: head.unit.name };
  const [alike, ...others] = own.length > 1 ? ofEach(own, written) : [];
  return { kind: 'own', parts: alike ? [alike, ...others] : [{ unitIds, said: written }] };
}

const opens = (text: string, { at }: Head) => /^\s*(?:我们)?$/u.test(text.slice(0, at));

/** From each name that heads a clause up to the next; none where the text does not begin with one. */
function partsOf(text: string, heads: Head[]): SaidOf[] {
  if (!heads[0] || !opens(text, heads[0])) return [];
  return heads.map(({ unit, end }, i) => ({
    unitIds: [unit.id],
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
