import type { Cell } from '../documents/document.ts';
import { contentColumns, type Header } from './columns.ts';
import { isPeriod } from './deadline.ts';
import { isUnits } from './headers.ts';
import { readItemNumber } from './item-number.ts';
import { deadlineOfHeading } from './time-apart.ts';

export type RowKind =
  | { kind: 'empty' }
  /** Totals, signatures, the numbers of columns. */
  | { kind: 'frame' }
  | { kind: 'period'; text: string }
  | { kind: 'section'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'task' };

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总数)[\s:：\d.项个条件、，]*$/u;
const SIGNATURE =
  /^(?:填报|填表|制表|审核|复核|审批|签字|签发|签名|盖章|报送|单位负责人|主要负责人|分管领导|主要领导|联系人|联系电话|经办人|日期)[^。]{0,12}[:：]/u;
const REMARK = /^(?:注|备注|说明|附注|备\s*注)\s*[:：1]/u;
const IMPRINT = /^(?:抄\s*送|主\s*送|抄\s*报)\s*[:：]/u;
/** 版记: 某某办公室 2026年3月5日印发, 共印80份 (domain.md section 4). */
const PRINTED = /\d\s*月\s*\d{1,2}\s*日\s*印发$|^[（(]?共印\s*\d+\s*份/u;

const SUM = /^[\d.,，]+$/u;
const NOTHING = /^$/u;

/** What a row of a plan's table is: a task, a month or section heading, or a remark, total or signature. */
export function classifyRow(row: Cell[], header: Header | undefined): RowKind {
  const filled = row
    .map((cell, c) => ({ ...cell, c, text: cell.text.trim() }))
    .filter((cell) => cell.text !== '');
  const texts = [...new Set(filled.map((cell) => cell.text))];
  const first = texts[0];
  if (first === undefined) return { kind: 'empty' };
  if (TOTAL.test(first) || SIGNATURE.test(first) || IMPRINT.test(first)) return { kind: 'frame' };
  if (PRINTED.test(texts.at(-1) ?? '')) return { kind: 'frame' };
  if (REMARK.test(first)) return { kind: 'note', text: texts.join(' ') };
  if (!header) return texts.length === 1 ? { kind: 'note', text: first } : { kind: 'task' };
  // A row of 1, 2, 3 … under the header only numbers the columns.
  if (
    texts.length >= 3 &&
    texts.every((t, i) => /^[(（]?\d{1,2}[)）]?$/.test(t) && Number(t.replace(/\D/g, '')) === i + 1)
  )
    return { kind: 'frame' };
  if (texts.length > 1) {
    const named = filled.some((cell) => isUnits(header.columns[cell.c]?.role));
    // 一 | 工业经济: a number in Chinese and a short heading, no unit; beside them the sums of what stands below.
    const sums = header.columns.some((c) => isUnits(c.role)) ? SUM : NOTHING;
    const [rest = '', more] = texts.slice(1).filter((t) => !sums.test(t));
    const chapter = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/u.test(first);
    if (!named && chapter && more === undefined && rest !== '' && rest.length <= 40)
      return isPeriod(rest) ? { kind: 'period', text: rest } : { kind: 'section', text: rest };
    return { kind: 'task' };
  }
  const wide = filled.length > 1 && filled.some((cell) => cell.merged);
  const inContent = contentColumns(header.columns).content.some((c) =>
    filled.some((cell) => cell.c === c),
  );
  const inPeriod = filled.some((cell) => header.columns[cell.c]?.role === 'period');
  const number = readItemNumber(first);
  const bare = number?.rest ?? first;
  const period = isPeriod(bare) ? bare : deadlineOfHeading(bare);
  if (period !== undefined && (wide || !inContent)) return { kind: 'period', text: period };
  const heading = number?.style === 'chapter' || number?.style === 'section';
  const sentence = /[。；！]$/u.test(first) || first.length > 40;
  if (wide || !inContent) {
    if (!wide && filled.some((cell) => isUnits(header.columns[cell.c]?.role) || cell.merged))
      return { kind: 'task' };
    if (inPeriod && !wide) return { kind: 'task' };
    return sentence && !heading ? { kind: 'note', text: first } : { kind: 'section', text: first };
  }
  return heading && !sentence ? { kind: 'section', text: first } : { kind: 'task' };
}
