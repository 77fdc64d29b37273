import type { Cell } from '../documents/document.ts';
import { isUnitList } from './clauses.ts';
import { headsMilestone, headsPeriods, isPeriod } from './deadline.ts';
import { GROUP, isContent, isUnits, type Role, roleOf } from './headers.ts';

/** What a column holds; `heading` is the text of its header cells, for periods and milestones. */
export type Column = { role: Role | 'period-column' | undefined; heading: string };

/** `byPeriods`: the cells under months or quarters hold the units that do the work then. */
export type Header = { columns: Column[]; rows: number; byPeriods?: true };

/** At most so many rows make one header. */
const DEEPEST = 3;

/** The header that begins at a row, if one does: it names content (or months as columns) and, mostly, units. */
export function findHeader(rows: Cell[][], at: number): Header | undefined {
  const first = rows[at];
  if (!first || !looksLikeHeader(first)) return undefined;
  let depth = 1;
  while (depth < DEEPEST && goesDeeper(rows, at, depth)) depth++;
  const columns = first.map((_, c) =>
    columnOf(rows.slice(at, at + depth).map((row) => row[c]?.text ?? '')),
  );
  const below = rows.slice(at + depth);
  nameContent(columns, below);
  const byPeriods = holdUnits(columns, below);
  if (byPeriods) nameFirst(columns);
  nameStrangers(columns);
  const roles = columns.map((c) => c.role);
  const periods = roles.filter((r) => r === 'period-column').length;
  const content = roles.some((r) => isContent(r));
  const other = roles.filter((r) => r !== undefined && !isContent(r)).length;
  return (content && other > 0) ||
    (periods >= 2 && roles.some((r) => r !== 'period-column' && r !== undefined))
    ? { columns, rows: depth, ...(byPeriods ? { byPeriods } : {}) }
    : undefined;
}

/** Texts shorter than this on average are names, places, sums. */
const SHORTEST_TASK = 6;

/** Beside units and times the longest texts are the tasks, whatever stands above them (主题活动, 破题攻坚). */
function nameContent(columns: Column[], below: Cell[][]): void {
  const has = (test: (role: Column['role']) => boolean) => columns.some((c) => test(c.role));
  const isPlan =
    has(isUnits) &&
    has((r) => r === 'seq' || r === 'period' || r === 'deadline') &&
    !has(isContent);
  if (!isPlan) return;
  const lengths = columns.map(({ role, heading }, c) => {
    if ((role !== undefined && role !== 'period-column') || heading === '') return 0;
    const texts = below.flatMap((row) => (row[c]?.merged ? [] : (row[c]?.text.trim() ?? [])));
    return texts.join('').length / Math.max(1, texts.length);
  });
  const longest = Math.max(...lengths);
  const column = columns[lengths.indexOf(longest)];
  if (column && column.role === undefined && longest >= SHORTEST_TASK) column.role = 'matter';
}

/** 银企对接 | 县金融办 | 县工信局: whether what stands under the months is units, and no column names any. */
function holdUnits(columns: Column[], below: Cell[][]): boolean {
  if (columns.some(({ role }) => isUnits(role) || role === 'owner')) return false;
  const texts = below.flatMap((row) =>
    columns.flatMap(({ role }, c) => (role === 'period-column' ? row[c]?.text.trim() || [] : [])),
  );
  return texts.length > 0 && texts.every((text) => isUnitList(text));
}

/** Where no heading is known, the first one with a text stands above the work. */
function nameFirst(columns: Column[]): void {
  if (columns.some((c) => isContent(c.role))) return;
  const first = columns.find((c) => c.role === undefined && c.heading !== '');
  if (first) first.role = 'matter';
}

/** A column whose heading is no known word: before the task it sorts it (产业链), after it says more about it. */
function nameStrangers(columns: Column[]): void {
  const content = columns.findIndex((c) => isContent(c.role));
  if (content < 0) return;
  for (const [c, column] of columns.entries())
    if (column.role === undefined && column.heading !== '')
      column.role = c < content ? 'section' : 'note';
}

