import type { Fields } from './clauses.ts';
import type { Role } from './headers.ts';
import type { Source } from './plan.ts';

/** One item of a text: a numbered one, a heading, a record of labels, or a paragraph of its own. */
export type Item = {
  /** The kind of its number or heading; undefined for a plain paragraph. */
  style: string | undefined;
  number?: number;
  period?: string;
  texts: string[];
  /** What labels such as 工作任务：, 具体措施： name, in order. */
  contents: { role: Role; text: string }[];
  fields: Fields | undefined;
  /** The units that its heading consists of: what stands under it is theirs. */
  lends?: string;
  /** Its units stood in the line of its heading: what follows is its body. */
  headed: boolean;
  /** Its units stood in a paragraph of their own after it. */
  unitsApart: boolean;
  parent: Item | undefined;
  children: Item[];
  source: Source;
};

export function newItem(source: Source, style: string | undefined): Item {
  return {
    style,
    texts: [],
    contents: [],
    fields: undefined,
    headed: false,
    unitsApart: false,
    parent: undefined,
    children: [],
    source,
  };
}

/** Puts an item under the last one of a coarser number: styles are ordered by which came inside which. */
export function place(item: Item, path: Item[], root: Item): void {
  // A paragraph without number has nothing under it.
  while (path.length > 0 && path.at(-1)?.style === undefined) path.pop();
  const at = item.style === undefined ? -1 : path.findIndex((p) => p.style === item.style);
  if (at >= 0) path.length = at;
  // A paragraph stands beside an item that has its own units, not under it.
  while (item.style === undefined && path.length > 0 && path.slice(-1).some(hasUnits)) path.pop();
  const parent = path.at(-1) ?? root;
  item.parent = parent;
  parent.children.push(item);
  path.push(item);
}

export function hasUnits(item: Item): boolean {
  return (item.fields?.units.length ?? 0) > 0;
}

export function hasTask(item: Item): boolean {
  if (item.lends !== undefined) return item.children.length > 0;
  return hasUnits(item) || item.children.some(hasTask);
}

/** A heading is a short line that no mark ends. */
export function isHeading(text: string): boolean {
  return text.length <= 40 && !/[。；！.;]$/u.test(text);
}
