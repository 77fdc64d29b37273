import { readNumber } from '../text/number.ts';
import { isPeriod } from './deadline.ts';
import { isContent, isUnits, type Role, roleOf } from './headers.ts';
import { optional, type UnitText } from './raw-task.ts';
import { splitUnits } from './split-units.ts';
import { timeApart } from './time-apart.ts';
import { readInlineRoles } from './unit-roles.ts';
import { isWholeName } from './unit-shape.ts';

/** What labels or a bracket say about the task before them. */
export type Fields = {
  number?: number;
  period?: string;
  units: UnitText[];
  deadline?: string;
  start?: string;
  leaders?: string;
  note?: string;
};

/** A stretch of text, what labels such as 工作任务： call parts of it, and what is said about it. */
export type Segment = { text: string; fields?: Fields; contents?: { role: Role; text: string }[] };

const LABEL = /(?<=^|[\s；;。！，,、（(【[])(?<label>[\p{Script=Han}]{2,9})\s*(?<mark>[:：]|\t)/gu;
/** 各镇区, 相关链主: a group whatever its last word. */
const EACH = /^(?:各|相关|有关)\p{Script=Han}{2,8}$/u;
const BRACKETS: Record<string, string> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '［': '］',
};

/**
 * Parts a paragraph into texts, each with the fields that follow it: in brackets （牵头单位：…；责任单位：…）, after a
 * label in the line, or as whole line. `bare`: brackets may hold nothing but units (县科工局、县发改局).
 */
export function readSegments(paragraph: string, bare: boolean): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const bracket of brackets(paragraph)) {
    const fields = readBracket(bracket.inner, bare && isAtEnd(paragraph, bracket.end));
    if (!fields) continue;
    segments.push(
      ...readLabels(paragraph.slice(from, bracket.at).replace(/^[\s。；;，,]+/u, ''), fields),
    );
    from = bracket.end;
  }
  const rest = paragraph.slice(from).replace(/^[\s。；;，,]+/u, '');
  if (rest.trim() !== '') segments.push(...readLabels(rest));
  return segments;
}

/** Whether a bracket at a paragraph's end holds units and nothing else; such brackets count where there are several. */
export function endsWithBareUnits(paragraph: string): boolean {
  const last = brackets(paragraph).at(-1);
  return last !== undefined && isAtEnd(paragraph, last.end) && isUnitList(last.inner);
}

function isAtEnd(paragraph: string, end: number): boolean {
  return /^[\s。；;.]*$/u.test(paragraph.slice(end));
}

/** Whether a text is nothing but names of units. */
export function isUnitList(text: string): boolean {
  const names = splitUnits(text);
  return (
    names.length > 0 &&
    text.length >= 3 &&
    names.every((n) => n.length >= 3 && n.length <= 20 && (isWholeName(n) || EACH.test(n)))
  );
}

function brackets(text: string): { at: number; end: number; inner: string }[] {
  const found: { at: number; end: number; inner: string }[] = [];
  const open: { at: number; close: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    const close = BRACKETS[c];
    if (close !== undefined) open.push({ at: i, close });
    else if (open.some((o) => o.close === c)) {
      while (open.at(-1) && open.at(-1)?.close !== c) open.pop();
      const begun = open.pop();
      if (begun && open.length === 0)
        found.push({ at: begun.at, end: i + 1, inner: text.slice(begun.at + 1, i) });
    }
  }
  return found;
}

function readBracket(inner: string, bare: boolean): Fields | undefined {
  const text = inner.replace(/(责任|牵头|配合|主办|协办)(单位|部门)为/gu, '$1$2：');
  const [first, ...more] = readLabels(text);
  const said = first?.text.trim() === '' && more.length === 0 ? first.fields : undefined;
  // （注：…） and （联系人：…） belong to the text they stand in.
  if (said && (said.units.length > 0 || said.deadline !== undefined)) return said;
  const { units, deadline } = timeApart(text);
  const verbs = readInlineRoles({ role: 'responsible', text: units });
  if (verbs.length > 1 || verbs[0]?.text !== units) {
    const names = verbs.flatMap((v) => splitUnits(v.text));
    if (names.length > 0 && names.every((n) => n.length <= 25))
      return { units: verbs, ...optional('deadline', deadline) };
  }
  return bare && isUnitList(inner) ? { units: [{ role: 'responsible', text: inner }] } : undefined;
}

type Found = { at: number; end: number; role: Role };

/** Parts a text at its labels: what stands before the first, and the fields. A label for content begins a new text. */
function readLabels(text: string, more?: Fields): Segment[] {
  const labels: Found[] = [...text.matchAll(LABEL)].flatMap((m): Found[] => {
    const label = m.groups?.label ?? '';
    const role = roleOf(label);
    const begins = m.index;
    const atStart = /^[\s\d.、（(）)]*$/u.test(text.slice(0, begins));
    // 单位：万元 is no task's unit.
    if (/^(?:单位|部门)$/u.test(label)) return [];
    if (role === undefined || role === 'section') return [];
    if ((isContent(role) || role === 'note' || role === 'seq' || role === 'period') && !atStart)
      return [];
    return [{ at: begins, end: m.index + m[0].length, role }];
  });
  // In running text 问题：… or 联系人：… labels nothing; a label counts with units or a deadline beside it, or alone in its line.
  const [first] = labels;
  const strong = labels.some((l) => isUnits(l.role) || l.role === 'owner' || l.role === 'deadline');
  if (!first || (!strong && !(first.at === 0 && labels.length >= 1)))
    return text.trim() === '' && !more
      ? []
      : [{ text: text.trim(), ...(more ? { fields: more } : {}) }];
  const fields: Fields = more ? { ...more, units: [...more.units] } : { units: [] };
  const contents: { role: Role; text: string }[] = [];
  const own: UnitText[] = [];
  for (const [i, { end, role }] of labels.entries()) {
    const value = text
      .slice(end, labels[i + 1]?.at)
      .replace(/[\s；;，,（(【]+$/u, '')
      .replace(/^[\s:：]+/u, '');
    if (role === 'seq') fields.number = readNumber(value) ?? fields.number;
    if (isContent(role)) contents.push({ role, text: value });
    else if (value === '') continue;
    else if (isUnits(role)) {
      const { units, deadline } = timeApart(value);
      own.push({ role, text: units.replace(/[。]+$/u, '') });
      if (deadline !== undefined) fields.deadline ??= deadline;
    } else if (role === 'owner') own.push({ role: 'responsible', text: value });
    else if (role === 'deadline') fields.deadline = value;
    else if (role === 'start') fields.start = value;
    else if (role === 'leaders')
      fields.leaders = fields.leaders === undefined ? value : `${fields.leaders}；${value}`;
    else if (role === 'note') fields.note = value;
    else if (role === 'period' && isPeriod(value)) fields.period = value;
  }
  fields.units.unshift(...own);
  const before = text
    .slice(0, first.at)
    .replace(/[（(【\s]+$/u, '')
    .trim();
  return [{ text: before, fields, ...(contents.length > 0 ? { contents } : {}) }];
}
