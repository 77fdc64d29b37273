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
  link,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { Answer } from './answer.ts';
import type { Citation } from './cite.ts';
import type { Answered } from './compose.ts';
import type { Written } from './model-answer.ts';
import {
  citationTitle,
  noAnswerText,
  severalText,
  togetherText,
  unfoundText,
  validityNote,
  words,
} from './wording.ts';

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
  /** What the model made of the answer, where one was asked. */
  written?: Written;
  /** The county's day, ISO: what has run out is said so. */
  today: string;
};

/** The card under a question about policies. */
export function answerCard(data: AnswerCard): Card {
  return data.answer.kind === 'answered'
    ? foundCard(data, data.answer)
    : noAnswerCard(data, data.answer);
}

const QUESTION = 60;
const SUMMARY = 100;

/** The answer with its texts as long as the platform's 30 KB allow. */
function foundCard(data: AnswerCard, answer: Answered): Card {
  for (const length of LENGTHS) {
    const built = cardOf(data, answer, length);
    if (Buffer.byteLength(JSON.stringify(built)) <= SIZE) return built;
  }
  return cardOf(
    data,
    { ...answer, parts: answer.parts.slice(0, 3), citations: answer.citations.slice(0, 3) },
    200,
  );
}

const LENGTHS = [400, 240, 120, 80];
const SIZE = 28_000;
/** Characters of a clause that does not answer. */
const NEAR = 240;

function cardOf(data: AnswerCard, answer: Answered, length: number): Card {
  const documents = new Set(answer.citations.map((c) => c.documentId));
  const { written } = data;
  const { cautions = [], windows = [] } = answer;
  const parts =
    written?.kind === 'written'
      ? written.sentences.map(
          ({ text, cites }) => `${escapeMarkdown(clip(text, length))}${cites.map(mark).join('')}`,
        )
      : answer.parts.map((part, i) => `${escapeMarkdown(clip(part, length))}${mark(i)}`);
  return card({
    title: words.answerTitle,
    subtitle: clip(data.question, QUESTION),
    summary: clip([...cautions, ...windows, answer.parts[0] ?? ''].join(''), SUMMARY),
    elements: [
      ...[...cautions, ...windows].map((line) => markdown(`**${escapeMarkdown(line)}**`)),
      ...(written?.kind === 'extract' && written.why === 'away' ? [note(words.modelAway)] : []),
      ...(documents.size > 1 ? [note(severalText(answer))] : []),
      markdown(parts.join('\n\n')),
      ...(answer.together ? [markdown(escapeMarkdown(togetherText(answer.together)))] : []),
      ...(answer.sum ? [markdown(escapeMarkdown(answer.sum))] : []),
      ...(answer.unfound ? [markdown(escapeMarkdown(unfoundText(answer.unfound)))] : []),
      ...(written?.kind === 'written' ? [note(words.byModel)] : []),
      ...(answer.parts.some((p) => MASKED.test(p)) ? [note(words.masked)] : []),
      ...answer.citations.map((citation, i) =>
        // An extract stands above word for word.
        citationPanel(citation, i + 1, data.today, written?.kind === 'written' ? length : 0),
      ),
      hr(),
      feedbackRow(data.answerId),
    ],
  });
}

/** The number of a citation, counted from 0. */
const mark = (citation: number) => `<number_tag>${citation + 1}</number_tag>`;

const MASKED = /[xX×]{2,}|[*＊]{2,}|(?<![A-Za-z])x[.．]?x*(?=[%％家个亿万项])/;

/** Where a sentence stands; `length`: how much of it is repeated there. */
function citationPanel(citation: Citation, mark: number, today: string, length: number): Element {
  const validity = validityNote(citation.validity, today);
  const level = citation.level ? `${words.levels[citation.level]}级` : '';
  return collapsible(`**[${mark}]** ${escapeMarkdown(clip(citationTitle(citation), 90))}`, [
    ...(length > 0 ? [markdown(escapeMarkdown(clip(citation.text, length)), 'notation')] : []),
    note(
      escapeMarkdown([level, citation.document, validity ?? ''].filter((p) => p !== '').join('，')),
    ),
    ...(citation.link ? [link(words.open, citation.link)] : []),
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
  const near = answer.kind === 'not-found' ? answer.nearest : [];
  return card({
    title: NO_ANSWER_TITLE[answer.kind],
    subtitle: clip(data.question, QUESTION),
    template: 'grey',
    elements: [
      markdown(noAnswerText(answer)),
      ...(near.length > 0 ? [note(words.nearest)] : []),
      ...near.map((citation, i) => citationPanel(citation, i + 1, data.today, NEAR)),
    ],
  });
}