export function hasUnits(header: Header): boolean {
  return (
    header.byPeriods === true ||
    header.columns.some(({ role }) => isUnits(role) || role === 'owner')
  );
}

/** Whether a column says who answers for a task; where none does, a heading or a sheet's name can. */
export function hasLead(header: Header): boolean {
  return header.columns.some(
    ({ role }) => role === 'lead' || role === 'responsible' || role === 'owner',
  );
}

function looksLikeHeader(row: Cell[]): boolean {
  const texts = row.filter((c) => !c.merged && c.text.trim() !== '').map((c) => c.text);
  const labels = texts.filter((t) => roleOf(t) !== undefined).length;
  const periods = texts.filter((t) => headsMilestone(t)).length;
  // One month beside one heading word is a data row; months count as headings where several stand side by side.
  const known = labels + (periods >= 2 ? periods : 0);
  // Beside quarters or months that fill the row but for one cell, that cell is a heading whatever it says.
  const named = labels >= 1 || headsPeriods(texts);
  return known >= 2 && named && known >= texts.length * 0.5;
}

/** A further header row: under merged cells of the first it repeats them, under wide ones it divides them. */
function goesDeeper(rows: Cell[][], at: number, depth: number): boolean {
  const row = rows[at + depth];
  const above = rows[at + depth - 1];
  if (!row || !above) return false;
  const own = row.flatMap((cell, c) => {
    const up = above[c];
    const carried = cell.merged && up?.text === cell.text;
    return carried || cell.text.trim() === '' ? [] : [{ cell, up }];
  });
  if (own.length === 0 || own.length === row.length) return false;
  // 第一季度 alone heads the rows below it.
  if (own.length === 1 && own.every(({ cell }) => isPeriod(cell.text))) return false;
  // It divides only what stands in a merged cell above, and every part is a heading itself.
  const carriedDown = row.some(
    (cell, c) => cell.text === '' || (cell.merged && above[c]?.text === cell.text),
  );
  return (
    carriedDown &&
    own.every(({ cell }) => roleOf(cell.text) !== undefined || headsMilestone(cell.text)) &&
    own.some(({ cell }) => !above.some((a) => a.text === cell.text))
  );
}

function columnOf(texts: string[]): Column {
  const distinct = [...new Set(texts.map((t) => t.trim()).filter((t) => t !== ''))];
  const heading = distinct.at(-1) ?? '';
  if (headsMilestone(heading)) return { role: 'period-column', heading };
  // 牵头单位 over 单位名称 and 联系人: what it names is what stands above it.
  const over = distinct.slice(0, -1).map(roleOf).find(isUnits);
  if (over && (roleOf(heading) === 'responsible' || heading === '名称'))
    return { role: over, heading };
  for (const text of [...distinct].reverse()) {
    const role = roleOf(text);
    if (role !== undefined) return { role, heading };
  }
  // 相关单位 among headings names who helps; in a cell it is a group.
  return { role: GROUP.test(heading) ? 'coop' : undefined, heading };
}

const FINEST_FIRST: Column['role'][] = ['detail', 'task', 'matter', 'goal'];

/** Columns of content: the finest holds the task itself, coarser ones its title. Of two alike the right one is finer. */
export function contentColumns(columns: Column[]): { content: number[] } {
  const found = columns.flatMap((column, at) => {
    const rank = FINEST_FIRST.indexOf(column.role);
    return rank < 0 ? [] : [{ at, rank }];
  });
  found.sort((a, b) => a.rank - b.rank || b.at - a.at);
  // A goal column beside a real one is a remark on it.
  const real = found.filter((f) => f.rank < 3);
  if (real.length > 0) return { content: real.map((f) => f.at) };
  // 指标 | 2025年目标: what is measured is the task, how much of it is the goal.
  const measured = found.filter((f) => columns[f.at]?.heading.includes('指标'));
  return { content: (measured.length > 0 ? measured : found).map((f) => f.at) };
}
