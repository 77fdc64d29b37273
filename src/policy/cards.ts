import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  collapsible,
  type Element,
  escapeMarkdown,
  hr,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { Answer } from './answer.ts';
import type { Answered, Citation } from './compose.ts';
import { citationTitle, noAnswerText, validityNote, words } from './wording.ts';

/** 有用 or 没用 under an answer. */
export const FeedbackClick = z.object({
  act: z.literal('policy-feedback'),
  answer: z.string().max(64),
  useful: z.boolean(),
});
export type FeedbackClick = z.infer<typeof FeedbackClick>;

export type AnswerCard = {
  answerId: string;
  question: string;
  answer: Answer;
  /** The county's day, ISO: what has run out is said so. */
  today: string;
};

/** The card under a question about policies. */
export function answerCard(data: AnswerCard): Card {
  return data.answer.kind === 'answered'
    ? foundCard(data, data.answer)
    : noAnswerCard(data, data.answer);
}

/** Longest text of one part and of one citation: twelve rows then stay below the 30 KB of a card. */
const PART = 400;
const QUESTION = 60;

function foundCard(data: AnswerCard, answer: Answered): Card {
  const documents = new Set(answer.citations.map((c) => c.documentId));
  const parts = answer.parts.map(
    (part, i) => `${escapeMarkdown(clip(part, PART))}<number_tag>${i + 1}</number_tag>`,
  );
  return card({
    title: words.answerTitle,
    subtitle: clip(data.question, QUESTION),
    summary: clip(answer.parts[0] ?? '', QUESTION),
    elements: [
      ...(documents.size > 1 ? [note(words.several)] : []),
      markdown(parts.join('\n\n')),
      ...(answer.parts.some((p) => MASKED.test(p)) ? [note(words.masked)] : []),
      ...answer.citations.map((citation, i) => citationPanel(citation, i + 1, data.today)),
      hr(),
      feedbackRow(data.answerId),
    ],
  });
}

const MASKED = /[xX×]{2,}|[*＊]{2,}|(?<![A-Za-z])x[.．]?x*(?=[%％家个亿万项])/;

function citationPanel(citation: Citation, mark: number, today: string): Element {
  const validity = validityNote(citation.validity, today);
  return collapsible(`**[${mark}]** ${escapeMarkdown(clip(citationTitle(citation), 90))}`, [
    markdown(escapeMarkdown(clip(citation.text, PART)), 'notation'),
    note(escapeMarkdown([citation.document, validity ?? ''].filter((p) => p !== '').join('，'))),
  ]);
}

function feedbackRow(answerId: string): Element {
  const click = (useful: boolean): FeedbackClick => ({
    act: 'policy-feedback',
    answer: answerId,
    useful,
  });
  return row([
    button({ text: words.useful, value: click(true), type: 'text' }),
    button({ text: words.useless, value: click(false), type: 'text' }),
  ]);
}

const NO_ANSWER_TITLE = {
  'not-found': words.notFoundTitle,
  'out-of-scope': words.outOfScopeTitle,
  'not-permitted': words.notPermittedTitle,
};

function noAnswerCard(data: AnswerCard, answer: Exclude<Answer, { kind: 'answered' }>): Card {
  const titles = answer.kind === 'not-found' ? answer.nearest : [];
  return card({
    title: NO_ANSWER_TITLE[answer.kind],
    subtitle: clip(data.question, QUESTION),
    template: 'grey',
    elements: [
      markdown(noAnswerText(answer)),
      ...(titles.length > 0
        ? [
            note(
              `${words.nearest}${titles.map((t) => escapeMarkdown(`《${clip(t, 60)}》`)).join('、')}`,
            ),
          ]
        : []),
    ],
  });
}
