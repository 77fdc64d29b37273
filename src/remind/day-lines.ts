import type { DayLine } from '../calendar/own-days.ts';
import type { Cell, DocumentContent } from '../documents/document.ts';
import { dayWords as words } from './wording.ts';

/** What a header says of the dates, or of the 是 and 否, in its column. */
const COLUMNS: { pattern: RegExp; yes: string; no?: string; example: string }[] = [
  { pattern: /是否.*(?:工作|上班|补班)/u, yes: '上班', no: '休', example: '是否工作日' },
  { pattern: /是否.*(?:放假|休|节假)/u, yes: '休', no: '上班', example: '是否放假' },
  { pattern: /上班|补班|工作日/u, yes: '上班', example: '调休上班日期' },
  { pattern: /放假|休息|休假|假期/u, yes: '休', example: '放假时间' },
];
const YES = /^(?:是|√|✓|y|yes|true|1)$/iu;
const NO = /^(?:否|×|n|no|false|0)$/iu;
const DATED = /\d{1,2}\s*[-/.月]\s*\d{1,2}|^\d{8}$/u;

/** A document as lines of days: a table row is one line, and what its header says stands beside the date. Pure. */
export function dayLines({ blocks }: DocumentContent): DayLine[] {
  return blocks.flatMap((block): DayLine[] => {
    if (block.kind === 'paragraph')
      return block.text.split('\n').map((text) => ({
        where: words.line(block.place.paragraph),
        text,
      }));
    let header: string[] = [];
    return block.rows.map((row, i) => {
      const cells = row.map(textOf);
      const filled = cells.filter(Boolean);
      if (filled.length > 1 && !cells.some((c) => DATED.test(c))) header = cells;
      const said = cells.map((cell, c) => say(cell, header[c] ?? ''));
      return { where: words.row(i + 1, block.place.sheet), text: said.filter(Boolean).join(' ') };
    });
  });
}

function textOf(cell: Cell): string {
  return cell.merged ? '' : cell.text.replace(/\s*\n\s*/g, '、').trim();
}

function say(cell: string, header: string): string {
  if (!cell || cell === header) return cell;
  const column = COLUMNS.find((c) => c.pattern.test(header));
  if (!column) return cell;
  if (column.no !== undefined)
    return YES.test(cell) ? column.yes : NO.test(cell) ? column.no : cell;
  return DATED.test(cell) ? `${cell} ${column.yes}` : cell;
}
