import type { ReplyInput } from './reading.ts';
import { edited, type ReplyText } from './reply-text.ts';

/** What a column of a pasted sheet holds, by its head. */
const COLUMNS: readonly { holds: Column; head: RegExp; example: string }[] = [
  { holds: 'number', head: /^(?:序号|编号|项次|no\.?|任务号)$/u, example: '序号' },
  { holds: 'yes-no', head: /^是否/u, example: '是否完成' },
  { holds: 'reason', head: /原因|困难|问题/u, example: '未完成原因' },
  {
    holds: 'name',
    head: /^(?:任务|项目|事项|工作|内容|名称|重点|指标)(?:名称|内容|任务|事项)?$/u,
    example: '任务名称',
  },
];
type Column = 'number' | 'yes-no' | 'reason' | 'name' | 'words';

const EMPTY = /^[/\-—无\\]*$/u;
const YES = /^(?:是|已|y|yes|✓|完成)$/u;
const NO = /^(?:否|未|n|no|✗)$/u;

/**
 * Rows pasted from a sheet (序号\t是否完成\t备注) as sentences: 第1项已完成,27项. Only where the first line is a head with a
 * column of numbers and every other line begins with the number of an open task; else the message stays as it is. Pure.
 */
export function sentencesOfTable(reply: ReplyText, { tasks }: ReplyInput): ReplyText {
  const [head, ...rows] = linesOf(reply.text);
  if (!head || rows.length === 0) return reply;
  const columns = cellsOf(head.text).map(
    (cell): Column => COLUMNS.find((c) => c.head.test(cell))?.holds ?? 'words',
  );
  const numbered = rows.every((r) => tasks.some((t) => String(t.no) === cellsOf(r.text)[0]));
  if (columns[0] !== 'number' || columns.length < 2 || !numbered) return reply;
  const blank = { at: head.at, length: head.text.length, text: '' };
  const edits = rows.map((r) => ({
    at: r.at,
    length: r.text.length,
    text: sentenceOf(cellsOf(r.text), columns),
  }));
  return edited(reply, [blank, ...edits]);
}

function linesOf(text: string): { at: number; text: string }[] {
  return [...text.matchAll(/[^\n]+/gu)].map((m) => ({ at: m.index, text: m[0] }));
}

/** Cells divided by tabs, or by blanks where there are none. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .split(line.includes('\t') ? /\t/u : /\s+/u)
    .map((cell) => cell.trim());

/** A reason is told only where nothing else in the row says how the task stands. */
function sentenceOf(cells: string[], columns: Column[]): string {
  const told = cells.slice(1).flatMap((cell, i): { holds: Column; words: string }[] => {
    const holds = columns[i + 1] ?? 'words';
    if (EMPTY.test(cell) || holds === 'name') return [];
    const words = YES.test(cell) ? '已完成' : NO.test(cell) ? '未完成' : cell;
    return [{ holds, words: holds === 'yes-no' ? words : cell }];
  });
  const plain = told.filter((t) => t.holds !== 'reason');
  const kept = plain.length > 0 ? plain : told;
  // 否 with 系统对接中 beside it: the words tell more.
  const more = kept.filter((t) => t.words !== '未完成');
  return `第${cells[0]}项${(more.length > 0 ? more : kept).map((t) => t.words).join(',')}。`;
}
