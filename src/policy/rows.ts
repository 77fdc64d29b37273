import { plainForm } from './language.ts';
import { isUnitBracket } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';

/** Rows of a work plan that a question asks for by month and unit, in their order; none when it names neither. */
export function pickRows(question: Question, rows: Statement[]): Statement[] {
  const by = question.rows?.by;
  if (!question.rows || (question.months.length === 0 && !by)) return [];
  const unit = by ? plainForm(by.unit) : '';
  return rows.filter((row) => {
    const { cells } = row;
    if (!cells)
      return by !== undefined && question.months.length === 0 && inBracket(row, by.role, unit);
    if (question.months.length > 0 && !question.months.some((m) => isMonth(cells.month, m)))
      return false;
    if (!by) return true;
    return namesUnit(plainForm((by.role === 'lead' ? cells.lead : cells.coop) ?? ''), unit);
  });
}

/** `（牵头单位：县政府办；责任单位：……）` at the end of a clause. */
function inBracket(row: Statement, role: 'lead' | 'coop', unit: string): boolean {
  if (!isUnitBracket(row)) return false;
  const label =
    role === 'lead'
      ? /(?:牵头|主办)(?:单位|部门)?[:：]([^；;）)]+)/
      : /(?:责任|配合|协办)(?:单位|部门)?[:：]([^；;）)]+)/;
  return namesUnit(plainForm(label.exec(row.text)?.[1] ?? ''), unit);
}

const isMonth = (cell: string | undefined, month: number) =>
  cell !== undefined && new RegExp(`(?<!\\d)${month}月`).test(cell);

/** 县科技经信局 and 科技经信局 are one; 开发区管委会 is 开发区. */
function namesUnit(cell: string, unit: string): boolean {
  const bare = unit.replace(/^县/, '').replace(/管委会$/, '');
  return cell
    .split(/[、，,；;\s]|等/)
    .map((name) => name.replace(/^县/, '').replace(/管委会$/, ''))
    .some((name) => name === bare || (bare.length >= 4 && name.includes(bare)));
}
