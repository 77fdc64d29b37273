import type { Cell } from '../documents/document.ts';
import { alignCells, type DumpCell } from './dump-align.ts';
import { AFTER_TABLE, type Dump, type DumpLine, isHeader } from './dump-lines.ts';
import { roleOf } from './headers.ts';
import { readItemNumber } from './item-number.ts';

const BAR_AFTER = /[ \u3000]*[|｜][ \u3000]*$/u;
/** At most so many columns. */
const MOST_COLUMNS = 12;

/** Finds a table whose cells were put on lines of their own, and puts its rows together again. */
export function findStacked(all: DumpLine[]): Dump | undefined {
  // Some pages leave a bar after each cell.
  const lines = all.map((line) => ({
    ...line,
    text: line.text.replace(BAR_AFTER, ''),
    ended: BAR_AFTER.test(line.text),
  }));
  for (let at = 0; at < lines.length; at++) {
    if (roleOf(lines[at]?.text ?? '') === undefined) continue;
    for (let width = MOST_COLUMNS; width >= 3; width--) {
      const names = lines.slice(at, at + width).map((l) => l.text.trim());
      if (names.length < width || !isStackedHeader(names)) continue;
      const dump = readStacked(lines, at, names);
      if (dump) return dump;
    }
  }
  return undefined;
}

/** Headings one below the other; between known words a short unknown one may stand. */
function isStackedHeader(names: string[]): boolean {
  // A title such as 2024年重点工作清单 reads like a heading, and stands before the true ones.
  if (/20\d\d/.test(names[0] ?? '')) return false;
  const known = (name: string | undefined) => roleOf(name ?? '') !== undefined;
  const short = names.every((name) => known(name) || /^[\p{Script=Han}（）()]{2,8}$/u.test(name));
  return short && known(names[0]) && known(names.at(-1)) && isHeader(names);
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
  const few = gapsInside < (0.3 * body.length) / names.length;
  const gaps =
    few || gapsInside === body.length - 1
      ? 'nothing'
      : apart === names.length - 1
        ? 'cell'
        : apart === 0
          ? 'row'
          : 'nothing';
  const barred = header.every((l) => l.ended);
  const cells = tabbed ? joinTabbed(body) : barred ? joinBarred(body) : joinCells(body, gaps);
  const roles = names.map(roleOf);
  const rows = alignCells(cells, roles, tabbed ? 'row' : barred ? 'nothing' : gaps, tabbed);
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

/** A bar ends a cell; lines before it without one belong to the same. */
function joinBarred(lines: DumpLine[]): DumpCell[] {
  const cells: DumpCell[] = [];
  let open: DumpCell | undefined;
  for (const line of lines) {
    const text = line.text.trim();
    if (open) open.text += `\n${text}`;
    else {
      open = { text, gap: false, source: line.source, whole: true };
      cells.push(open);
    }
    if (line.ended) open = undefined;
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
