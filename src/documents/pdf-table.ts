import type { Cell } from './document.ts';
import { type Glyph, type Line, linesOf, unwrap } from './pdf-glyphs.ts';
import type { Rule } from './pdf-rules.ts';

/** Lines closer than this are one line drawn twice or in pieces. */
const NEAR = 2.5;

/** A table found by its drawn lines: its box on the page, and its grid. */
export type RuledTable = {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: Cell[][];
};

/** Finds the tables that a page draws and takes the glyphs inside them; the rest is returned. */
export function readRuledTables(
  rules: Rule[],
  glyphs: Glyph[],
): { tables: RuledTable[]; rest: Glyph[] } {
  let rest = glyphs;
  const tables: RuledTable[] = [];
  for (const group of connected(rules)) {
    const xs = cluster(group.filter(isVertical).map((r) => r.x1));
    const ys = cluster(group.filter((r) => !isVertical(r)).map((r) => r.y1)).reverse();
    if (xs.length < 3 || ys.length < 2) continue;
    const [left = 0, right = 0] = [xs[0], xs.at(-1)];
    const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
    const inside = (g: Glyph) => {
      const x = (g.x + g.right) / 2;
      const y = g.y + g.size * 0.3;
      return x > left && x < right && y > bottom && y < top;
    };
    const rows = fill(group, xs, ys, rest.filter(inside));
    rest = rest.filter((g) => !inside(g));
    tables.push({ top, bottom, left, right, rows });
  }
  return { tables, rest };
}

const isVertical = (rule: Rule) => rule.x1 === rule.x2;

function cluster(values: number[]): number[] {
  const groups: number[] = [];
  for (const v of values.sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last === undefined || v - last > NEAR) groups.push(v);
  }
  return groups;
}

function connected(rules: Rule[]): Rule[][] {
  const groups: { box: Rule; rules: Rule[] }[] = [];
  for (const rule of rules) {
    const touched = groups.filter(({ box }) => overlap(box, rule));
    const merged = { box: rule, rules: [rule] };
    for (const group of touched) {
      merged.box = around(merged.box, group.box);
      merged.rules.push(...group.rules);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map((g) => g.rules);
}

function overlap(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
}

function around(a: Rule, b: Rule): Rule {
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
}

/** Small fields between neighbouring lines are one cell where no line parts them. */
function fill(rules: Rule[], xs: number[], ys: number[], glyphs: Glyph[]): Cell[][] {
  const columns = xs.length - 1;
  const count = ys.length - 1;
  const mid = (list: number[], i: number) => ((list[i] ?? 0) + (list[i + 1] ?? 0)) / 2;
  const walled = {
    below: (r: number, c: number) =>
      rules.some((l) => !isVertical(l) && at(l.y1, ys[r + 1]) && spans(l.x1, l.x2, mid(xs, c))),
    rightOf: (r: number, c: number) =>
      rules.some((l) => isVertical(l) && at(l.x1, xs[c + 1]) && spans(l.y1, l.y2, mid(ys, r))),
  };
  const owner = Array.from({ length: columns * count }, (_, i) => i);
  const root = (i: number): number => {
    const up = owner[i] ?? i;
    return up === i ? i : root(up);
  };
  const unite = (a: number, b: number) => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) owner[high] = low;
  };
  for (let r = 0; r < count; r++) {
    for (let c = 0; c < columns; c++) {
      if (c + 1 < columns && !walled.rightOf(r, c)) unite(r * columns + c, r * columns + c + 1);
      if (r + 1 < count && !walled.below(r, c)) unite(r * columns + c, (r + 1) * columns + c);
    }
  }
  const byCell = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const c = xs.findLastIndex((x) => x <= (glyph.x + glyph.right) / 2);
    const r = ys.findLastIndex((y) => y >= glyph.y + glyph.size * 0.3);
    const key = root(r * columns + c);
    byCell.set(key, [...(byCell.get(key) ?? []), glyph]);
  }
  const lines = new Map([...byCell].map(([key, found]) => [key, linesOf(found)]));
  const edges = rightEdges(lines, columns);
  return Array.from({ length: count }, (_, r) =>
    Array.from({ length: columns }, (_, c): Cell => {
      const i = r * columns + c;
      const key = root(i);
      const text = unwrap(lines.get(key) ?? [], edges.get(key % columns) ?? 0, () => false);
      return key === i ? { text } : { text, merged: true };
    }),
  );
}

const at = (a: number, b: number | undefined) => b !== undefined && Math.abs(a - b) <= NEAR;
const spans = (from: number, to: number, point: number) => from <= point && point <= to;

/** How far text reaches to the right in each column: the drawn line less its unknown padding. */
function rightEdges(lines: Map<number, Line[]>, columns: number): Map<number, number> {
  const edges = new Map<number, number>();
  for (const [key, list] of lines)
    for (const line of list)
      edges.set(key % columns, Math.max(edges.get(key % columns) ?? 0, line.right));
  return edges;
}
