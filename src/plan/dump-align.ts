import { anotherLine, fit, leave, leftOut, type Roles, startCost } from './dump-cost.ts';
import { isUnits } from './headers.ts';
import type { Source } from './plan.ts';
import { splitUnits } from './split-units.ts';

/** A cell, or a line of one. `whole`: the text's own marks show that it is a whole cell, perhaps an empty one. */
export type DumpCell = { text: string; gap: boolean; source: Source; whole: boolean };

export type Row = { cells: string[]; source: Source };
/** What a blank line parts in a text. */
export type Gaps = 'nothing' | 'cell' | 'row';

type Setting = {
  roles: Roles;
  gaps: Gaps;
  fitOf: (text: string) => number[];
  seen: Map<string, Map<number, number>>;
  surprise: number[];
};
type Step = { column: number; newRow: boolean };

const FORBIDDEN = 1000;
/** Left out in a text in which every cell, empty ones too, has its mark. */
const MISSING = 6;

/**
 * Gives each cell its column and finds where rows begin: the cheapest way through all of them (Viterbi), where it costs
 * to put a text under a heading that it does not fit, to leave a cell out, and to go on a cell with another line.
 */
export function alignCells(cells: DumpCell[], roles: Roles, gaps: Gaps): Row[] {
  const fitOf = remember((text) => roles.map((role) => fit(text, role)));
  const first = align(cells, { roles, gaps, fitOf, seen: new Map(), surprise: [] });
  // A second time with what the first has taught: which names stand in which column.
  const seen = namesByColumn(first, roles);
  return seen.size === 0
    ? first
    : align(cells, { roles, gaps, fitOf, seen, surprise: surprises(seen, roles) });
}

/** Cells of units and deadlines repeat: each text is judged once. */
function remember(judge: (text: string) => number[]): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const judged = judge(text);
    known.set(text, judged);
    return judged;
  };
}

/** Only rows without doubt teach: one line in each cell of units. */
function namesByColumn(rows: Row[], roles: Roles): Map<string, Map<number, number>> {
  const seen = new Map<string, Map<number, number>>();
  const columns = roles.flatMap((role, c) => (isUnits(role) ? [c] : []));
  if (columns.length < 2) return seen;
  for (const row of rows) {
    if (columns.some((c) => !row.cells[c] || row.cells[c].includes('\n'))) continue;
    for (const c of columns)
      for (const name of splitUnits(row.cells[c] ?? '')) {
        const times = seen.get(name) ?? new Map<number, number>();
        seen.set(name, times.set(c, (times.get(c) ?? 0) + 1));
      }
  }
  return seen;
}

/** How surprising a new name is in each column: few bodies lead most tasks, many help. */
function surprises(seen: Map<string, Map<number, number>>, roles: Roles): number[] {
  return roles.map((_, c) => {
    const times = [...seen.values()].flatMap((t) => t.get(c) ?? []);
    const all = times.reduce((sum, n) => sum + n, 0);
    return all === 0 ? 0 : 0.6 * (1 - times.length / all);
  });
}

function align(cells: DumpCell[], setting: Setting): Row[] {
  const { roles, fitOf } = setting;
  const begin = fitOf(cells[0]?.text ?? '');
  let costs = roles.map((_, c) => startCost(roles, c) + (begin[c] ?? 0));
  const back: Step[][] = [];
  for (const [i, cell] of cells.entries()) {
    const previous = cells[i - 1];
    if (!previous) continue;
    const fits = fitOf(cell.text);
    const leaving = leave(previous.text, cell.text);
    const next: number[] = [];
    const from: Step[] = [];
    for (const c of roles.keys()) {
      const here = (fits[c] ?? 0) + elsewhere(cell, c, setting);
      let best = { cost: Number.POSITIVE_INFINITY, column: 0, newRow: true };
      for (const [b, before] of roles.entries()) {
        const base = (costs[b] ?? 0) + here;
        const left = leaving === 3 && !isUnits(before) ? 0 : leaving;
        const stay = base + sameRow(previous, cell, setting, b, c) + (b === c ? 0 : left);
        if (stay < best.cost) best = { cost: stay, column: b, newRow: false };
        const turn = base + newRow(cell, setting, b, c) + left;
        if (turn < best.cost) best = { cost: turn, column: b, newRow: true };
      }
      next.push(best.cost);
      from.push(best);
    }
    costs = next;
    back.push(from);
  }
  return collect(cells, roles, costs, back);
}

function collect(cells: DumpCell[], roles: Roles, costs: number[], back: Step[][]): Row[] {
  // The last row, too, misses what stands right of its end.
  const whole = costs.map(
    (cost, c) => cost + roles.slice(c + 1).reduce((sum, r) => sum + leftOut(r), 0),
  );
  let column = whole.indexOf(Math.min(...whole));
  const placed: Step[] = [];
  for (let i = cells.length - 1; i >= 0; i--) {
    const step = back[i - 1]?.[column];
    placed.push({ column, newRow: step?.newRow ?? true });
    column = step?.column ?? 0;
  }
  placed.reverse();
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
  setting: Setting,
  b: number,
  c: number,
): number {
  const { roles, gaps } = setting;
  if (c < b || (gaps === 'row' && cell.gap)) return FORBIDDEN;
  if (c === b) return cell.whole ? FORBIDDEN : anotherLine(previous.text, cell.text, roles[c]);
  return between(roles, b + 1, c, cell);
}

function newRow(cell: DumpCell, { roles, gaps }: Setting, b: number, c: number): number {
  if ((gaps === 'row' || gaps === 'cell') && !cell.gap) return FORBIDDEN;
  return between(roles, b + 1, roles.length, cell) + startCost(roles, c);
}

function between(roles: Roles, from: number, to: number, cell: DumpCell): number {
  return roles
    .slice(from, to)
    .reduce((cost, role) => cost + (cell.whole ? MISSING : leftOut(role)), 0);
}

/** A name known only from another column does not belong in this one. */
function elsewhere(cell: DumpCell, c: number, { roles, seen, surprise }: Setting): number {
  if (seen.size === 0 || !isUnits(roles[c])) return 0;
  const names = splitUnits(cell.text);
  if (names.length === 0) return 0;
  const strange = names.filter((n) => {
    const times = seen.get(n);
    // Once is no habit.
    return times && !times.has(c) && [...times.values()].reduce((sum, k) => sum + k, 0) > 1;
  }).length;
  const unknown = names.filter((n) => !seen.has(n)).length;
  return (strange * 1.2 + unknown * (surprise[c] ?? 0)) / names.length;
}
