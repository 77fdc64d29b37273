import { Buffer } from 'node:buffer';
import { CFB } from '@e965/xlsx';
import WordExtractor from 'word-extractor';
import type { Block, DocumentContent } from './document.ts';
import { spread } from './grid.ts';

/** A line in a row's first cell is a month or a number; longer ones are paragraphs between two tables. */
const LONGEST_HEAD = 12;

/**
 * Reads a .doc. The reader gives each table cell as text and a tab, each row's end as a line break right after a tab;
 * vertical merges are lost, their cells are empty.
 */
export async function readDoc(bytes: Uint8Array): Promise<DocumentContent> {
  if (isEncrypted(bytes)) throw new Error('password');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  const lines = document.getBody({ filterUnicode: false }).replace(/\r/g, '').split('\n');
  const blocks: Block[] = [];
  let paragraph = 0;
  let table = 0;
  let rows: string[][] = [];
  /** Lines since the last finished row: paragraphs, or the first lines of a row's first cells. */
  let open: string[] = [];
  const addParagraphs = (texts: string[]) => {
    for (const text of texts)
      if (text.trim() !== '')
        blocks.push({ kind: 'paragraph', text, place: { paragraph: ++paragraph } });
  };
  const endTable = () => {
    if (rows.length === 0) return;
    const grid = spread(
      rows.map((cells) => ({ cells: cells.map((text) => ({ text: text.trim() })) })),
    );
    blocks.push({ kind: 'table', rows: grid, place: { table: ++table } });
    rows = [];
  };
  for (const line of lines) {
    open.push(line);
    if (!line.endsWith('\t')) continue;
    const whole = open.join('\n');
    const cells = whole.slice(0, -1).split('\t');
    // Paragraphs before a row stand in its first cell, which is otherwise one short line.
    const width = rows[0]?.length;
    const at = (cells[0] ?? '').lastIndexOf('\n');
    const before = (cells[0] ?? '').slice(0, Math.max(at, 0)).split('\n');
    if (at >= 0 && (width !== cells.length || before.some((l) => l.length > LONGEST_HEAD))) {
      endTable();
      addParagraphs(before);
      cells[0] = (cells[0] ?? '').slice(at + 1);
    }
    rows.push(cells);
    open = [];
  }
  endTable();
  addParagraphs(open);
  return { format: 'doc', blocks, problems: [] };
}

/** Bit 8 of the flags at byte 10 of the WordDocument stream ([MS-DOC] 2.5.2, fEncrypted). */
function isEncrypted(bytes: Uint8Array): boolean {
  const stream = CFB.find(CFB.read(bytes, { type: 'array' }), 'WordDocument');
  return ((stream?.content[11] ?? 0) & 1) === 1;
}
