import type { Cell } from '../documents/document.ts';
import { type Column, contentColumns, findHeader, type Header, hasUnits } from './columns.ts';
import { isPeriod } from './deadline.ts';
import { isUnits } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { Source } from './plan.ts';
import type { RawTask, UnitText } from './raw-task.ts';
import { classifyRow } from './row-kind.ts';

/** A table of a plan, however it came: drawn, typed, or put together again from lines. */
export type Grid = {
  rows: Cell[][];
  source: (row: number) => Source;
  /** Whether merged cells are known as such; where not, an empty cell may be one. */
  keepsMerges: boolean;
  page?: number;
};

/** What is carried from table to table: a header goes on over a page break, the month and section over rows. */
export type Carried = {
  header?: Header;
  period?: string;
  section?: string;
  /** Text of the column of kinds or fields, within the section. */
  category?: string;
  sheet?: string;
  last?: RawTask;
  lastPage?: number;
};

export type TableResult = {
  tasks: RawTask[];
  /** Rows above the header: titles and remarks. */
  above: string[];
  /** Full-width rows that are neither task nor section. */
  notes: string[];
  found: 'tasks' | 'no-header' | 'no-unit-column';
};

/** Reads the tasks of one table. Changes `carried`. */
export function readTable(grid: Grid, carried: Carried): TableResult {
  const result: TableResult = { tasks: [], above: [], notes: [], found: 'no-header' };
  const headed = [0, 1, 2, 3, 4, 5, 6, 7].some((r) => findHeader(grid.rows, r));
  let header =
    !headed && carried.header && sameWidth(carried.header, grid) ? carried.header : undefined;
  // A sheet for each month: its name says which.
  const sheet = grid.source(0).sheet;
  if (sheet !== undefined && sheet !== carried.sheet) {
    carried.sheet = sheet;
    carried.section = undefined;
    carried.period = isPeriod(sheet) ? sheet : undefined;
  }
  let firstAfterHeader = grid.page !== undefined && grid.page !== carried.lastPage;
  let started = false;
  for (let r = 0; r < grid.rows.length; r++) {
    const row = grid.rows[r] ?? [];
    const found = findHeader(grid.rows, r);
    if (found) {
      header = found;
      result.found = hasUnits(found)
        ? 'tasks'
        : result.found === 'tasks'
          ? 'tasks'
          : 'no-unit-column';
      r += found.rows - 1;
      started = true;
      continue;
    }
    const kind = classifyRow(row, header);
    if (!header) {
      if (kind.kind !== 'empty') result.above.push(firstText(row));
      continue;
    }
    if (!hasUnits(header)) continue;
    if (kind.kind === 'period') carried.period = kind.text;
    else if (kind.kind === 'section') {
      carried.section = kind.text;
      carried.category = undefined;
    } else if (kind.kind === 'note') {
      if (started) result.notes.push(kind.text);
      else result.above.push(kind.text);
    } else if (kind.kind === 'task') {
      if (result.found === 'no-header') result.found = 'tasks';
      addRow(row, r, header, grid, carried, result.tasks, firstAfterHeader);
      firstAfterHeader = false;
      started = true;
    }
  }
  carried.header = header;
  carried.lastPage = grid.page;
  return result;
}

function sameWidth(header: Header, grid: Grid): boolean {
  return header.columns.length === grid.rows[0]?.length;
}

function firstText(row: Cell[]): string {
  return [...new Set(row.map((c) => c.text.trim()).filter((t) => t !== ''))].join(' ');
}

/** The task cell, its title in a coarser column, and whether the cell is the one of the row above. */
function contentOf(
  row: Cell[],
  header: Header,
): { text: string; title?: string; same: boolean; at?: number } {
  const { content } = contentColumns(header.columns);
  const filled = content.filter((c) => row[c]?.text.trim());
  const [at, coarser] = filled;
  if (at === undefined) return { text: '', same: false };
  const text = row[at]?.text.trim() ?? '';
  const title = coarser === undefined ? undefined : row[coarser]?.text.trim();
  return {
    text,
    at,
    same: row[at]?.merged === true,
    ...(title && title !== text ? { title } : {}),
  };
}

