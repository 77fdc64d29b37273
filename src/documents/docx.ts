import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Block, Cell, DocumentContent } from './document.ts';
import { type Numbering, readNumbering } from './docx-numbering.ts';
import { spread, type WrittenCell } from './grid.ts';
import { unpack } from './unpack.ts';

type Paragraph = { text: string; style?: string; numId?: string; level?: number; joins: boolean };
type Table = { kind: 'table'; rows: Cell[][] };
type Written = { kind: 'paragraph'; text: string; heading?: number } | Table;
type Container = { blocks: Written[]; carried: string };
type OpenRow = { cells: WrittenCell[]; before: number; deleted: boolean };
type OpenCell = Container & { columns: number; continues: boolean };
type OpenTable = { rows: OpenRow[]; row?: OpenRow; cell?: OpenCell; promoted: Table[] };

/** Parts of a paragraph that no reader of the page sees: deleted text, field codes, readings, doubles for old Word. */
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'Fallback',
  'delInstrText',
]);

/** Reads a .docx: paragraphs with their automatic numbers, tables as full grids, insertions in, deletions out. */
export function readDocx(bytes: Uint8Array): DocumentContent {
  const parts = unpack(bytes, (name) =>
    /^word\/(?:document|numbering|styles)\.xml$|vbaProject\.bin$/.test(name),
  );
  const xml = (name: string) => new TextDecoder().decode(parts[`word/${name}.xml`]);
  const numbering = readNumbering(
    parts['word/numbering.xml'] ? xml('numbering') : '',
    parts['word/styles.xml'] ? xml('styles') : '',
  );
  const { written, pictures, objects } = readBody(xml('document'), numbering);
  const problems: DocumentContent['problems'] = [];
  if (pictures > 0)
    problems.push({ where: '全文', message: `有 ${pictures} 张图片，图中的文字没有读取` });
  if (objects > 0)
    problems.push({
      where: '全文',
      message: `有 ${objects} 个嵌入的对象（如 Excel 表），没有读取`,
    });
  if (Object.keys(parts).some((name) => name.endsWith('vbaProject.bin')))
    problems.push({ where: '全文', message: '文件带有宏，宏没有运行，也没有读取' });
  return { format: 'docx', blocks: place(written), problems };
}

function place(written: Written[]): Block[] {
  let paragraph = 0;
  let table = 0;
  return written.map((block) =>
    block.kind === 'table'
      ? { ...block, place: { table: ++table } }
      : { ...block, place: { paragraph: ++paragraph } },
  );
}

function readBody(xml: string, numbering: Numbering) {
  const body: Container = { blocks: [], carried: '' };
  const tables: OpenTable[] = [];
  const paragraphs: Paragraph[] = [];
  const path: string[] = [];
  let unseen = 0;
  let pictures = 0;
  let objects = 0;
  const container = (): Container => tables.at(-1)?.cell ?? body;
  const write = (text: string) => {
    const open = paragraphs.at(-1);
    if (open) open.text += text;
  };

  const openTag = (tag: string, val: (name: string) => string | undefined) => {
    const table = tables.at(-1);
    const open = paragraphs.at(-1);
    if (tag === 'tbl') tables.push({ rows: [], promoted: [] });
    else if (tag === 'tr' && table) table.row = { cells: [], before: 0, deleted: false };
    else if (tag === 'tc' && table)
      table.cell = { blocks: [], carried: '', columns: 1, continues: false };
    else if (tag === 'gridBefore' && table?.row) table.row.before = Number(val('val') ?? 0);
    else if (tag === 'del' && table?.row && path.at(-2) === 'trPr') table.row.deleted = true;
    else if (tag === 'gridSpan' && table?.cell) table.cell.columns = Number(val('val') ?? 1);
    else if (tag === 'vMerge' && table?.cell) table.cell.continues = val('val') !== 'restart';
    else if (tag === 'p') paragraphs.push({ text: '', joins: false });
    else if (tag === 'pStyle' && open) open.style = val('val');
    else if (tag === 'numId' && open && path.at(-2) === 'numPr') open.numId = val('val');
    else if (tag === 'ilvl' && open) open.level = Number(val('val') ?? 0);
    else if (tag === 'del' && open && path.at(-3) === 'pPr') open.joins = true;
    else if (tag === 'tab' && path.at(-2) !== 'tabs') write('\t');
    else if (tag === 'br' && val('type') === undefined) write('\n');
    else if (tag === 'cr') write('\n');
    else if (tag === 'noBreakHyphen') write('-');
    else if (tag === 'blip' || tag === 'imagedata') pictures++;
    else if (tag === 'OLEObject') objects++;
  };

  const closeTag = (tag: string) => {
    const table = tables.at(-1);
    if (tag === 'p') {
      const done = paragraphs.pop();
      if (done) closeParagraph(done, container(), numbering);
    } else if (tag === 'tc' && table?.cell) {
      const { columns, continues } = table.cell;
      table.row?.cells.push({ text: cellText(table.cell), columns, continues });
      table.promoted.push(
        ...(table.cell.blocks.filter((b) => b.kind === 'table' && isLarge(b)) as Table[]),
      );
      table.cell = undefined;
    } else if (tag === 'tr' && table?.row) {
      if (!table.row.deleted) table.rows.push(table.row);
      table.row = undefined;
    } else if (tag === 'tbl' && table) {
      tables.pop();
      closeTable(table, container());
    }
  };

  const parser = new SaxesParser();
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = local(tag.name);
    path.push(name);
    if (unseen === 0) openTag(name, (key) => attribute(tag.attributes, key));
    if (UNSEEN.has(name)) unseen++;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    const name = local(tag.name);
    path.pop();
    if (UNSEEN.has(name)) unseen--;
    if (unseen === 0) closeTag(name);
  });
  parser.on('text', (text: string) => {
    if (unseen === 0 && path.at(-1) === 't') write(text);
  });
  parser.write(xml).close();
  return { written: body.blocks, pictures, objects };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attribute(
  attributes: Record<string, SaxesAttributePlain | string>,
  key: string,
): string | undefined {
  const value = attributes[`w:${key}`] ?? attributes[key];
  return typeof value === 'string' ? value : undefined;
}

function closeParagraph(done: Paragraph, into: Container, numbering: Numbering): void {
  const text = into.carried + done.text;
  into.carried = '';
  // A deleted paragraph mark: what follows belongs to the same paragraph.
  if (done.joins) into.carried = text;
  else if (text.trim() !== '') {
    const number = numbering.next(done.numId, done.level, done.style);
    const heading = numbering.heading(done.style);
    into.blocks.push({
      kind: 'paragraph',
      text: number + text.replace(/\r/g, ''),
      ...(heading === undefined ? {} : { heading }),
    });
  }
}

/** Web pages pasted into Word put the true table into a cell of a table that only arranges the page. */
function isLarge(table: Table): boolean {
  return table.rows.length >= 3 && (table.rows[0]?.length ?? 0) >= 3;
}

function cellText(cell: OpenCell): string {
  return cell.blocks
    .flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text];
      if (isLarge(block)) return [];
      return block.rows.map((row) =>
        row
          .filter((c) => !c.merged && c.text !== '')
          .map((c) => c.text)
          .join('\t'),
      );
    })
    .join('\n');
}

function closeTable(table: OpenTable, into: Container): void {
  const rows = spread(table.rows);
  if (rows.some((row) => row.some((cell) => cell.text.trim() !== '')))
    into.blocks.push({ kind: 'table', rows });
  into.blocks.push(...table.promoted);
}
