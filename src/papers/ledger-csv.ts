import type { Ledger } from './ledger-xlsx.ts';

/** What a spreadsheet takes for the beginning of a formula, the full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Writes a ledger as .csv (RFC 4180): with a byte order mark, without which Excel on Chinese Windows reads GBK. Text
 * that begins like a formula gets an apostrophe in front, because a .csv has no text format.
 */
export function ledgerCsv(ledger: Ledger): Uint8Array {
  const lines = [ledger.columns.map((c) => c.title), ...ledger.rows].map((row) =>
    row.map(cell).join(','),
  );
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
