import type { Cell } from '../documents/document.ts';
import { isUnitList } from './clauses.ts';
import { isContent, isUnits, roleOf } from './headers.ts';
import { type Part, readLegend, SIGN } from './legend.ts';
import type { Grid } from './plan-grid.ts';
import { unitsOfHeading } from './unit-headings.ts';

/** Rows among which the header of such a table stands. */
const HEAD = 6;
/** Fewer units side by side are no matrix. */
const FEWEST = 2;

const MARK = new RegExp(
  `^(?:${SIGN}|牵头|主办|主责|主|负责|责任|配合|协办|协同|参与|配|协)?$`,
  'u',
);
const IS_SIGN = new RegExp(`^${SIGN}$`, 'u');
const LEADS = /^(?:牵头|主办|主责|主)$/u;
const HELPS = /^(?:配合|协办|协同|参与|配|协)$/u;

const HEADINGS: Record<Part, string> = {
  lead: '牵头单位',
  coop: '配合单位',
  responsible: '责任单位',
};
const PARTS: Part[] = ['lead', 'coop', 'responsible'];

/** The table as it is read, and signs of which it is not known what they stand for. */
export type Marked = { grid: Grid; unread: string[] };

/**
 * A table with a column for each unit and a mark for its part (县工信局 | 县财政局 over ★ | ▲, or 牵头 | 配合), with columns of
 * names instead. What a sign means the legend says (plan/legend.ts), in the table or in the paragraphs `beside` it; one that
 * none explains makes a unit responsible, which is doubtful where there are several or a legend stands there.
 */
export function nameMarkedUnits(grid: Grid, beside: string[]): Marked {
  const at = grid.rows.slice(0, HEAD).findIndex((row) => unitColumns(row).length >= FEWEST);
  const header = grid.rows[at];
  if (!header || header.some((cell) => isUnits(roleOf(cell.text)))) return { grid, unread: [] };
  if (!header.some((cell) => isContent(roleOf(cell.text)))) return { grid, unread: [] };
  const columns = unitColumns(header);
  const below = grid.rows.slice(at + 1).filter((row) => !isOneText(row));
  if (below.length === 0 || !below.every((row) => columns.every((c) => MARK.test(textOf(row, c)))))
    return { grid, unread: [] };
  const signs = [...new Set(below.flatMap((row) => columns.map((c) => textOf(row, c))))].filter(
    (text) => IS_SIGN.test(text),
  );
  const lines = [...linesOf(grid, at), ...beside.flatMap((text) => text.split('\n'))];
  const legend = readLegend(lines, signs);
  const isSpokenOf = (sign: string) => lines.some((l) => l.includes(sign));
  const unread = signs.filter((s) => !legend.has(s) && (signs.length > 1 || isSpokenOf(s)));
  const namesOf = (row: Cell[], part: Part) =>
    columns
      .filter((c) => textOf(row, c) !== '' && partOf(textOf(row, c), legend) === part)
      .map((c) => textOf(header, c))
      .join('、');
  const parts = PARTS.filter((part) => below.some((row) => namesOf(row, part) !== ''));
  const rows = grid.rows.map((row, r) => {
    const rest = row.filter((_, c) => !columns.includes(c));
    if (r < at || (r > at && isOneText(row)))
      return [...rest, ...parts.map((): Cell => ({ text: rest.at(-1)?.text ?? '', merged: true }))];
    return [
      ...rest,
      ...parts.map((part) => ({ text: r === at ? HEADINGS[part] : namesOf(row, part) })),
    ];
  });
  return { grid: { ...grid, rows }, unread };
}

/** Where a legend of the table may stand: rows above its header as they read across, and cells that are a row alone. */
function linesOf({ rows }: Grid, at: number): string[] {
  return rows
    .flatMap((row, r) => {
      const texts = [...new Set(row.map((cell) => cell.text.trim()).filter((t) => t !== ''))];
      return r < at ? [texts.join(' ')] : isOneText(row) || r === at ? texts : [];
    })
    .flatMap((text) => text.split('\n'));
}

const textOf = (row: Cell[], c: number) => row[c]?.text.trim() ?? '';

function unitColumns(row: Cell[]): number[] {
  return row.flatMap(({ text, merged }, c) =>
    !merged && isUnitList(text.trim()) && unitsOfHeading(text) !== undefined ? [c] : [],
  );
}

function isOneText(row: Cell[]): boolean {
  return new Set(row.map((cell) => cell.text.trim()).filter((text) => text !== '')).size <= 1;
}

function partOf(mark: string, legend: Map<string, Part>): Part {
  if (LEADS.test(mark)) return 'lead';
  if (HELPS.test(mark)) return 'coop';
  return legend.get(mark) ?? 'responsible';
}
