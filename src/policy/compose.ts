import type { Level } from './asked-level.ts';
import { type Citation, cite, wholeText } from './cite.ts';
import type { Candidate } from './judge.ts';
import { differingSums } from './other-sums.ts';
import type { Statement } from './statements.ts';
import type { TableSum } from './whole-table.ts';
import { sumText } from './wording.ts';

/** A figure of the answer as the document writes it; `value` counts in `unit`. */
type AnswerFigure = { value: number; unit: string; text: string };

/** `citations[i]` bears `parts[i]`; `answer` is all parts, a line each. */
export type Answered = {
  kind: 'answered';
  answer: string;
  parts: string[];
  citations: Citation[];
  figures: AnswerFigure[];
  /** The sums, where documents grant another one for the same thing. */
  differ?: { sum: string; title: string; level?: Level; year?: number }[];
  /** What these documents say of having both; empty where they say nothing. */
  together?: Citation[];
  /** That a document of the answer is not in force, a line each: stands before everything else. */
  cautions?: string[];
  /** Whether one may still apply on this day, a line for each time that a clause of the answer gives. */
  windows?: string[];
  /** What the rows of the answer come to, where no document says it. */
  sum?: string;
  /** Of several questions in one text, those that no document answers. */
  unfound?: string[];
};

/** Rows under one answer: as many as a card carries. */
export const ROWS = 12;

/** A passage as it stands, or what a document says of itself. */
export const composeQuoted = (citation: Citation): Answered => ({
  kind: 'answered',
  answer: citation.text,
  parts: [citation.text],
  citations: [citation],
  figures: [],
});

/** Rows that were asked for as a list. */
export function composeRows(rows: Statement[]): Answered {
  const shown = rows.slice(0, ROWS);
  return {
    kind: 'answered',
    answer: shown.map(wholeText).join('\n'),
    parts: shown.map(wholeText),
    citations: shown.map(cite),
    figures: [],
  };
}

/** Rows with what they come to together: each row bears its own figure, the sum none. */
export function composeSum(sum: TableSum): Answered {
  const answered = composeRows(sum.rows.map((r) => r.statement));
  const text = sumText(sum);
  return {
    ...answered,
    answer: `${answered.answer}\n${text}`,
    figures: sum.rows.map(({ figure: { value, unit, text: written } }) => ({
      value,
      unit,
      text: written,
    })),
    sum: text,
  };
}

/** The sentences that answer, best first, each with the figures asked for; only what is in force on the day can differ. */
export function composeAnswer(candidates: Candidate[], today?: string): Answered {
  const parts = candidates.map((c) => wholeText(c.statement));
  const differ = differingSums(candidates, today).map(({ sum, of: { title, level, year } }) => ({
    sum,
    title,
    ...(level ? { level } : {}),
    ...(year ? { year } : {}),
  }));
  return {
    kind: 'answered',
    ...(differ.length > 0 ? { differ } : {}),
    answer: parts.join('\n'),
    parts,
    citations: candidates.map((c) => cite(c.statement)),
    figures: candidates.flatMap((c) =>
      c.figures.map(({ value, unit, text }) => ({ value, unit, text })),
    ),
  };
}

/** What several documents say, one after the other; what was said before is not said again. */
export function joinAnswers(answers: Answered[]): Answered {
  const cautions = [...new Set(answers.flatMap((a) => a.cautions ?? []))];
  const windows = [...new Set(answers.flatMap((a) => a.windows ?? []))];
  const said = answers.flatMap(({ parts, citations }) =>
    citations.map((citation, i) => ({ citation, part: parts[i] ?? '' })),
  );
  const isNew = ({ citation, part }: (typeof said)[number], at: number) =>
    said.findIndex((s) => s.part === part && s.citation.documentId === citation.documentId) === at;
  const shown = said.filter(isNew);
  return {
    kind: 'answered',
    answer: shown.map((s) => s.part).join('\n'),
    parts: shown.map((s) => s.part),
    citations: shown.map((s) => s.citation),
    figures: answers.flatMap((a) => a.figures),
    ...(cautions.length > 0 ? { cautions } : {}),
    ...(windows.length > 0 ? { windows } : {}),
  };
}
