import { isUnits, roleOf } from './headers.ts';
import type { UnitRole, UnitText } from './raw-task.ts';
import { splitUnits } from './split-units.ts';
import { isWholeName } from './unit-shape.ts';

export type Units = { lead: string[]; coop: string[] };

/** A label inside a cell: 牵头单位：…, 配合: … */
const LABEL = /(?<=^|[\s；;。，,、(（])([\p{Script=Han}]{2,8})\s*(?:[:：]|\t)/gu;

/** The mark of one name in a list: 县发改局（牵头）. */
const LEAD_MARK = /[(（](?:总?牵头(?:单位|部门|负责)?|主办|主责|主要)[)）]|^[★☆*▲△]|[★☆*▲△]$/u;
const COOP_MARK = /[(（](?:配合|协办|参与|协同)(?:单位|部门)?[)）]/u;

/**
 * Who leads and who cooperates, from all texts of one task. Where a lead is named, responsible units cooperate; where
 * none is, all responsible units lead, or the first alone where the document says so.
 */
export function assignUnits(
  texts: UnitText[],
  known: ReadonlySet<string>,
  firstLeads: boolean,
): Units {
  const named: { role: UnitRole; name: string }[] = [];
  for (const text of texts.flatMap(readInlineRoles)) {
    for (const name of splitUnits(text.text, known)) {
      const lead = LEAD_MARK.test(name);
      const coop = COOP_MARK.test(name);
      const plain = name.replace(LEAD_MARK, '').replace(COOP_MARK, '').trim();
      if (plain !== '')
        named.push({ role: lead ? 'lead' : coop ? 'coop' : text.role, name: plain });
    }
  }
  const of = (role: UnitRole) => named.filter((n) => n.role === role).map((n) => n.name);
  const leads = unique(of('lead'));
  const rest = named.filter((n) => n.role !== 'lead');
  if (leads.length > 0) return { lead: leads, coop: unique(rest.map((n) => n.name)) };
  const responsible = unique(of('responsible'));
  if (firstLeads && responsible.length > 1)
    return {
      lead: responsible.slice(0, 1),
      coop: unique([...responsible.slice(1), ...of('coop')]),
    };
  return { lead: responsible, coop: unique(of('coop')) };
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

/** Parts a text that holds its own roles: 牵头：甲；配合：乙, or 甲牵头，乙、丙配合. */
export function readInlineRoles(text: UnitText): UnitText[] {
  const labelled = [...text.text.matchAll(LABEL)]
    .map((m) => ({ at: m.index, end: m.index + m[0].length, role: roleOf(m[1] ?? '') }))
    .filter((m) => isUnits(m.role) || m.role === 'leaders');
  if (labelled.length > 0) {
    const before = text.text.slice(0, labelled[0]?.at).trim();
    const parts: UnitText[] = before === '' ? [] : [{ role: text.role, text: before }];
    for (const [i, { end, role }] of labelled.entries())
      if (isUnits(role)) parts.push({ role, text: text.text.slice(end, labelled[i + 1]?.at) });
    return parts;
  }
  return readVerbs(text) ?? [text];
}

const VERBS: { words: string; role: UnitRole }[] = [
  { words: '共同牵头|总牵头|联合牵头|牵头负责|牵头组织|牵头实施|牵头落实|牵头', role: 'lead' },
  { words: '分工负责|共同负责|具体负责|负责落实|负责实施|组织实施|负责', role: 'responsible' },
  { words: '协同配合|积极配合|配合落实|参与配合|配合|参与|协助|协同|协办', role: 'coop' },
];

/** 县科工局牵头，县发改局、县财政局等按职责配合 */
function readVerbs(text: UnitText): UnitText[] | undefined {
  const verb = new RegExp(
    `(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:${VERBS.map((v, i) => `(?<v${i}>${v.words})`).join('|')})(?=[，,、；;。\\s]|$)`,
    'gu',
  );
  const parts: UnitText[] = [];
  let from = 0;
  for (const found of text.text.matchAll(verb)) {
    const role = VERBS.find((_, i) => found.groups?.[`v${i}`] !== undefined)?.role;
    const before = text.text.slice(from, found.index);
    // 甲、乙；丙配合: the verb reaches back to the semicolon.
    const cut = Math.max(...[...'；;。'].map((mark) => before.trimEnd().lastIndexOf(mark))) + 1;
    const names = before
      .slice(cut)
      .replace(/^[，,、；;。\s]+|(?:分别|由)$/gu, '')
      .replace(/^由/u, '');
    const last = splitUnits(names).at(-1);
    if (!role || last === undefined || !(isWholeName(last) || /等/u.test(last))) continue;
    const rest = before.slice(0, cut).replace(/^[，,、；;。\s]+/u, '');
    if (rest !== '') parts.push({ role: text.role, text: rest });
    parts.push({ role, text: names });
    from = found.index + found[0].length;
  }
  if (parts.length === 0) return undefined;
  const rest = text.text.slice(from).replace(/^[，,、；;。\s]+/u, '');
  return rest === '' ? parts : [...parts, { role: 'coop', text: rest }];
}
