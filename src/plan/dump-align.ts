import { anotherLine, fit, leave, leftOut, type Roles, startCost } from './dump-cost.ts';
import { isContent, isUnits } from './headers.ts';
import type { Source } from './plan.ts';
import { splitUnits } from './split-units.ts';

/** A cell, or a line of one. `whole`: the text's own marks show that it is a whole cell, perhaps an empty one. */
export type DumpCell = { text: string; gap: boolean; source: Source; whole: boolean };

export type Row = { cells: string[]; source: Source };
/** What a blank line parts in a text. */
export type Gaps = 'nothing' | 'cell' | 'row';

type Learnt = { seen: Map<string, Map<number, number>>; surprise: number[] };
type Setting = {
  roles: Roles;
  gaps: Gaps;
  /** Every cell, empty ones too, has its mark in the text. */
  marksEmpty: boolean;
  /** What it costs to put a text into each column. */
  fitOf: (text: string) => number[];
};
type Step = { column: number; newRow: boolean };

const FORBIDDEN = 1000;
/** Longer texts are no words that come again. */
const SHORT = 12;
/** Left out in a text in which every cell, empty ones too, has its mark. */
const MISSING = 6;

/**
 * Gives each cell its column and finds where rows begin: the cheapest way through all of them (Viterbi), where it costs
 * to put a text under a heading that it does not fit, to leave a cell out, and to go on a cell with another line.
 * `marksEmpty`: every cell, empty ones too, has its mark in the text.
 */
export function alignCells(cells: DumpCell[], roles: Roles, gaps: Gaps, marksEmpty = false): Row[] {
  const fitOf = remember((text) => roles.map((role) => fit(text, role)));
  const first = align(cells, { roles, gaps, marksEmpty, fitOf });
  // A second time with what the first has taught: which names and words stand in which column.
  const seen = namesByColumn(first, roles);
  if (seen.size === 0) return first;
  const learnt = { roles, seen, surprise: surprises(seen, roles) };
  const better = remember((text) => {
    const strange = elsewhere(text, learnt);
    return fitOf(text).map((cost, c) => cost + (strange[c] ?? 0));
  });
  return align(cells, { roles, gaps, marksEmpty, fitOf: better });
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
  const note = (key: string, c: number) => {
    const times = seen.get(key) ?? new Map<number, number>();
    seen.set(key, times.set(c, (times.get(c) ?? 0) + 1));
  };
  for (const row of rows) {
    // Words that sort tasks (预期性) come again and again in their column.
    for (const [c, text] of row.cells.entries())
      if (text !== '' && text.length <= SHORT && !isContent(roles[c])) note(whole(text), c);
    if (columns.length < 2) continue;
    if (columns.some((c) => !row.cells[c] || row.cells[c].includes('\n'))) continue;
    for (const c of columns) for (const name of splitUnits(row.cells[c] ?? '')) note(name, c);
  }
  return seen;
}

/** How surprising a new name is in each column: few bodies lead most tasks, many help. */
function surprises(seen: Map<string, Map<number, number>>, roles: Roles): number[] {
  return roles.map((_, c) => {
    const times = [...seen].flatMap(([key, t]) => (key.startsWith('=') ? [] : (t.get(c) ?? [])));
    const all = times.reduce((sum, n) => sum + n, 0);
    return all === 0 ? 0 : 0.6 * (1 - times.length / all);
  });
}

function align(cells: DumpCell[], setting: Setting): Row[] {
  const { roles, fitOf, gaps } = setting;
  const ways = waysOf(setting);
  const begin = fitOf(cells[0]?.text ?? '');
  let costs = roles.map((_, c) => (ways.starts[c] ?? 0) + (begin[c] ?? 0));
  const back: Step[][] = [];
  for (const [i, cell] of cells.entries()) {
    const previous = cells[i - 1];
    if (!previous) continue;
    const fits = fitOf(cell.text);
    const leaving = leave(previous.text, cell.text);
    const mayStay = !(gaps === 'row' && cell.gap);
    const mayTurn = gaps === 'nothing' || cell.gap;
    const next: number[] = [];
    const from: Step[] = [];
    for (const c of roles.keys()) {
      let best = { cost: Number.POSITIVE_INFINITY, column: 0, newRow: true };
      for (const b of roles.keys()) {
        const left = leaving === 3 && !isUnits(roles[b]) ? 0 : leaving;
        const base = (costs[b] ?? 0) + (fits[c] ?? 0);
        let stay = FORBIDDEN;
        if (mayStay && c > b) stay = between(ways, b + 1, c) + left;
        else if (mayStay && c === b && !cell.whole)
          stay = anotherLine(previous.text, cell.text, roles[c]);
        if (base + stay < best.cost) best = { cost: base + stay, column: b, newRow: false };
        const turn = mayTurn
          ? between(ways, b + 1, roles.length) + (ways.starts[c] ?? 0) + left
          : FORBIDDEN;
        if (base + turn < best.cost) best = { cost: base + turn, column: b, newRow: true };
      }
      next.push(best.cost);
      from.push(best);
    }
    costs = next;
    back.push(from);
  }
  // The last row, too, misses what stands right of its end.
  const ends = costs.map((cost, c) => cost + between(ways, c + 1, roles.length));
  return collect(cells, roles, ends.indexOf(Math.min(...ends)), back);
}

function collect(cells: DumpCell[], roles: Roles, last: number, back: Step[][]): Row[] {
  let column = last;
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

/** What the ways between two cells cost, but for the texts: counted once, they are asked for millions of times. */
type Ways = {
  /** Sum of what it costs to leave out the columns before each. */
  missed: number[];
  starts: number[];
};

function waysOf({ roles, marksEmpty }: Setting): Ways {
  const missed = [0];
  for (const role of roles)
    missed.push((missed.at(-1) ?? 0) + (marksEmpty ? MISSING : leftOut(role)));
  return { missed, starts: roles.map((_, c) => startCost(roles, c)) };
}

function between({ missed }: Ways, from: number, to: number): number {
  return (missed[to] ?? 0) - (missed[from] ?? 0);
}

/** How little a text belongs in each column, by where its like stands elsewhere. */
function elsewhere(text: string, { roles, seen, surprise }: Learnt & { roles: Roles }): number[] {
  const total = (times: Map<number, number>) => [...times.values()].reduce((sum, n) => sum + n, 0);
  const names = roles.some(isUnits) ? splitUnits(text) : [];
  const word = text.length <= SHORT ? seen.get(whole(text)) : undefined;
  return roles.map((role, c) => {
    // Once is no habit; a word that stands in another column three times of four does.
    const strangeWord = word && total(word) > 1 && (word.get(c) ?? 0) * 4 <= total(word) ? 1.5 : 0;
    if (!isUnits(role) || names.length === 0) return strangeWord;
    const strange = names.filter((n) => {
      const times = seen.get(n);
      return times && !times.has(c) && total(times) > 1;
    }).length;
    const unknown = names.filter((n) => !seen.has(n)).length;
    return Math.max(strangeWord, (strange * 1.2 + unknown * (surprise[c] ?? 0)) / names.length);
  });
}

/** The key of a whole cell's text, beside the names in it. */
function whole(text: string): string {
  return `=${text}`;
}
