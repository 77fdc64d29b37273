import { endsWithBareUnits, type Fields, readSegments } from './clauses.ts';
import { isUnits, roleOf } from './headers.ts';
import { type NumberStyle, readItemNumber } from './item-number.ts';
import type { Source } from './plan.ts';
import type { RawTask } from './raw-task.ts';

export type ProseLine = { text: string; heading?: number; source: Source };

/** One item of the text: a numbered one, or a paragraph of its own. */
type Item = {
  style: string | undefined;
  number?: number;
  texts: string[];
  fields: Fields | undefined;
  parent: Item | undefined;
  children: Item[];
  source: Source;
  /** Begun by a label such as 工作任务：, so it holds no title. */
  labelled: boolean;
};

/** At least so many brackets with nothing but units make it the habit of the document. */
const HABIT = 3;
/** A heading is a short line that no mark ends. */
const LONGEST_HEADING = 40;

/** Reads tasks from running text: numbered items or paragraphs whose units stand in brackets, in labels or on lines of their own. */
export function readProse(lines: ProseLine[]): RawTask[] {
  const joined = joinOpenBrackets(lines);
  const bare = joined.filter((l) => endsWithBareUnits(l.text)).length >= HABIT;
  const root: Item = newItem({}, undefined);
  const path: Item[] = [];
  let current: Item | undefined;
  let waiting: string | undefined;
  for (const line of joined) {
    let text = line.text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
    if (text === '') continue;
    // 牵头单位 alone on its line names what the next line holds.
    if (waiting !== undefined) text = `${waiting}：${text}`;
    waiting = undefined;
    const label = text.replace(/[:：]$/u, '');
    if (current && isUnits(roleOf(label)) && !/[:：]./u.test(text)) {
      waiting = label;
      continue;
    }
    for (const [i, segment] of readSegments(text, bare).entries()) {
      const number = i === 0 || segment.content ? readItemNumber(segment.text) : undefined;
      const style =
        number?.style ?? (line.heading === undefined ? undefined : `heading${line.heading}`);
      if (
        segment.text !== '' &&
        (number || segment.content || line.heading !== undefined || isNew(current, segment.fields))
      ) {
        current = newItem(line.source, segment.content && !number ? undefined : style);
        current.labelled = segment.content === true;
        if (number) current.number = number.n;
        place(current, path, root, segment.content === true);
        current.texts.push(segment.text);
      } else if (segment.text !== '') current?.texts.push(segment.text);
      if (segment.fields && current) current.fields = merge(current.fields, segment.fields);
    }
  }
  return collect(root);
}

function newItem(source: Source, style: NumberStyle | string | undefined): Item {
  return {
    style,
    texts: [],
    fields: undefined,
    parent: undefined,
    children: [],
    source,
    labelled: false,
  };
}

/** Text after an item whose units are named begins another, unless the item was only a heading: then it is its body. */
function isNew(current: Item | undefined, fields: Fields | undefined): boolean {
  if (!current) return true;
  if (!current.fields || current.fields.units.length === 0) {
    // A paragraph with its own units under a bare heading is an item under it.
    return (
      fields !== undefined &&
      fields.units.length > 0 &&
      current.style !== undefined &&
      current.texts.length > 1
    );
  }
  const heading = current.texts.length === 1 && isHeading(current.texts[0] ?? '');
  return !heading || fields !== undefined;
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。；！.;]$/u.test(text);
}

/** Puts an item under the last one of a coarser number: styles are ordered by which came inside which. */
function place(item: Item, path: Item[], root: Item, labelled: boolean): void {
  const at = path.findIndex((p) => p.style === item.style);
  if (item.style === undefined) {
    // A paragraph without number stands beside its like, under the last numbered heading.
    while (path.at(-1)?.style === undefined && path.length > 0) path.pop();
    if (labelled) while (path.length > 0 && path.at(-1)?.fields) path.pop();
  } else if (at >= 0) path.length = at;
  const parent = path.at(-1) ?? root;
  item.parent = parent;
  parent.children.push(item);
  path.push(item);
}

function merge(into: Fields | undefined, more: Fields): Fields {
  return into ? { ...into, ...more, units: [...into.units, ...more.units] } : more;
}

function hasUnits(item: Item): boolean {
  return (item.fields?.units.length ?? 0) > 0;
}

function collect(item: Item): RawTask[] {
  const named = item.children.filter(hasTask).length;
  return item.children.flatMap((child) => {
    const below = child.children.some(hasTask) ? collect(child) : [];
    if (below.length > 0) {
      // A heading with units of its own lends them to the items under it that name none.
      if (hasUnits(child))
        for (const task of below)
          if (task.units.length === 0) task.units = child.fields?.units ?? [];
      return below;
    }
    // An item without units among items that have them is a task whose units were forgotten.
    const sibling = child.style !== undefined && named >= Math.max(1, item.children.length / 2);
    return hasUnits(child) || (sibling && item.style !== 'none') ? [toTask(child)] : [];
  });
}

function hasTask(item: Item): boolean {
  return hasUnits(item) || item.children.some(hasTask);
}

function toTask(item: Item): RawTask {
  const below = item.children.flatMap((child) => allTexts(child));
  const whole = [...item.texts, ...below].join('\n');
  const number = item.number;
  const stripped = number === undefined ? whole : (readItemNumber(whole)?.rest ?? whole);
  const { title, content } = item.labelled
    ? { title: undefined, content: stripped }
    : parseTitle(stripped, number !== undefined);
  const section = sectionOf(item);
  return {
    content,
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(item.fields?.deadline === undefined ? {} : { deadline: item.fields.deadline }),
    ...(item.fields?.start === undefined ? {} : { start: item.fields.start }),
    ...(item.fields?.leaders === undefined ? {} : { leaders: item.fields.leaders }),
    ...(item.fields?.note === undefined ? {} : { note: item.fields.note }),
    units: item.fields?.units ?? [],
    source: item.source,
    doubts: [],
  };
}

function allTexts(item: Item): string[] {
  return [...item.texts, ...item.children.flatMap(allTexts)];
}

/** 抓企业培育。持续实施…: a short first sentence without figures is the heading of what follows. */
function parseTitle(
  text: string,
  numbered: boolean,
): { title: string | undefined; content: string } {
  if (!numbered) return { title: undefined, content: text };
  const found = /^([^。\n，,；;：:\d]{2,24})(?:。|\n)\s*(?=[\s\S]{8,})/u.exec(text);
  return found
    ? { title: found[1]?.trim(), content: text.slice(found[0].length).trim() }
    : { title: undefined, content: text };
}

function sectionOf(item: Item): string | undefined {
  const headings: string[] = [];
  for (let up = item.parent; up?.parent || (up && up.texts.length > 0); up = up.parent) {
    const text = up.texts[0]?.split('\n')[0] ?? '';
    if (text !== '' && text.length <= LONGEST_HEADING) headings.unshift(text);
  }
  return headings.length > 0 ? headings.join(' / ') : undefined;
}

/** A bracket with units that a line broke is made whole. */
function joinOpenBrackets(lines: ProseLine[]): ProseLine[] {
  const joined: ProseLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const open = last && /[（(【][^）)】]*$/u.exec(last.text)?.[0];
    const labelled =
      open !== undefined && open !== null && /(?:单位|部门|牵头|责任|负责|配合|时限)/u.test(open);
    if (last && labelled && open.length < 400 && !readItemNumber(line.text))
      last.text += line.text.trim();
    else joined.push({ ...line });
  }
  return joined;
}
