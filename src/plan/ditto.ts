import type { Cell } from '../documents/document.ts';

/** 〃, ″, 同上: the cell says what the one above it says. */
const DITTO = /^(?:〃{1,2}|″{1,2}|["“”]{1,2}|同上[行栏]?)$/u;

/** Rows in which a mark of repetition is replaced by the text it stands for; lines over the whole width are passed over. */
export function writeOutDittos(rows: Cell[][]): Cell[][] {
  const last: string[] = [];
  return rows.map((row) => {
    if (isOneText(row)) return row;
    return row.map((cell, c) => {
      const text = cell.text.trim();
      const above = last[c];
      if (DITTO.test(text) && above !== undefined) return { ...cell, text: above };
      if (text !== '') last[c] = cell.text;
      return cell;
    });
  });
}

function isOneText(row: Cell[]): boolean {
  return row.length > 1 && new Set(row.map((c) => c.text.trim()).filter((t) => t !== '')).size <= 1;
}
