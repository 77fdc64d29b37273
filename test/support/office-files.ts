import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';

/** A cell for tests: its text, how many rows and columns it spans; null where a cell above or left of it reaches. */
export type SampleCell = string | { text: string; rows?: number; columns?: number } | null;

const textOf = (cell: SampleCell) =>
  cell === null ? '' : typeof cell === 'string' ? cell : cell.text;
const paragraphs = (text: string) =>
  text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));

/** A Word file of paragraphs (strings) and tables (rows of cells), written by the docx library. */
export async function makeDocx(parts: (string | SampleCell[][])[]): Promise<Uint8Array> {
  const children = parts.map((part) =>
    typeof part === 'string' ? new Paragraph({ children: [new TextRun(part)] }) : makeTable(part),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function makeTable(rows: SampleCell[][]): Table {
  const reach: number[] = [];
  return new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.flatMap((cell, c) => {
            const below = (reach[c] ?? 0) > 0;
            if (below) reach[c] = (reach[c] ?? 0) - 1;
            if (cell === null && !below) return [];
            const spans = cell !== null && typeof cell === 'object' ? cell : undefined;
            if (spans?.rows) reach[c] = spans.rows - 1;
            return [
              new TableCell({
                children: paragraphs(textOf(cell)),
                ...(spans?.columns ? { columnSpan: spans.columns } : {}),
                ...(below ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
                ...(spans?.rows ? { verticalMerge: VerticalMergeType.RESTART } : {}),
              }),
            ];
          }),
        }),
    ),
  });
}

/** A Word file whose body is this XML, for what the library cannot write. */
export function makeRawDocx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const all = { '[Content_Types].xml': '<x/>', 'word/document.xml': document, ...parts };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

type SheetCell = SampleCell | number | Date | { formula: string; result?: string };
export type SampleSheet = { name: string; rows: SheetCell[][]; hidden?: boolean };

/** An Excel file; merged cells are written as such, dates as true dates. */
export async function makeXlsx(sheets: SampleSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, hidden } of sheets) {
    const sheet = book.addWorksheet(name, hidden ? { state: 'hidden' } : {});
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell === null) continue;
        const target = sheet.getCell(r + 1, c + 1);
        if (cell instanceof Date) target.numFmt = 'yyyy"年"m"月"d"日"';
        if (typeof cell === 'object' && 'text' in cell) {
          target.value = cell.text;
          if (cell.rows || cell.columns)
            sheet.mergeCells(r + 1, c + 1, r + (cell.rows ?? 1), c + (cell.columns ?? 1));
        } else target.value = cell;
      }
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
