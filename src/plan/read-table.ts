import type { Cell } from '../documents/document.ts';
import { findHeader, type Header, hasLead, hasUnits } from './columns.ts';
import { isPeriod } from './deadline.ts';
import { writeOutDittos } from './ditto.ts';
import { readItemNumber } from './item-number.ts';
import type { Carried, Grid } from './plan-grid.ts';
import type { RawTask } from './raw-task.ts';
import { classifyRow } from './row-kind.ts';
import { addRow } from './table-row.ts';
import { leadsOfNote, unitsOfHeading, unitsOver } from './unit-headings.ts';

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
  const rows = writeOutDittos(grid.rows);
  const headed = [0, 1, 2, 3, 4, 5, 6, 7].some((r) => findHeader(rows, r));
  let header =
    !headed && carried.header && sameWidth(carried.header, grid) ? carried.header : undefined;
  // A sheet for each month, or for each unit: its name says which.
  const sheet = grid.source(0).sheet;
  if (sheet !== undefined && sheet !== carried.sheet) {
    carried.sheet = sheet;
    carried.section = undefined;
    carried.period = isPeriod(sheet) ? sheet : undefined;
    carried.lends = unitsOfHeading(sheet);
  }
  const byUnits = rows.filter((row) => unitsOfSection(row) !== undefined).length > 1;
  let firstAfterHeader = grid.page !== undefined && grid.page !== carried.lastPage;
  let started = false;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] ?? [];
    const found = findHeader(rows, r);
    if (found) {
      header = found;
      if (hasUnits(found) || byUnits || isLent(carried)) result.found = 'tasks';
      else if (result.found !== 'tasks') result.found = 'no-unit-column';
      r += found.rows - 1;
      started = true;
      continue;
    }
    const kind = classifyRow(row, header);
    if (byUnits && !(header && hasLead(header)))
      carried.lends = unitsOfSection(row) ?? carried.lends;
    if (!header) {
      if (kind.kind !== 'empty') result.above.push(firstText(row));
      carried.leads = leadsOfNote(firstText(row)) ?? carried.leads;
      continue;
    }
    if (!hasUnits(header) && !isLent(carried)) continue;
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

/** 一、县工信局 over the whole table, or alone in its row: the rows below are theirs. */
function unitsOfSection(row: Cell[]): string | undefined {
  const [text, second] = [...new Set(row.map((c) => c.text.trim()).filter((t) => t !== ''))];
  if (text === undefined || second !== undefined || row.length < 2) return undefined;
  const bare = readItemNumber(text)?.rest ?? text;
  return unitsOver(bare);
}

function isLent({ lends, leads }: Carried): boolean {
  return lends !== undefined || leads !== undefined;
}

function sameWidth(header: Header, grid: Grid): boolean {
  return header.columns.length === grid.rows[0]?.length;
}

function firstText(row: Cell[]): string {
  return [...new Set(row.map((c) => c.text.trim()).filter((t) => t !== ''))].join(' ');
}
