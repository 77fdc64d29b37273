import exceljs from 'exceljs';

/** 台账: one sheet of rows under one header row. */
export type Ledger = {
  sheet: string;
  /** `width` in characters; default fits the title. */
  columns: { title: string; width?: number }[];
  rows: (string | number | null)[][];
};

/** What Excel refuses in the name of a sheet. */
const NOT_IN_SHEET_NAMES = /[\\/?*[\]:]/g;

/** Writes a ledger as .xlsx: header frozen and filtered, text stays text whatever it begins with. */
export async function ledgerXlsx(ledger: Ledger): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const name = ledger.sheet.replace(NOT_IN_SHEET_NAMES, ' ').slice(0, 31);
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = ledger.columns.map((c) => ({ width: c.width ?? [...c.title].length * 2 + 4 }));
  const header = sheet.addRow(ledger.columns.map((c) => c.title));
  header.font = { bold: true };
  header.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true };
  for (const values of ledger.rows) {
    const row = sheet.addRow(values.map((v) => (typeof v === 'string' ? cellText(v) : v)));
    row.alignment = { vertical: 'top', wrapText: true };
    values.forEach((value, i) => {
      // The text format keeps =, +, - and @ harmless also after somebody has edited the cell.
      if (typeof value === 'string') row.getCell(i + 1).numFmt = '@';
    });
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, ledger.rows.length + 1), column: Math.max(1, ledger.columns.length) },
  };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The library drops other characters that XML forbids; a reader would take `_x0041_` for a coded A. */
function cellText(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
