import { isPeriod, readDeadline } from './deadline.ts';
import { isContent, isUnits, type Role } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { Source } from './plan.ts';
import { splitUnits } from './split-units.ts';
import { isWholeName } from './unit-shape.ts';

/** A cell, or a line of one. `whole`: the text's own marks show that it is a whole cell, perhaps an empty one. */
export type DumpCell = { text: string; gap: boolean; source: Source; whole: boolean };

type Row = { cells: string[]; source: Source };
type Roles = readonly (Role | undefined)[];

const FORBIDDEN = 1000;

/**
 * Gives each cell its column and finds where rows begin: the cheapest way through all of them (Viterbi), where it costs
 * to put a text under a heading that it does not fit, to leave a cell out, and to go on a cell with another line.
 * `gaps`: what a blank line parts in this text.
 */
export function alignCells(
  cells: DumpCell[],
  roles: Roles,
  gaps: 'nothing' | 'cell' | 'row',
): Row[] {
  const width = roles.length;
  let costs = roles.map((_, c) => startCost(roles, c) + fit(cells[0], roles[c]));
  const back: { column: number; newRow: boolean }[][] = [];
  for (let i = 1; i < cells.length; i++) {
    const [previous, cell] = [cells[i - 1], cells[i]];
    if (!previous || !cell) break;
    const next: number[] = [];
    const from: { column: number; newRow: boolean }[] = [];
    for (let c = 0; c < width; c++) {
      const here = fit(cell, roles[c]);
      let best = { cost: Number.POSITIVE_INFINITY, column: 0, newRow: true };
      for (let b = 0; b < width; b++) {
        const base = (costs[b] ?? 0) + here;
        const stay = base + sameRow(previous, cell, roles, b, c, gaps);
        if (stay < best.cost) best = { cost: stay, column: b, newRow: false };
        const turn = base + newRow(previous, cell, roles, b, c, gaps);
        if (turn < best.cost) best = { cost: turn, column: b, newRow: true };
      }
      next.push(best.cost);
      from.push({ column: best.column, newRow: best.newRow });
    }
    costs = next;
    back.push(from);
  }
  return collect(cells, roles, costs, back);
}

function collect(
  cells: DumpCell[],
  roles: Roles,
  costs: number[],
  back: { column: number; newRow: boolean }[][],
): Row[] {
  let column = costs.indexOf(Math.min(...costs));
  const placed: { column: number; newRow: boolean }[] = [];
  for (let i = cells.length - 1; i >= 0; i--) {
    const step = i === 0 ? undefined : back[i - 1]?.[column];
    placed.unshift({ column, newRow: step?.newRow ?? true });
    column = step?.column ?? 0;
  }
  const rows: Row[] = [];
  for (const [i, cell] of cells.entries()) {
    const place = placed[i];
    if (!place) continue;
    if (place.newRow) rows.push({ cells: roles.map(() => ''), source: cell.source });
    const row = rows.at(-1);
    if (!row) continue;
    const there = row.cells[place.column] ?? '';
    row.cells[place.column] = there === '' ? cell.text : `${there}\n${cell.text}`;
  }
  return rows;
}

function sameRow(
  previous: DumpCell,
  cell: DumpCell,
  roles: Roles,
  b: number,
  c: number,
  gaps: string,
): number {
  if (gaps === 'row' && cell.gap) return FORBIDDEN;
  if (c < b) return FORBIDDEN;
  const open = /[、，,；;]$/u.test(previous.text);
  if (c === b) {
    if (cell.whole) return FORBIDDEN;
    const role = roles[c];
    if (isUnits(role) || role === 'owner') return open ? 0 : 0.8;
    if (isContent(role))
      return readItemNumber(cell.text) ? 5 : /[。；]$/u.test(previous.text) ? 3 : 1;
    if (role === 'note' || role === undefined) return 1;
    return role === 'deadline' || role === 'leaders' ? 2 : 6;
  }
  let cost = open ? 5 : 0;
  for (let k = b + 1; k < c; k++) cost += cell.whole ? 6 : leftOut(roles[k]);
  return cost;
}

function newRow(
  previous: DumpCell,
  cell: DumpCell,
  roles: Roles,
  b: number,
  c: number,
  gaps: string,
): number {
  if (gaps === 'row' && !cell.gap) return FORBIDDEN;
  if (gaps === 'cell' && !cell.gap) return FORBIDDEN;
  let cost = /[、，,；;]$/u.test(previous.text) ? 5 : 0;
  for (let k = b + 1; k < roles.length; k++) cost += cell.whole ? 6 : leftOut(roles[k]);
  return cost + startCost(roles, c);
}

/** What it costs that a row begins in this column. */
function startCost(roles: Roles, c: number): number {
  let cost = 0;
  for (let k = 0; k < c; k++) {
    const role = roles[k];
    cost += isContent(role) ? (roles.slice(k + 1, c + 1).some(isContent) ? 1.5 : 7) : leftOut(role);
  }
  return cost;
}

/** What it costs that a row has nothing in a column: merged months and numbers are written once for several rows. */
function leftOut(role: Role | undefined): number {
  if (role === 'period' || role === 'section') return 0.3;
  if (role === 'seq') return 1.2;
  if (isContent(role)) return 4;
  if (role === 'lead' || role === 'responsible') return 2.5;
  if (role === 'coop' || role === 'deadline') return 1.5;
  return 0.4;
}

/** How badly a text fits under a heading: 0 as one expects, 8 out of the question. */
function fit(cell: DumpCell | undefined, role: Role | undefined): number {
  const text = cell?.text ?? '';
  // An empty cell: which one is settled by the columns around it.
  if (text === '') return isContent(role) ? 6 : role === 'lead' || role === 'responsible' ? 2 : 0.5;
  if (role === 'seq')
    return /^[(（]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）]?[.、]?$/u.test(text) ? 0 : 8;
  if (role === 'period') return isPeriod(text) || /^\d{1,2}$/.test(text) ? 0 : 7;
  if (role === 'deadline' || role === 'start')
    return text.length <= 25 && readDeadline(text, 2000) ? 0 : text.length <= 16 ? 4 : 7;
  if (isContent(role)) return contentFit(text);
  if (isUnits(role) || role === 'owner') return unitsFit(text);
  if (role === 'leaders')
    return /^(?:[\p{Script=Han}·]{2,4}[、，,\s]*)+$/u.test(text) && !isWholeName(text) ? 0.5 : 4;
  if (role === 'section') return text.length <= 20 && !/[。；]$/u.test(text) ? 1 : 5;
  return text.length <= 30 ? 2 : 3;
}

function contentFit(text: string): number {
  if (/^\d+$/.test(text)) return 8;
  if (readItemNumber(text) || /[。；！]$/u.test(text)) return 0;
  if (isPeriod(text)) return 5;
  if (splitUnits(text).every(isWholeName)) return 3.5;
  return text.length <= 25 && readDeadline(text, 2000) !== undefined
    ? 2.5
    : text.length > 10
      ? 0.5
      : 1.5;
}

function unitsFit(text: string): number {
  if (/^\d+$/.test(text) || readItemNumber(text)?.style === 'arabic') return 8;
  if (/[。！]/u.test(text)) return 7;
  const names = splitUnits(text);
  if (names.length > 0 && names.every(isWholeName)) return 0;
  if (isPeriod(text)) return 6;
  const longest = Math.max(...names.map((n) => n.length), 0);
  return longest <= 12 ? 2 : longest <= 20 ? 3.5 : 6;
}
