import type { Cell } from './document.ts';

/** One written cell of a table: how far it reaches, and whether it goes on the merged cell above it. */
export type WrittenCell = { text: string; columns?: number; rows?: number; continues?: boolean };

/** Spreads written cells over a full grid: each position a merged cell covers holds its text, marked but in its first. */
export function spread(rows: { before?: number; cells: WrittenCell[] }[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    const line = grid[r] ?? [];
    let c = row.before ?? 0;
    for (const cell of row.cells) {
      while (line[c]) c++;
      const above = cell.continues ? grid[r - 1]?.[c] : undefined;
      const text = above?.text ?? cell.text;
      for (let dr = 0; dr < (cell.rows ?? 1) && r + dr < grid.length; dr++) {
        for (let dc = 0; dc < (cell.columns ?? 1); dc++) {
          const covered = above !== undefined || dr > 0 || dc > 0;
          const target = grid[r + dr];
          if (target) target[c + dc] = covered ? { text, merged: true } : { text };
        }
      }
      c += cell.columns ?? 1;
    }
  }
  const width = Math.max(0, ...grid.slice(0, 50_000).map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, c) => line[c] ?? { text: '' }));
}
