import type { Cell } from '../documents/document.ts';
import { isPeriod } from './deadline.ts';
import { alignCells, type DumpCell } from './dump-align.ts';
import { isContent, isUnits, roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import type { Source } from './plan.ts';
import type { Grid } from './read-table.ts';

/** One line of a text in which a table may have been flattened. `gap`: a blank line stands before it. */
export type DumpLine = { text: string; gap: boolean; source: Source };

export type Dump = { grid: Grid; from: number; to: number };

/** A table ends where the document goes on: copies, remarks, signatures, the next annex. */
const AFTER_TABLE =
  /^[\s\u3000]*(?:抄\s*送|主\s*送|抄\s*报|附\s*件\s*\d*|附[:：]|注\s*[:：]|备注\s*[:：]|说明\s*[:：]|填\s*(?:报|表)\s*(?:人|单位|日期)?\s*[:：]|制\s*表|审\s*核|联\s*系\s*(?:人|电话)\s*[:：])|\d{4}年\d{1,2}月\d{1,2}日\s*印\s*发[\s\u3000]*$/u;
const PAGE_NUMBER = /^[\s—–-]*(?:第\s*)?\d{1,3}\s*(?:页)?[\s—–-]*$/u;

/** Finds a table whose cells were put on lines of their own, or on tabbed lines, and puts its rows together again. */
export function findDump(lines: DumpLine[]): Dump | undefined {
  return findTabbed(lines) ?? findStacked(lines);
}

function isHeader(cells: string[]): boolean {
  const roles = cells.map(roleOf);
  const labels = cells.filter((c, i) => roles[i] !== undefined || isPeriod(c)).length;
  return (
    cells.length >= 2 &&
    labels >= Math.max(2, cells.length * 0.6) &&
    roles.some((r) => isUnits(r) || r === 'owner') &&
    roles.some((r) => isContent(r) || r === 'period')
  );
}

/** Cells of one line: parted by tabs, by bars, or by wide blanks. */
function cellsOf(line: string, framed = false): string[] {
  if (line.includes('\t')) return line.split('\t').map((c) => c.trim());
  if (/[|｜]/.test(line))
    return (framed ? line.replace(/^\s*[|｜]|[|｜]\s*$/gu, '') : line)
      .split(/[|｜]/)
      .map((c) => c.trim());
  return line
    .trim()
    .split(/ {2,}|\u3000+/)
    .map((c) => c.trim());
}

function findTabbed(lines: DumpLine[]): Dump | undefined {
  const at = lines.findIndex(({ text }) => {
    const cells = cellsOf(text);
    return cells.filter((c) => c !== '').length >= 3 && isHeader(cells.filter((c) => c !== ''));
  });
  const header = lines[at];
  if (!header) return undefined;
  const framed = /^\s*[|｜]/u.test(header.text);
  const blanks = !/[\t|｜]/u.test(header.text);
  const names = cellsOf(header.text, framed);
  const lead = names[0] === '' ? 1 : 0;
  const trail = names.length > 1 && names.at(-1) === '' ? 1 : 0;
  const width = names.length - lead - trail;
  const rows: string[][] = [names.slice(lead, lead + width)];
  const sources = [header.source];
  let to = at + 1;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (!line) break;
    const cells = cellsOf(line.text, framed).slice(lead);
    const row = rows.at(-1) ?? [];
    const complete = row.length >= width;
    if (cells.length === 1) {
      if (AFTER_TABLE.test(line.text)) break;
      if (PAGE_NUMBER.test(line.text)) continue;
      const alone = cellsOf(line.text).join('').trim();
      // A line alone goes on the row's last cell, or after a blank line is a heading of its own.
      if (line.gap || rows.length === 1) {
        rows.push([alone]);
        sources.push(line.source);
      } else row.push(`${row.pop() ?? ''}\n${alone}`);
      continue;
    }
    if (
      !complete &&
      row.length + cells.length - 1 <= width &&
      rows.length > 1 &&
      !startsRow(cells[0] ?? '')
    ) {
      row.push(`${row.pop() ?? ''}\n${cells[0] ?? ''}`, ...cells.slice(1));
      continue;
    }
    // Blanks between cells leave no trace of an empty one: its place is found by what the others hold.
    rows.push(
      blanks && cells.length < width
        ? spreadCells(cells, names, line.source)
        : cells.slice(0, width),
    );
    sources.push(line.source);
  }
  return rows.length < 2 ? undefined : { grid: toGrid(rows, sources, width), from: at, to };
}

function spreadCells(cells: string[], names: string[], source: Source): string[] {
  const found = cells.map((text, i): DumpCell => ({ text, gap: i === 0, source, whole: false }));
  return alignCells(found, names.map(roleOf), 'row')[0]?.cells ?? cells;
}

