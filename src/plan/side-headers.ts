import type { Cell } from '../documents/document.ts';
import { findHeader } from './columns.ts';
import { isContent, isUnits, roleOf } from './headers.ts';
import type { Grid } from './plan-grid.ts';
import type { ProseLine } from './read-prose.ts';

/** A table whose headings stand at the side of one column per task or month, turned so that they stand above. */
export function turnSideways(grid: Grid): Grid | undefined {
  const width = grid.rows[0]?.length ?? 0;
  if (grid.rows.length > 40 || width < 3) return undefined;
  const rows = Array.from({ length: width }, (_, c) =>
    grid.rows.map((row): Cell => row[c] ?? { text: '' }),
  );
  const at = [0, 1].find((r) => findHeader(rows, r));
  if (at === undefined || rows.length <= at + 1) return undefined;
  // Titles above run over the whole width and would stand in every row.
  const titles = grid.rows.findIndex((row) => roleOf(row[at]?.text ?? '') !== undefined);
  return {
    ...grid,
    rows: rows.map((row) => row.slice(Math.max(0, titles))),
    source: () => grid.source(Math.max(0, titles)),
  };
}

/** The lines `label：value` of a form: 督办事项 | … , 牵头单位 | … | 完成时限 | …. */
export function readForm(grid: Grid): ProseLine[] | undefined {
  const lines: (ProseLine & { content: boolean })[] = [];
  const roles = new Set<string>();
  for (const [r, row] of grid.rows.entries()) {
    const cells = row.filter((c) => !c.merged).map((c) => c.text.trim());
    const filled = cells.filter((c) => c !== '');
    if (filled.length === 0) continue;
    const role = roleOf(filled[0] ?? '');
    if (role === undefined) {
      // A line over the whole form, or one more value.
      if (filled.length > 1) return undefined;
      continue;
    }
    for (let i = 0; i < cells.length; i += 2) {
      const label = cells[i] ?? '';
      const found = roleOf(label);
      if (label === '') continue;
      if (found === undefined) return undefined;
      roles.add(isContent(found) ? 'content' : isUnits(found) ? 'units' : 'other');
      const value = cells[i + 1] ?? '';
      // 项目 | 内容: the form's own headings.
      if (isContent(roleOf(value))) continue;
      if (value !== '')
        lines.push({
          text: `${label}：${value}`,
          source: grid.source(r),
          content: isContent(found),
        });
    }
  }
  if (!roles.has('content') || !roles.has('units')) return undefined;
  const first = lines.findIndex((l) => l.content);
  const isOneTask = lines.filter((l) => l.content).length === 1;
  // A form that names the unit first is one record all the same.
  return isOneTask && first > 0
    ? [...lines.slice(first, first + 1), ...lines.slice(0, first), ...lines.slice(first + 1)]
    : lines;
}
