import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Cell, DocumentContent, TableBlock } from './document.ts';
import { unpack } from './unpack.ts';

type Problems = DocumentContent['problems'];

/** Reads an .xlsx: unpacked behind the guard first, because the reader's own unpacking knows no limit. */
export function readXlsx(bytes: Uint8Array): DocumentContent {
  const parts = unpack(bytes, (name) => !/media\/|\.(?:png|jpe?g|gif|emf|wmf)$/i.test(name));
  const macros = Object.keys(parts).some((name) => name.endsWith('vbaProject.bin'));
  const content = readWorkbook('xlsx', zipSync(parts, { level: 0 }));
  if (macros)
    content.problems.push({ where: '全文', message: '文件带有宏，宏没有运行，也没有读取' });
  return content;
}

/** Reads an .xls. Throws what SheetJS throws; its message names a password. */
export function readXls(bytes: Uint8Array): DocumentContent {
  return readWorkbook('xls', bytes);
}

function readWorkbook(format: 'xlsx' | 'xls', bytes: Uint8Array): DocumentContent {
  const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true });
  const problems: Problems = [];
  const blocks: TableBlock[] = [];
  for (const [i, sheet] of book.SheetNames.entries()) {
    const rows = readSheet(book, sheet, problems);
    if (!rows.some((row) => row.some((cell) => cell.text !== ''))) continue;
    if (isHidden(book, i))
      problems.push({ where: `工作表“${sheet}”`, message: '是隐藏的工作表，没有读取' });
    else blocks.push({ kind: 'table', rows, place: { sheet } });
  }
  return { format, blocks, problems };
}

function isHidden(book: WorkBook, i: number): boolean {
  return Boolean(book.Workbook?.Sheets?.[i]?.Hidden);
}

function readSheet(book: WorkBook, name: string, problems: Problems): Cell[][] {
  const sheet: WorkSheet = book.Sheets[name] ?? {};
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rows = Array.from({ length: data.length }, (_, r) =>
    Array.from(data[r] ?? [], (cell, c): Cell => {
      if (cell && isUnsaved(cell))
        problems.push({
          where: `工作表“${name}”${utils.encode_cell({ r, c })}`,
          message: '公式没有保存结果，按公式原文读取',
        });
      return { text: cell ? textOf(cell) : '' };
    }),
  );
  for (const { s, e } of sheet['!merges'] ?? []) {
    const text = rows[s.r]?.[s.c]?.text ?? '';
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r++) {
      for (let c = s.c; c <= Math.min(e.c, 255); c++) {
        const row = rows[r];
        if (row && (r > s.r || c > s.c)) row[c] = { text, merged: true };
      }
    }
  }
  const hidden = (sheet['!rows'] ?? []).filter((row, r) => row?.hidden && rows[r]).length;
  if (hidden > 0)
    problems.push({ where: `工作表“${name}”`, message: `有 ${hidden} 行被隐藏，也一并读取了` });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? { text: '' }));
}

/** A formula whose program saved no result: it comes without a value, or as a bare 0. */
function isUnsaved(cell: CellObject): boolean {
  return (
    cell.f !== undefined &&
    (cell.v === undefined || (cell.v === 0 && String(cell.w ?? cell.v) === '0'))
  );
}

/** What the cell shows; a true date as `2022-03-31`, or `2022年3月` where its format shows no day. */
function textOf(cell: CellObject): string {
  if (isUnsaved(cell)) return `=${cell.f}`;
  if (cell.v === undefined) return '';
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (cell.t === 'n' && typeof cell.v === 'number' && SSF.is_date(format) && cell.v >= 1) {
    const { y, m, d } = SSF.parse_date_code(cell.v);
    const two = (n: number) => String(n).padStart(2, '0');
    // Quoted and bracketed parts are not date letters: [$-804], "年".
    const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    return /d/i.test(letters) ? `${y}-${two(m)}-${two(d)}` : `${y}年${m}月`;
  }
  return String(cell.w ?? cell.v)
    .replace(/\r\n?/g, '\n')
    .trim();
}
