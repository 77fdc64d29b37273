import type { Cell, DocumentContent } from '../documents/document.ts';
import { fold } from '../text/fold.ts';
import { verbose } from '../text/verbose.ts';
import { readClause } from './read-clause.ts';

type Column = 'unit' | 'item' | 'number' | 'state' | 'note' | 'source';

/** Headings of a list of how units' items stand; what comes first here is taken first. */
const HEADINGS: readonly { column: Column; words: RegExp; example: string }[] = [
  {
    column: 'unit',
    words: /^(?:填报|上报|报送|责任|承办|牵头|反馈|来电)?(?:单位|部门)(?:名称)?$/u,
    example: '填报单位',
  },
  {
    column: 'state',
    words: verbose`
      ^(?:完成|进展|办理|落实|推进|当前|目前|任务|最新|办结)?(?:状态|情况|进展|进度)
      (?:情况)?$
      |^(?:是否)?(?:完成|办结)(?:与?否)?$|^(?:反馈|报送|电话)(?:情况|内容|结果)?$
    `,
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
  {
    column: 'source',
    words: /^(?:(?:信息|数据|情况)?来源|(?:反馈|上报|报送|来电|联系)(?:方式|途径))$/u,
    example: '来源',
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
    const stated: Row[] = [];
    let above = '';
    for (const row of rows.slice(i + 1)) {
      const read = readRow(row, columns, above);
      above = read?.unit ?? (said(row[columns.get('unit')?.[0] ?? -1]) || above);
      if (read) stated.push(read);
    }
    const told = stated.filter((r) => tells(r.state));
    if (told.length === 0 || told.length * 2 <= stated.length) return undefined;
    // What is not understood is passed on too: whoever reads the note says which it was.
    const units = new Map<string, Row[]>();
    for (const row of stated) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
    return [...units].map(([unit, of]) => noteOf(unit, of)).join('\n');
  }
  return undefined;
}

function noteOf(unit: string, rows: Row[]): string {
  const sources = [...new Set(rows.flatMap((r) => r.source || []))].join('、');
  return `${unit}：${rows.map((r) => r.text).join('；')}${sources ? `，来源：${sources}` : ''}`;
}

/** Where each column stands; undefined where the row is no heading of such a list. */
function columnsOf(head: Cell[]): Map<Column, number[]> | undefined {
  const texts = head.map((cell) => said(cell).replace(/[(（].*$/u, ''));
  if (texts.some((t) => OF_A_PLAN.test(t))) return undefined;
  const columns = new Map<Column, number[]>();
  for (const { column, words } of HEADINGS) {
    const at = texts.flatMap((t, i) => (words.test(t) ? [i] : []));
    if (at.length > 0) columns.set(column, at);
  }
  const isWhole = columns.has('unit') && columns.has('state');
  return isWhole && (columns.has('item') || columns.has('number')) ? columns : undefined;
}

type Row = { unit: string; state: string; text: string; source: string };

/** A row with the unit of the row above where its own cell is empty, as a merged one is. */
function readRow(row: Cell[], columns: Map<Column, number[]>, above: string): Row | undefined {
  // 进展 beside 状态: both tell.
  const all = (column: Column) =>
    (columns.get(column) ?? []).flatMap((i) => said(row[i]) || []).join('，');
  const first = (column: Column) => said(row[columns.get(column)?.[0] ?? -1]);
  const [unit, state, note] = [first('unit') || above, all('state'), all('note')];
  // 序号 beside the task's words only counts the rows.
  const no = /^第?(\d{1,3})[项号]?$/u.exec(first('number'))?.[1];
  const item = first('item') || (no ? `第${no}项` : '');
  if (!unit || !item || !state) return undefined;
  const text = `${item}${state}${note ? `，${note}` : ''}`;
  return { unit, state, text, source: first('source') };
}
