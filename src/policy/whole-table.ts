import type { Asked } from './asked.ts';
import { type Figure, kindOfUnit } from './figures.ts';
import { judge } from './judge.ts';
import { plainForm } from './language.ts';
import { speaksOf } from './match.ts';
import type { Question } from './question.ts';
import type { Statement } from './statements.ts';
import { cellText } from './table-rows.ts';

/** All of them together, not one: 加起来, 一共, 总产值. */
const TOGETHER =
  /加起来|加在一起|合计|相加|总和|总共|一共|总计|共计|总(?=产值|投资|收入|营收|税收|目标|量|额|数)/;

const isNumber = ({ text }: { text: string }) => text.startsWith('#');

/** 四条产业链加起来多少: a figure of several things together is asked for. */
export const asksTogether = ({ asked, plain, terms }: Question) =>
  (asked.some((a) => a.kind === 'figure') && terms.some(isNumber)) ||
  (asked.some((a) => a.kind === 'figure' || a.kind === 'text') && TOGETHER.test(plain));

/** A row of a table tells of one thing: no answer to what all are together, unless the question names it. */
export function isOneOfMany(question: Question, { cells, passage }: Statement): boolean {
  if (!cells || cells.month !== undefined || !asksTogether(question)) return false;
  const name = plainForm(nameOf(passage.cells ?? []));
  return !/^(?:合计|总计|小计|全县|总)/.test(name) && speaksOf(question.plain, name) < 0.55;
}

const nameOf = (cells: { label: string; text: string }[]) =>
  cells.find((c) => !/序号|月/.test(c.label))?.text ?? '';

/** Rows that are added up, each with its figure, and what they come to. */
export type TableSum = { rows: { statement: Statement; name: string; figure: Figure }[] } & Pick<
  Figure,
  'value' | 'unit'
>;

/**
 * The rows of the table that a question asks the whole of, with the sum of the column that it names; undefined where a row
 * has no such figure, the units differ or are none that may be added: shares and ranks.
 */
export function addRows(question: Question, statements: Statement[]): TableSum | undefined {
  const terms = question.terms.filter(
    (t) => !isNumber(t) && t.weight >= 1 && !TOGETHER.test(t.text) && !/^总/.test(t.text),
  );
  const asked = question.asked.filter((a) => a.kind === 'figure');
  const of: Question = { ...question, terms, asked: asked.length > 0 ? asked : [ANY_FIGURE] };
  if (of.terms.length === 0) return undefined;
  const read = statements
    .filter((s) => isOneOfMany(question, s))
    .flatMap((statement) => {
      const verdict = judge(of, statement);
      const [figure] = verdict.kind === 'answers' ? verdict.candidate.figures : [];
      const cell =
        figure && statement.passage.cells?.find((c) => cellText(c).includes(figure.text));
      return figure && cell ? [{ statement, figure, label: cell.label }] : [];
    });
  const tables = Map.groupBy(read, ({ statement: s, label }) =>
    [s.policy.id, s.passage.path.replace(/[^/]*$/, ''), label].join(' '),
  );
  const wanted = Number(question.terms.find(isNumber)?.text.slice(1) ?? 0);
  for (const rows of tables.values()) {
    const [first] = rows;
    const all = first && rowsBeside(first.statement, statements);
    if (!first || !all || rows.length < 2 || rows.length !== all.length) continue;
    if (wanted > 0 && wanted !== rows.length) continue;
    const unit = first.figure.unit;
    if (!ADDED.has(kindOfUnit(unit) ?? '') || rows.some((r) => r.figure.unit !== unit)) continue;
    const sum = rows.reduce((total, { figure }) => total + figure.value, 0);
    return {
      rows: rows.map(({ statement, figure }) => ({
        statement,
        figure,
        name: nameOf(statement.passage.cells ?? []),
      })),
      value: Math.round(sum * 1e6) / 1e6,
      unit,
    };
  }
  return undefined;
}

const ANY_FIGURE: Asked = { kind: 'figure', unit: 'any', measures: [] };

const ADDED = new Set<string>(['money', 'count', 'land']);

const rowsBeside = ({ policy, passage }: Statement, statements: Statement[]) =>
  statements.filter(
    (s) =>
      s.cells &&
      s.policy.id === policy.id &&
      s.passage.path.replace(/[^/]*$/, '') === passage.path.replace(/[^/]*$/, ''),
  );
