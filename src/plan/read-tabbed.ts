import type { Cell } from '../documents/document.ts';
import { headsPeriods, isPeriod } from './deadline.ts';
import { alignCells, type DumpCell } from './dump-align.ts';
import { AFTER_TABLE, type Dump, type DumpLine, isHeader, PAGE_NUMBER } from './dump-lines.ts';
import { roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { Source } from './plan.ts';
import { unitsOver } from './unit-headings.ts';

/** What parts the cells of a line, from the surest to the least sure. `exact`: an empty cell leaves its trace. */
const PARTINGS: { cut: (line: string) => string[]; exact: boolean; example: string }[] = [
  { cut: (line) => line.split('\t'), exact: true, example: '1月⇥任务⇥单位' },
  {
    cut: (line) => line.replace(/^\s*[|｜]|[|｜]\s*$/gu, '').split(/[|｜]/u),
    exact: true,
    example: '|1月|任务|单位|',
  },
  { cut: (line) => line.split(/[|｜]/u), exact: true, example: '1月|任务|单位' },
  { cut: (line) => line.trim().split(/ {2,}|\u3000+/u), exact: false, example: '1月  任务  单位' },
  { cut: (line) => line.trim().split(/[ \u3000]+/u), exact: false, example: '1月 任务 单位' },
];

/** Finds a table written as one line for each row, its cells parted by tabs, bars or blanks. */
export function findTabbed(lines: DumpLine[]): Dump | undefined {
  for (const [i, { cut, exact }] of PARTINGS.entries()) {
    const cellsOf = (line: string) => cut(line).map((c) => c.trim());
    const at = lines.findIndex(({ text }) => {
      if (i === 1 && !/^\s*[|｜]/u.test(text)) return false;
      const filled = cellsOf(text).filter((c) => c !== '');
      return filled.length >= 3 && (isHeader(filled) || headsPeriods(filled));
    });
    if (at >= 0) return readRows(lines, at, cellsOf, exact);
  }
  return undefined;
}

function readRows(
  lines: DumpLine[],
  at: number,
  cellsOf: (line: string) => string[],
  exact: boolean,
): Dump | undefined {
  const header = lines[at];
  const names = cellsOf(header?.text ?? '');
  const lead = names[0] === '' ? 1 : 0;
  const trail = names.at(-1) === '' ? 1 : 0;
  const width = names.length - lead - trail;
  const rows: string[][] = [names.slice(lead, lead + width)];
  const sources = [header?.source ?? {}];
  let to = at + 1;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (!line) break;
    const cells = cellsOf(line.text).slice(lead);
    const row = rows.at(-1) ?? [];
    if (cells.length <= 1) {
      if (AFTER_TABLE.test(line.text)) break;
      if (PAGE_NUMBER.test(line.text)) continue;
      // A line alone goes on the row's last cell; after a blank line, numbered 二、, or as names of units, it is a heading.
      const isChapter = readItemNumber(line.text)?.style === 'chapter';
      if (line.gap || rows.length === 1 || isChapter || headsRows(line.text)) {
        rows.push([line.text.trim()]);
        sources.push(line.source);
      } else row.push(`${row.pop() ?? ''}\n${line.text.trim()}`);
      continue;
    }
    // Headings of another table, which is read by itself.
    if (exact && cells.length !== width + trail && isHeader(cells)) break;
    const isOver = row.length === 1 && headsRows(row[0] ?? '');
    const fits = !isOver && row.length < width && row.length + cells.length - 1 <= width;
    if (exact && fits && rows.length > 1 && !startsRow(cells[0] ?? '')) {
      row.push(`${row.pop() ?? ''}\n${cells[0] ?? ''}`, ...cells.slice(1));
      continue;
    }
    rows.push(
      exact || cells.length === width
        ? cells.slice(0, width)
        : spreadCells(cells, names, line.source),
    );
    sources.push(line.source);
  }
  return rows.length < 2 ? undefined : { grid: toGrid(rows, sources, width), from: at, to };
}

/** Blanks between cells leave no trace of an empty one, and stand inside texts too: what the cells hold tells. */
function spreadCells(cells: string[], names: string[], source: Source): string[] {
  const found = cells.map((text, i): DumpCell => ({ text, gap: i === 0, source, whole: false }));
  const [row] = alignCells(found, names.map(roleOf), 'row');
  return row?.cells.map((c) => c.replaceAll('\n', ' ')) ?? cells;
}

/** 责任单位：县财政局, 县财政局：; a name without a mark may be the rest of a broken cell. */
const headsRows = (line: string) => /[:：]/u.test(line) && unitsOver(line) !== undefined;

function startsRow(cell: string): boolean {
  return cell === '' || isPeriod(cell) || /^\d{1,4}[.、]?$/.test(cell);
}

function toGrid(rows: string[][], sources: Source[], width: number): Dump['grid'] {
  const wide = (text: string) =>
    Array.from({ length: width }, (_, c): Cell => (c === 0 ? { text } : { text, merged: true }));
  return {
    rows: rows.map((row) =>
      row.length === 1
        ? wide(row[0] ?? '')
        : Array.from({ length: width }, (_, c): Cell => ({ text: row[c] ?? '' })),
    ),
    source: (row) => sources[row] ?? {},
    keepsMerges: false,
  };
}