function startsRow(cell: string): boolean {
  return cell === '' || isPeriod(cell) || /^\d{1,4}[.、]?$/.test(cell);
}

function toGrid(rows: string[][], sources: Source[], width: number): Grid {
  return {
    rows: rows.map((row) =>
      row.length === 1 && width > 1
        ? Array.from(
            { length: width },
            (_, c): Cell => ({ text: row[0] ?? '', ...(c > 0 ? { merged: true } : {}) }),
          )
        : Array.from({ length: width }, (_, c): Cell => ({ text: row[c] ?? '' })),
    ),
    source: (row) => sources[row] ?? {},
    keepsMerges: false,
  };
}

function findStacked(lines: DumpLine[]): Dump | undefined {
  for (let at = 0; at < lines.length; at++) {
    const names: string[] = [];
    while (names.length < 12) {
      const name = lines[at + names.length]?.text.trim() ?? '';
      if (roleOf(name) === undefined) break;
      names.push(name);
    }
    // A title such as 2024年重点工作清单 reads like a heading, and stands before the true ones.
    if (/20\d\d/.test(names[0] ?? '') && isHeader(names.slice(1))) continue;
    if (names.length < 3 || !isHeader(names)) continue;
    const dump = readStacked(lines, at, names);
    if (dump) return dump;
  }
  return undefined;
}

function readStacked(lines: DumpLine[], at: number, names: string[]): Dump | undefined {
  const header = lines.slice(at, at + names.length);
  const from = at + names.length;
  const rest = lines.slice(from);
  const length = rest.findIndex(({ text }) => AFTER_TABLE.test(text));
  const body = withoutRepeats(length < 0 ? rest : rest.slice(0, length), names);
  const tabbed = header.filter((l) => l.text.startsWith('\t')).length >= names.length - 1;
  // Where the header's own cells stand apart, a blank line parts cells; where they stand together, it parts rows.
  const apart = header.slice(1).filter((l) => l.gap).length;
  const gapsInside = body.slice(1).filter((l) => l.gap).length;
  const gaps =
    gapsInside === 0 || gapsInside === body.length - 1
      ? 'nothing'
      : apart === names.length - 1
        ? 'cell'
        : apart === 0
          ? 'row'
          : 'nothing';
  const cells = tabbed ? joinTabbed(body) : joinCells(body, gaps);
  const roles = names.map(roleOf);
  const rows = alignCells(cells, roles, tabbed ? 'row' : gaps);
  // Sentences after the last row look like rows of content alone.
  while (rows.length > 1 && isBareText(rows.at(-1)?.cells ?? [])) rows.pop();
  if (rows.length === 0) return undefined;
  const grid: Cell[][] = [
    names.map((text) => ({ text })),
    ...rows.map((row) => roles.map((_, c): Cell => ({ text: row.cells[c] ?? '' }))),
  ];
  const sources = [header[0]?.source ?? {}, ...rows.map((row) => row.source)];
  return {
    grid: { rows: grid, source: (row) => sources[row] ?? {}, keepsMerges: false },
    from: at,
    to: from + (length < 0 ? rest.length : length),
  };
}

function isBareText(cells: string[]): boolean {
  const filled = cells.filter((c) => c !== '');
  return filled.length === 1 && readItemNumber(filled[0] ?? '') === undefined;
}

/** The header again at the top of each page, and page numbers between. */
function withoutRepeats(lines: DumpLine[], names: string[]): DumpLine[] {
  const kept: DumpLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (names.every((name, k) => lines[i + k]?.text.trim() === name)) {
      i += names.length - 1;
      continue;
    }
    if (/^[\s]*[—–-]\s*\d{1,3}\s*[—–-][\s]*$/u.test(line.text)) continue;
    kept.push(line);
  }
  return kept;
}

/** A tab begins a cell; a line without one goes on the cell before. A blank line ends the row. */
function joinTabbed(lines: DumpLine[]): DumpCell[] {
  const cells: DumpCell[] = [];
  for (const line of lines) {
    const last = cells.at(-1);
    if (line.text.startsWith('\t') || !last)
      cells.push({ text: line.text.trim(), gap: line.gap, source: line.source, whole: true });
    else last.text += `\n${line.text.trim()}`;
  }
  return cells;
}

function joinCells(lines: DumpLine[], gaps: 'nothing' | 'cell' | 'row'): DumpCell[] {
  const cells: DumpCell[] = [];
  for (const line of lines) {
    const last = cells.at(-1);
    const text = line.text.trim();
    if (gaps === 'cell' && !line.gap && last) last.text += `\n${text}`;
    else cells.push({ text, gap: line.gap, source: line.source, whole: gaps === 'cell' });
  }
  return cells;
}
