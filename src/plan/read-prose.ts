import { endsWithBareUnits, type Fields, readSegments, type Segment } from './clauses.ts';
import { isPeriod } from './deadline.ts';
import { isContent, isUnits, type Role, roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import { hasTask, hasUnits, type Item, isHeading, newItem, place } from './outline.ts';
import { collectTasks, lendToPoints, readSentences } from './outline-tasks.ts';
import type { Source } from './plan.ts';
import type { RawTask } from './raw-task.ts';
import { unitsOfSubject } from './said-units.ts';
import { deadlineOfHeading } from './time-apart.ts';
import { markUnitHeadings, ownerLine } from './unit-headings.ts';

/** `units`: the line is a heading of nothing but these. */
export type ProseLine = { text: string; heading?: number; units?: string; source: Source };

/** The tasks, and the numbered items beside them that name no units. */
type Prose = { tasks: RawTask[]; passedOver: { text: string; source: Source }[] };

/** At least so many brackets with nothing but units make it the habit of the document. */
const HABIT = 3;

/** 出席：…, 记录：… at the foot of minutes. */
const ATTENDANCE =
  /^\s*(?:主\s*持|出\s*席|列\s*席|参\s*加|参\s*会|请\s*假|缺\s*席|记\s*录|分\s*送|发\s*送|抄\s*送|主\s*送)(?:人员?|领导|单位)?\s*[:：]/u;

/** Reads tasks from running text: numbered items, paragraphs or records whose units stand in brackets or after labels. */
export function readProse(lines: ProseLine[]): Prose {
  const joined = markUnitHeadings(joinOpenBrackets(lines));
  const bare = joined.filter((l) => endsWithBareUnits(l.text)).length >= HABIT;
  const repeated = repeatedLines(joined);
  const root = newItem({}, undefined);
  const levels = Map.groupBy(joined, (l) => l.heading);
  const titles = new Set(
    [...levels].flatMap(([n, ls]) => (ls.length === 1 ? [`heading ${n}`] : [])),
  );
  const state: State = { root, path: [], current: undefined, period: undefined, titles };
  // 县财政局于4月20日前…: where sentences begin so and nothing else names units, they do.
  const bySubject =
    joined.filter((l) => unitsOfSubject(l.text)).length >= HABIT &&
    !joined.some((l) => readSegments(l.text, bare).some((s) => s.fields && hasNames(s.fields)));
  const segmentsOf = (text: string): Segment[] => {
    const units = bySubject ? unitsOfSubject(text) : undefined;
    return units ? [{ text, fields: { units } }] : readSegments(text, bare);
  };
  const owner = ownerLine(joined);
  let waiting: string | undefined;
  for (const [at, line] of joined.entries()) {
    if (line === owner?.line || ATTENDANCE.test(line.text)) continue;
    let text = line.text
      .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
      // 【牵头单位】县工信局 says what 牵头单位：县工信局 does.
      .replace(/【([^】]{2,9})】[:：]?/gu, (tag, label) => (roleOf(label) ? ` ${label}：` : tag));
    if (text === '' || /^[-=*_—–·.\s]+$/u.test(text)) continue;
    // 牵头单位 alone on its line names what the next line holds.
    if (waiting !== undefined && roleOf(text) === undefined) text = `${waiting}：${text}`;
    else if (isLabelAlone(text, repeated)) {
      waiting = text.replace(/[:：]$/u, '');
      continue;
    }
    waiting = undefined;
    if (line.units !== undefined) {
      begin(state, line, styleOf({ text }, line, true) ?? 'units');
      Object.assign(state.current ?? {}, { lends: line.units, texts: [text] });
      continue;
    }
    const place = { ...line, listed: namesUnits(joined[at + 1]?.text, bare) };
    for (const [i, segment] of segmentsOf(text).entries())
      addSegment(state, segment, place, i === 0);
  }
  const passedOver: Item[] = [];
  if (owner && !hasTask(root))
    lendToPoints(root, { units: [{ role: 'responsible', text: owner.units }] });
  readSentences(root);
  const tasks = collectTasks(root, passedOver);
  return {
    tasks,
    passedOver: passedOver.map(({ texts, source }) => ({ text: texts.join(''), source })),
  };
}

type State = {
  root: Item;
  path: Item[];
  current: Item | undefined;
  period: Period | undefined;
  /** Kinds of heading that stand once in the document: its title, and no item's. */
  titles: Set<string>;
};
/** `listed`: the next paragraph, unnumbered, names units of its own. */
type Place = ProseLine & { listed?: boolean };
type Period = { text: string; style: string };

function addSegment(state: State, segment: Segment, line: Place, first: boolean): void {
  const { text, fields, contents } = segment;
  const names = fields !== undefined && hasNames(fields);
  if (text !== '' && !fields && readPeriodHeading(state, text, styleOf(segment, line, first)))
    return;
  if (text !== '') addText(state, segment, line, first);
  if (fields?.period !== undefined && text === '') {
    state.period = { text: fields.period, style: 'label' };
    if (state.current && hasUnits(state.current)) state.current = undefined;
    else if (state.current?.style === 'record') state.current.period = fields.period;
  }
  if (fields?.number !== undefined && text === '') {
    const current = state.current;
    if (current?.style !== 'record' || current.number !== undefined) begin(state, line, 'record');
    if (state.current) state.current.number = fields.number;
  }
  for (const content of contents ?? []) {
    if (!state.current || startsRecord(state, state.current, content.role))
      begin(state, line, 'record');
    state.current?.contents.push(content);
  }
  if (!fields) return;
  if (!state.current && names) begin(state, line, 'record');
  if (!state.current) return;
  if (names && text === '' && !contents) state.current.unitsApart = true;
  state.current.fields = merge(state.current.fields, fields);
}

function addText(state: State, { text, fields }: Segment, line: Place, first: boolean): void {
  const names = fields !== undefined && hasNames(fields);
  const style = styleOf({ text }, line, first);
  const current = state.current;
  // Lines under 具体措施： belong to the record until its units are named, unless they name their own.
  const inRecord =
    current !== undefined && current.contents.length > 0 && !hasUnits(current) && !names;
  if (!inRecord && (style !== undefined || isNew(state, fields, line.listed))) {
    begin(state, line, style);
    const number = readItemNumber(text);
    if (number && style === number.style && state.current) state.current.number = number.n;
  }
  if (!state.current) return;
  state.current.texts.push(text);
  if (names && !hasUnits(state.current))
    state.current.headed = state.current.texts.length === 1 && isHeading(text);
}

/** The kind of a text's number, else of its heading. Inside a paragraph 三、 is no number of an item. */
function styleOf({ text }: Segment, line: Place, first: boolean): string | undefined {
  const style = readItemNumber(text)?.style;
  if (style !== undefined && (first || style !== 'chapter')) return style;
  return line.heading === undefined ? undefined : `heading ${line.heading}`;
}

function begin(state: State, line: ProseLine, style: string | undefined): void {
  const item = newItem(line.source, style);
  if (state.period !== undefined) item.period = state.period.text;
  place(item, state.path, state.root);
  state.current = item;
}

/** 【9月】, 三、第一季度: what follows stands in that period, until a heading of the same kind that is none. */
function readPeriodHeading(state: State, text: string, style: string | undefined): boolean {
  const bare = readItemNumber(text)?.rest ?? text;
  const kind = style ?? 'line';
  const period = isPeriod(bare.replace(/[:：]$/u, ''))
    ? bare.replace(/[\s【】[\]（）()：:]/gu, '')
    : style && deadlineOfHeading(bare);
  if (period) {
    state.period = { text: period, style: kind };
    state.current = undefined;
    return true;
  }
  if (state.period?.style === kind && style !== undefined) state.period = undefined;
  return false;
}

/** A label begins another record where this one has it already; under a number or heading it names the body. */
function startsRecord(state: State, current: Item, role: Role): boolean {
  if (current.contents.some((c) => c.role === role)) return true;
  if (current.contents.length > 0) return false;
  // 工作要求：… may follow the units of the item that it details.
  return isBare(state, current) || (hasUnits(current) && role !== 'detail');
}

/** Under no number and no heading but the document's own. */
function isBare({ titles }: State, { style }: Item): boolean {
  return style === undefined || titles.has(style);
}

function namesUnits(text: string | undefined, bare: boolean): boolean {
  if (text === undefined || readItemNumber(text)) return false;
  const [first] = readSegments(text.trim(), bare);
  return (
    first !== undefined && first.text !== '' && first.fields !== undefined && hasNames(first.fields)
  );
}

/** Text after an item whose units are named begins another, unless they stood in its heading: then it is its body. */
function isNew(state: State, fields: Fields | undefined, listed = false): boolean {
  const { current } = state;
  if (!current || current.lends !== undefined) return true;
  const named = fields !== undefined && hasNames(fields);
  if (hasUnits(current)) return !current.headed || named;
  if (!named) return false;
  // Under a heading and its introduction: a list of paragraphs each with its units, or the last one of the body.
  return isBare(state, current) || (current.texts.length > 1 && listed);
}

function hasNames(fields: Fields): boolean {
  return fields.units.length > 0;
}

function merge(into: Fields | undefined, more: Fields): Fields {
  return into ? { ...into, ...more, units: [...into.units, ...more.units] } : more;
}

function repeatedLines(lines: ProseLine[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { text } of lines) {
    const plain = text.trim();
    if (seen.has(plain)) twice.add(plain);
    seen.add(plain);
  }
  return twice;
}

function isLabelAlone(text: string, repeated: Set<string>): boolean {
  const role = roleOf(text.replace(/[:：]$/u, ''));
  if (/[:：]./u.test(text)) return false;
  if (isUnits(role)) return true;
  const known = role === 'deadline' || role === 'leaders' || role === 'start' || isContent(role);
  return known && (/[:：]$/u.test(text) || repeated.has(text));
}

/** A bracket with units that a line broke is made whole. */
function joinOpenBrackets(lines: ProseLine[]): ProseLine[] {
  const joined: ProseLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const open = last ? (/[（(【][^）)】]*$/u.exec(last.text)?.[0] ?? '') : '';
    const labelled = /(?:单位|部门|牵头|责任|负责|配合|时限)/u.test(open);
    if (last && labelled && open.length < 400 && !readItemNumber(line.text))
      last.text += line.text.trim();
    else joined.push({ ...line });
  }
  return joined;
}
