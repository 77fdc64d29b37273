import type { Cell, DocumentContent } from './document.ts';
import { decodeText } from './text-code.ts';

/** Reads comma-, semicolon- or tab-separated text with quoted cells (RFC 4180) as one table. */
export function readCsv(bytes: Uint8Array): DocumentContent {
  const text = decodeText(bytes);
  const firstLines = text.slice(0, 2000);
  const count = (c: string) => firstLines.split(c).length;
  const separator = [',', '\t', ';', '，'].reduce((best, c) => (count(c) > count(best) ? c : best));
  const rows = split(text, separator);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, c): Cell => ({ text: (row[c] ?? '').trim() })),
  );
  const filled = grid.some((row) => row.some((cell) => cell.text !== ''));
  return {
    format: 'csv',
    blocks: filled ? [{ kind: 'table', rows: grid, place: { table: 1 } }] : [],
    problems: [],
  };
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (c === separator) {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
