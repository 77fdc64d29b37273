import { endsWithBareUnits, type Fields, readSegments, type Segment } from './clauses.ts';
import { isPeriod } from './deadline.ts';
import { isContent, isUnits, type Role, roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import { hasUnits, type Item, isHeading, newItem, place } from './outline.ts';
import { collectTasks } from './outline-tasks.ts';
import type { Source } from './plan.ts';
import type { RawTask } from './raw-task.ts';

export type ProseLine = { text: string; heading?: number; source: Source };

/** At least so many brackets with nothing but units make it the habit of the document. */
const HABIT = 3;

/** Reads tasks from running text: numbered items, paragraphs or records whose units stand in brackets or after labels. */
export function readProse(lines: ProseLine[]): RawTask[] {
  const joined = joinOpenBrackets(lines);
  const bare = joined.filter((l) => endsWithBareUnits(l.text)).length >= HABIT;
  const repeated = repeatedLines(joined);
  const root = newItem({}, undefined);
  const state: State = { root, path: [], current: undefined, period: undefined };
  let waiting: string | undefined;
  for (const line of joined) {
    let text = line.text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
    if (text === '') continue;
    // 牵头单位 alone on its line names what the next line holds.
    if (waiting !== undefined) text = `${waiting}：${text}`;
    else if (isLabelAlone(text, repeated)) {
      waiting = text.replace(/[:：]$/u, '');
      continue;
    }
    waiting = undefined;
    for (const [i, segment] of readSegments(text, bare).entries())
      addSegment(state, segment, line, i === 0);
  }
  return collectTasks(root);
}

type State = { root: Item; path: Item[]; current: Item | undefined; period: Period | undefined };
type Period = { text: string; style: string };

function addSegment(state: State, segment: Segment, line: ProseLine, first: boolean): void {
  const number = first ? readItemNumber(segment.text) : undefined;
  const style =
    number?.style ?? (line.heading === undefined ? undefined : `heading ${line.heading}`);
  if (segment.text !== '') {
    if (!segment.fields && readPeriodHeading(state, segment.text, style)) return;
    const inRecord =
      (state.current?.contents.length ?? 0) > 0 && !(state.current && hasUnits(state.current));
    if (!inRecord && (style !== undefined || isNew(state.current, segment.fields))) {
      begin(state, line, style);
      if (number && state.current) state.current.number = number.n;
    }
    state.current?.texts.push(segment.text);
    if (segment.fields && hasNames(segment.fields) && state.current)
      state.current.headed = state.current.texts.length === 1 && isHeading(segment.text);
  }
  for (const content of segment.contents ?? []) {
    if (!state.current || startsRecord(state.current, content.role)) begin(state, line, undefined);
    state.current?.contents.push(content);
  }
  if (segment.fields && state.current)
    state.current.fields = merge(state.current.fields, segment.fields);
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
  if (isPeriod(bare.replace(/[:：]$/u, ''))) {
    state.period = { text: bare.replace(/[\s【】[\]（）()：:]/gu, ''), style: kind };
    state.current = undefined;
    return true;
  }
  if (state.period?.style === kind && style !== undefined) state.period = undefined;
  return false;
}

/** A label begins another record where this one has it already; under a number or heading it names the body. */
function startsRecord(current: Item, role: Role): boolean {
  if (current.contents.some((c) => c.role === role)) return true;
  return current.contents.length === 0 && current.style === undefined;
}

/** Text after an item whose units are named begins another, unless they stood in its heading: then it is its body. */
function isNew(current: Item | undefined, fields: Fields | undefined): boolean {
  if (!current) return true;
  const named = fields !== undefined && hasNames(fields);
  if (!hasUnits(current)) return named && current.style !== undefined && current.texts.length > 1;
  return !current.headed || named;
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
