import { plainForm } from './language.ts';
import type { Passage, Policy } from './queries.ts';
import { RUN_IN, splitSentences } from './sentences.ts';
import { leadIn } from './structure.ts';

/** A part of a sentence between two marks, in the form that is compared; `at` is where it begins, `mark` what ends it. */
type Segment = { plain: string; at: number; mark: string };

/** One sentence or table row that may answer, with what is said around it. Texts in plain form but `text`. */
export type Statement = {
  /** `repealedOn`: since when it is repealed, where that is known. */
  policy: Policy & { repealedOn?: string };
  passage: Passage;
  /** As shown. */
  text: string;
  segments: Segment[];
  plain: string;
  /** Short sentences that say what the following is about, nearest first. */
  leads: string[];
  previous: string;
  headings: string;
  /** Everything else the clause says. */
  clause: string;
  title: string;
  cells?: RowCells;
  /** A whole list: what opens it, and its items. */
  isList?: true;
  /** The sentences after it in its item. */
  following: string[];
};

/** What the columns of a work plan hold. */
type RowCells = { month?: string; content: string; lead?: string; coop?: string };

/** Statements of one clause; `pieces` are its passages in order. */
export function readStatements(pieces: { passage: Passage; policy: Policy }[]): Statement[] {
  const first = pieces[0];
  if (!first) return [];
  const about = {
    headings: plainForm(first.passage.headings.join('\n')),
    title: plainForm(`${first.policy.title}\n${first.policy.region ?? ''}`),
  };
  const clause = plainForm(pieces.map((p) => p.passage.text).join(''));
  if (first.passage.kind === 'table-row') {
    return [
      {
        ...first,
        ...about,
        text: first.passage.text,
        segments: cutSegments(first.passage.text),
        plain: plainForm(first.passage.text),
        leads: [],
        previous: '',
        clause: '',
        following: [],
        cells: readCells(first.passage),
      },
    ];
  }
  const statements: Statement[] = [];
  let paragraphLead = '';
  let itemLead = '';
  let previous = '';
  for (const piece of pieces) {
    for (const sentence of splitSentences(piece.passage.text)) {
      const lead = leadIn(sentence);
      if (RUN_IN.test(sentence)) {
        itemLead = '';
        previous = '';
      }
      statements.push({
        ...piece,
        ...about,
        text: sentence,
        segments: cutSegments(sentence),
        plain: plainForm(sentence),
        leads: [itemLead, paragraphLead].filter((l) => l !== ''),
        previous,
        clause,
        following: [],
      });
      if (lead && RUN_IN.test(sentence)) itemLead = plainForm(lead);
      else if (lead && statements.length === 1) paragraphLead = plainForm(lead);
      else if (lead) itemLead = plainForm(lead);
      previous = plainForm(sentence);
    }
  }
  for (const [i, statement] of statements.entries()) {
    for (const next of statements.slice(i + 1)) {
      if (RUN_IN.test(next.text) && RUN_IN.test(statement.text)) break;
      statement.following.push(next.text);
    }
  }
  return statements;
}

/** The headings a passage stands under; a short line is kept as its own heading too. */
export function headingsAbove({ headings, text }: Passage): string[] {
  const last = headings.at(-1);
  return last !== undefined && text.startsWith(last) ? headings.slice(0, -1) : headings;
}

/** The sentence that opens the list a statement is an item of: ……的，不予兑付： */
export function listLead({ passage, cells, isList }: Statement): string {
  const last = headingsAbove(passage).at(-1) ?? '';
  return !cells && !isList && /[：:]$/.test(last) ? last : '';
}

/** A statement as people see it: an item of a list behind the sentence that opens it. */
export const shownText = (statement: Statement) => `${listLead(statement)}${statement.text}`;

/** The parts of a text between its marks. */
export function cutSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  for (const match of text.matchAll(/[^，,；;：:。、（）()！？\n]+/g)) {
    segments.push({
      plain: plainForm(match[0]),
      at: match.index,
      mark: text.charAt(match.index + match[0].length),
    });
  }
  return segments;
}

const MONTH_COLUMN = /月|时间|时限|完成期|季度/;
const STEP_COLUMN = /环节|步骤|阶段|流程|程序|材料/;
const LEAD_COLUMN = /牵头|主办|主责|负责/;
const COOP_COLUMN = /配合|协办|协助|参与/;
const RESPONSIBLE_COLUMN = /责任/;

/** Cells by what their columns are for; 责任单位 beside a 牵头单位 cooperates, alone it leads. */
function readCells(passage: Passage): RowCells {
  const cells = passage.cells ?? [];
  const find = (pattern: RegExp) => cells.find((c) => pattern.test(c.label))?.text;
  const lead = find(LEAD_COLUMN);
  const responsible = find(RESPONSIBLE_COLUMN);
  const coop = find(COOP_COLUMN) ?? (lead ? responsible : undefined);
  // A table of steps has times too: 环节, 时间, 责任单位.
  const month = cells.some((c) => STEP_COLUMN.test(c.label)) ? undefined : find(MONTH_COLUMN);
  const content = cells
    .filter(
      (c) =>
        ![MONTH_COLUMN, LEAD_COLUMN, COOP_COLUMN, RESPONSIBLE_COLUMN].some((p) => p.test(c.label)),
    )
    .map((c) => c.text)
    .join('；');
  return {
    content,
    ...(month ? { month } : {}),
    ...((lead ?? responsible) ? { lead: lead ?? responsible } : {}),
    ...(coop ? { coop } : {}),
  };
}
