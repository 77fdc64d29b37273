import type { Block, Cell } from '../documents/document.ts';
import { repair } from './repair.ts';

/** A row of a table as people read it: its cells under the names of their columns. */
export type Row = { name: string; cells: { label: string; text: string }[]; raw: string };

/**
 * Text files keep a table as lines that begin with a tab, one a cell; lines without a tab go on in the cell above, and a
 * gap in the line numbers ends the row. Pasted from a sheet, each line is a row, its cells with tabs between them.
 */
export function gatherTables(blocks: Block[]): Block[] {
  return gatherCells(gatherLines(blocks));
}

/** Neighbouring lines with as many cells. */
function gatherLines(blocks: Block[]): Block[] {
  const gathered: Block[] = [];
  let run: Block[] = [];
  const close = () => {
    const rows = run.map((line) => cellsOf(line).map((text) => ({ text })));
    gathered.push(...(run.length > 1 ? [{ kind: 'table' as const, rows, place: {} }] : run));
    run = [];
  };
  for (const block of blocks) {
    const width = cellsOf(block).length;
    const last = run.at(-1);
    if (last && cellsOf(last).length !== width) close();
    if (width > 1) run.push(block);
    else gathered.push(block);
  }
  close();
  return gathered;
}

const cellsOf = (block: Block) =>
  block.kind === 'paragraph' && /^[^\t\n]+\t/.test(block.text)
    ? block.text.split('\t').map((text) => text.trim())
    : [];

function gatherCells(blocks: Block[]): Block[] {
  const gathered: Block[] = [];
  let rows: Cell[][] = [];
  let last = 0;
  const close = () => {
    if (rows.length > 0) gathered.push({ kind: 'table', rows, place: {} });
    rows = [];
  };
  for (const block of blocks) {
    const at = block.kind === 'paragraph' ? (block.place.paragraph ?? 0) : 0;
    if (block.kind === 'paragraph' && /^\t/.test(block.text)) {
      if (rows.length === 0 || at > last + 1) rows.push([]);
      for (const cell of block.text.slice(1).split('\t')) rows.at(-1)?.push({ text: cell });
    } else if (
      block.kind === 'paragraph' &&
      rows.length > 0 &&
      at === last + 1 &&
      inCell(block.text)
    ) {
      const cell = rows.at(-1)?.at(-1);
      if (cell) cell.text += `\n${block.text}`;
    } else {
      close();
      gathered.push(block);
    }
    last = at;
  }
  close();
  return gathered;
}

/** Whether a line below a cell still belongs to it: not the frame of the document. */
const inCell = (text: string) => !/^\s*(?:抄送|附\s*件|中共|主题词|印发)/.test(text);

/** Columns that every row needs and that people leave empty below the first: 月度, 序号, 类别. */
const CARRIED = /^(?:月度|月份|时间|季度|类别|分类|板块|事项类别|领域)$/;

/** Names of the columns: the first row of short cells, none of them a number or a sentence. */
function isHeader(cells: string[]): boolean {
  return cells.filter((c) => c !== '').length >= 2 && cells.every(isName);
}

const NAME_LENGTH = 18;

/** 2027年产值（亿元） names a column; 12, 3.5%, 3月 and 1.开展调研 do not. */
const isName = (text: string) =>
  text.length <= NAME_LENGTH && !/[。；]|^[\d.,%\s]+$|^\d+\s*[.．、]|^\d{1,2}月/.test(text);

/** A name over several columns, 产值目标, has theirs in the row below it: 产值目标2027年. */
function underNames(header: string[], below: string[]): string[] | undefined {
  const spanned = header.map(
    (name, i) => name !== '' && (header[i - 1] === name || header[i + 1] === name),
  );
  if (!spanned.includes(true) || !below.every(isName)) return undefined;
  const own = header.every((name, i) => spanned[i] || below[i] === name || below[i] === '');
  return own ? header.map((name, i) => (spanned[i] ? `${name}${below[i]}` : name)) : undefined;
}

/** 年产值（亿元）: 12 is read as 年产值：12亿元. */
export function cellText({ label, text }: { label: string; text: string }): string {
  if (!label) return text;
  const unit = /^(.+)[（(](?:单位[:：])?([^（）()]{1,6})[）)]$/.exec(label);
  return unit && /^\d[\d.,]*$/.test(text) ? `${unit[1]}：${text}${unit[2]}` : `${label}：${text}`;
}

/** Rows below the header, with what "as above" stands for; a row over the whole width before it is the caption. */
export function readRows(table: Cell[][]): { caption?: string; rows: Row[] } {
  let caption: string | undefined;
  let header: string[] | undefined;
  const rows: Row[] = [];
  let above: string[] = [];
  for (const cells of table) {
    const texts = cells.map((c) => tidy(c.text));
    const whole = new Set(texts.filter((t) => t !== ''));
    if (!header) {
      if (whole.size === 1 && cells.length > 1) caption ??= [...whole][0];
      else if (isHeader(texts)) header = texts;
      else header = texts.map(() => '');
      if (header?.some((h) => h !== '') || whole.size === 1) continue;
    }
    if (whole.size === 0 || texts.join('|') === header?.join('|')) continue;
    const under = rows.length === 0 && header ? underNames(header, texts) : undefined;
    if (under) {
      header = under;
      continue;
    }
    const filled = texts.map((text, i) =>
      text === '' && (CARRIED.test(header?.[i] ?? '') || (i === 0 && header?.[0] !== '序号'))
        ? (above[i] ?? '')
        : text,
    );
    above = filled;
    const named = filled
      .map((text, i) => ({ label: header?.[i] ?? '', text }))
      .filter((cell, i) => cell.text !== '' && !(cells[i]?.merged && repeats(filled, i)));
    rows.push({
      name: nameOf(named, rows.length),
      cells: named,
      raw: cells.map((c) => c.text).join('\t'),
    });
  }
  return { ...(caption ? { caption } : {}), rows };
}

/** A cell merged over several columns stands in each of them: it is said once. */
const repeats = (texts: string[], at: number) => at > 0 && texts[at - 1] === texts[at];

/** A cell's line breaks divide items only where the next line is numbered; else they are layout. */
function tidy(text: string): string {
  return repair(text)
    .replace(/\n(?=\s*(?:\d{1,2}[.．、]|[（(]\d))/g, '\u0000')
    .replace(/、\n/g, '、')
    .replace(/\s*\n\s*/g, (_, at: number, whole: string) => (isUnitBreak(whole, at) ? '、' : ''))
    .replaceAll('\u0000', '\n')
    .trim();
}

/** A line break between two names of bodies stands for 、: the line above ends like one and the one below is whole. */
function isUnitBreak(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at).trim();
  return (
    /(?:局|委|办|中心|公司|厅|部|院|会|乡镇|园区|开发区|政府)$/.test(before) &&
    /^[^，。；\n]{2,14}(?:局|委|办|中心|公司|厅|部|院|会|乡镇|园区|开发区|政府|等)/.test(after)
  );
}

function nameOf(cells: { label: string; text: string }[], index: number): string {
  const month = cells.find((c) => /月/.test(c.label) && /^\d{1,2}月/.test(c.text))?.text;
  const number = cells.map((c) => /^(\d{1,3})\s*[.．、]/.exec(c.text)?.[1]).find((n) => n);
  const own = cells.find((c) => c.label === '序号')?.text;
  return [month, number ?? own ?? String(index + 1)].filter(Boolean).join('/');
}