function addRow(
  row: Cell[],
  r: number,
  header: Header,
  grid: Grid,
  carried: Carried,
  tasks: RawTask[],
  afterPageBreak: boolean,
): void {
  const { columns } = header;
  const { text, title, same, at } = contentOf(row, header);
  const own = (c: number) => (row[c]?.merged ? '' : (row[c]?.text.trim() ?? ''));
  const cellsOf = (test: (column: Column) => boolean) =>
    columns.flatMap((column, c) => (test(column) && row[c]?.text.trim() ? [c] : []));
  const textOf = (test: (column: Column) => boolean) =>
    [...new Set(cellsOf(test).map((c) => row[c]?.text.trim() ?? ''))].join('；') || undefined;

  const previous = carried.last;
  const periodText = textOf((c) => c.role === 'period');
  const seqCell = columns.findIndex((c) => c.role === 'seq');
  const seqText = seqCell < 0 ? '' : own(seqCell);
  const numbered = readItemNumber(text);
  if (
    previous &&
    continuesRow(row, columns, previous, {
      text,
      same,
      at,
      seqText,
      periodText,
      numbered: numbered !== undefined,
      afterPageBreak,
    })
  ) {
    extend(previous, row, columns, same ? undefined : at);
    return;
  }
  if (periodText !== undefined && periodText !== carried.period) carried.period = periodText;

  const hasPeriodColumn = columns.some((c) => c.role === 'period');
  const cell = unitTexts(row, columns);
  // Cells under one number that is written once: the row has what the row above has where its own cell is empty.
  const underSameNumber = seqCell >= 0 && seqText === '' && previous !== undefined;
  const inherits =
    cell.length === 0 && previous !== undefined && (underSameNumber || !grid.keepsMerges);
  const seqNumber = seqCell < 0 ? undefined : numberOf(row[seqCell]?.text ?? '');
  const base: Omit<RawTask, 'content'> = {
    ...(title === undefined ? {} : { title }),
    ...((hasPeriodColumn || carried.period !== undefined) && carried.period !== undefined
      ? { period: carried.period }
      : {}),
    ...optional(
      'deadline',
      textOf((c) => c.role === 'deadline') ?? (underSameNumber ? previous?.deadline : undefined),
    ),
    ...optional(
      'start',
      textOf((c) => c.role === 'start'),
    ),
    ...optional(
      'leaders',
      textOf((c) => c.role === 'leaders'),
    ),
    ...optional('note', remarks(row, columns)),
    units: inherits ? (previous?.units ?? []) : cell,
    source: grid.source(r),
    doubts: inherits && !underSameNumber ? ['inherited-units'] : [],
  };
  const section = textOf((c) => c.role === 'section');
  if (section !== undefined) carried.category = section;
  const place = [carried.section, carried.category].filter((p) => p !== undefined).join(' / ');
  if (place !== '') base.section = place;

  const number = seqNumber ?? (underSameNumber ? previous?.number : undefined);
  for (const task of tasksOf(row, columns, text, base, number)) {
    tasks.push(task);
    carried.last = task;
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

/** Remarks as written; those under another heading than 备注 with that heading. */
function remarks(row: Cell[], columns: Column[]): string | undefined {
  const said = columns.flatMap(({ role, heading }, c) => {
    const text = row[c]?.text.trim() ?? '';
    if (text === '' || (role !== 'note' && role !== 'goal')) return [];
    return [/^备\s*注|^说明/u.test(heading) ? text : `${heading.replace(/\s/gu, '')}：${text}`];
  });
  return [...new Set(said)].join('；') || undefined;
}

function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const bare = /^\d+(?:\.0+)?$/.exec(plain) ? Number(plain) : undefined;
  return bare ?? readItemNumber(`${plain}、`)?.n ?? readItemNumber(plain)?.n;
}

function unitTexts(row: Cell[], columns: Column[]): UnitText[] {
  const strong = columns.some((c) => isUnits(c.role));
  return columns.flatMap(({ role, heading }, c): UnitText[] => {
    const text = row[c]?.text.trim() ?? '';
    if (text === '') return [];
    if (isUnits(role)) return [{ role, text }];
    // 建设单位, 主管部门: units of the work only where no column names who is responsible for it.
    return role === 'owner' && !strong && heading !== '' ? [{ role: 'responsible', text }] : [];
  });
}

/** One row is one task, several (a cell with numbered lines), or one in each month's column. */
function tasksOf(
  row: Cell[],
  columns: Column[],
  text: string,
  base: Omit<RawTask, 'content'>,
  number: number | undefined,
): RawTask[] {
  const periods = columns.flatMap(({ role, heading }, c) =>
    role === 'period-column' && row[c]?.text.trim()
      ? [{ period: heading, text: row[c]?.text.trim() ?? '' }]
      : [],
  );
  if (text !== '') {
    const milestones = periods.length > 0 ? { milestones: periods } : {};
    if (number !== undefined || periods.length > 0)
      return [
        { ...base, ...milestones, content: text, ...(number === undefined ? {} : { number }) },
      ];
    return splitNumbered(text, base);
  }
  return periods.flatMap((p) => splitNumbered(p.text, { ...base, period: p.period }));
}

/** `1.…⏎2.…⏎3.…` in one cell are three tasks; so are their units where the units cell counts alike. */
function splitNumbered(text: string, base: Omit<RawTask, 'content'>): RawTask[] {
  const parts = numberedParts(text);
  if (parts.length < 2) return [{ ...base, content: text }];
  const units = base.units.map((u) => ({
    role: u.role,
    parts: numberedParts(u.text),
    text: u.text,
  }));
  return parts.map((content, i) => ({
    ...base,
    content: content.replace(/[；;]$/u, ''),
    units: units.map((u) => ({
      role: u.role,
      text: u.parts.length === parts.length ? (u.parts[i] ?? '') : u.text,
    })),
    doubts: [...base.doubts],
  }));
}

function numberedParts(text: string): string[] {
  const parts: string[] = [];
  let expected: number | undefined;
  for (const line of text.split('\n')) {
    const number = readItemNumber(line);
    const begins =
      number &&
      number.style !== 'chapter' &&
      (expected === undefined ? number.n >= 1 && parts.length === 0 : number.n === expected);
    if (begins) {
      parts.push(line.trim());
      expected = number.n + 1;
    } else if (parts.length === 0) return [text];
    else parts.push(`${parts.pop()}\n${line.trim()}`);
  }
  return parts;
}

type RowFacts = {
  text: string;
  same: boolean;
  at: number | undefined;
  seqText: string;
  periodText: string | undefined;
  numbered: boolean;
  afterPageBreak: boolean;
};

/** Whether a row only goes on the one before: its content cell is the same merged cell, or a page broke the row. */
function continuesRow(row: Cell[], columns: Column[], previous: RawTask, facts: RowFacts): boolean {
  const periodCells = columns.some((c, i) => c.role === 'period-column' && row[i]?.text.trim());
  if (facts.same) return true;
  if (facts.seqText !== '') return false;
  if (facts.text === '') return !periodCells;
  if (!facts.afterPageBreak || facts.numbered) return false;
  const unfinished = !/[。！？.!?;；]$/u.test(previous.content.trim());
  return unfinished;
}

function extend(
  previous: RawTask,
  row: Cell[],
  columns: Column[],
  contentAt: number | undefined,
): void {
  if (contentAt !== undefined) previous.content += row[contentAt]?.text.trim() ?? '';
  for (const [c, { role }] of columns.entries()) {
    const cell = row[c];
    const text = cell?.text.trim() ?? '';
    if (!cell || cell.merged || text === '') continue;
    if (isUnits(role)) {
      const known = previous.units.find((u) => u.role === role);
      if (!known) previous.units = [...previous.units, { role, text }];
      else if (known.text !== text)
        previous.units = previous.units.map((u) =>
          u === known ? { role, text: `${u.text}\n${text}` } : u,
        );
    } else if (role === 'deadline' && previous.deadline !== text)
      previous.deadline = previous.deadline === undefined ? text : `${previous.deadline}；${text}`;
    else if (role === 'leaders' && previous.leaders !== text)
      previous.leaders = [previous.leaders, text].filter((t) => t !== undefined).join('；');
  }
}
