import type { Cell, DocumentContent } from '../documents/document.ts';
import { fold } from '../text/fold.ts';
import { readClause } from './read-clause.ts';

type Column = 'unit' | 'item' | 'number' | 'state' | 'note';

/** Headings of a list of how units' items stand; what comes first here is taken first. */
const HEADINGS: readonly { column: Column; words: RegExp; example: string }[] = [
  {
    column: 'unit',
    words: /^(?:填报|上报|报送|责任|承办|牵头|反馈|来电)?(?:单位|部门)(?:名称)?$/u,
    example: '填报单位',
  },
  {
    column: 'state',
    words:
      /^(?:完成|进展|办理|落实|推进|当前|目前|任务|最新|办结)?(?:状态|情况|进展|进度)(?:情况)?$|^(?:是否)?(?:完成|办结)(?:与?否)?$|^(?:反馈|报送|电话)(?:情况|内容|结果)?$/u,
    example: '进展情况',
  },
  {
    column: 'number',
    words: /^(?:项|项号|项次|序号|编号|任务号|第几项|(?:任务|事项|工作)(?:序号|编号))$/u,
    example: '序号',
  },
  {
    column: 'item',
    words: /^(?:重点)?(?:任务|事项|工作|项目)(?:名称|内容|事项)?$|^内容$/u,
    example: '工作任务',
  },
  {
    column: 'note',
    words: /^(?:备注|说明|原因|困难|存在(?:的)?问题|补充)(?:说明)?$/u,
    example: '备注',
  },
];

/** What only a plan has: a list that says by when is one, whatever it says of progress. */
const OF_A_PLAN = /时限|期限|截止|时间|节点|月份|季度|目标|配合|协办|责任人/u;
/** Rows above the headings: a title, a date. */
const ABOVE = 4;

const said = (cell: Cell | undefined) => (cell?.text ?? '').replace(/\s+/gu, '');
const tells = (text: string) =>
  readClause({ masked: fold(text), shares: [] }, () => false) !== undefined;

/**
 * A table that the office filled in for units (单位, 第几项, 进展, 备注) as a note of one line a unit: 财政局：第1项已完成，
 * 资金已拨；第2项正在推进. Undefined where a document is something else, a plan with a column of progress for one. Pure.
 */
export function readProxyTable(content: DocumentContent): string | undefined {
  for (const block of content.blocks) {
    const note = block.kind === 'table' ? readRows(block.rows) : undefined;
    if (note) return note;
  }
  return undefined;
}

function readRows(rows: Cell[][]): string | undefined {
  for (const [i, head] of rows.slice(0, ABOVE).entries()) {
    const columns = columnsOf(head);
    if (!columns) continue;
    const stated = rows.slice(i + 1).flatMap((row) => readRow(row, columns) ?? []);
    const told = stated.filter((r) => tells(r.state));
    if (told.length === 0 || told.length * 2 <= stated.length) return undefined;
    const units = new Map<string, string[]>();
    for (const { unit, text } of told) units.set(unit, [...(units.get(unit) ?? []), text]);
    return [...units].map(([unit, texts]) => `${unit}：${texts.join('；')}`).join('\n');
  }
  return undefined;
}

/** Where each column stands; undefined where the row is no heading of such a list. */
function columnsOf(head: Cell[]): Map<Column, number> | undefined {
  const texts = head.map((cell) => said(cell).replace(/[(（].*$/u, ''));
  if (texts.some((t) => OF_A_PLAN.test(t))) return undefined;
  const columns = new Map<Column, number>();
  for (const { column, words } of HEADINGS) {
    const at = texts.findIndex((t) => words.test(t));
    if (at >= 0) columns.set(column, at);
  }
  const isWhole = columns.has('unit') && columns.has('state');
  return isWhole && (columns.has('item') || columns.has('number')) ? columns : undefined;
}

function readRow(
  row: Cell[],
  columns: Map<Column, number>,
): { unit: string; state: string; text: string } | undefined {
  const at = (column: Column) => said(row[columns.get(column) ?? -1]);
  const [unit, state, note] = [at('unit'), at('state'), at('note')];
  // 序号 beside the task's words only counts the rows.
  const no = /^第?(\d{1,3})[项号]?$/u.exec(at('number'))?.[1];
  const item = at('item') || (no ? `第${no}项` : '');
  if (!unit || !item || !state) return undefined;
  return { unit, state, text: `${item}${state}${note ? `，${note}` : ''}` };
}
