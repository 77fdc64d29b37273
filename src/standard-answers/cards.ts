import type { Day } from '../calendar/county-time.ts';
import {
  button,
  type Card,
  card,
  clip,
  type Element,
  escapeMarkdown,
  hr,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { FeedbackClick } from '../policy/cards.ts';
import { cautionText } from '../policy/wording.ts';
import type { Clause } from './clauses.ts';
import type { DecideAnswerClick, KeepAnswerClick } from './clicks.ts';
import type { StandardAnswer } from './queries.ts';
import { untilText, words } from './wording.ts';

const safe = (text: string, length: number) => escapeMarkdown(clip(text, length));

/** The words of an answer as they are given: escaped, whatever the office wrote. */
function bodyOf(answer: StandardAnswer, source: Clause | undefined, on: Day): Element[] {
  const text =
    answer.kind === 'redirect' ? words.redirect(answer.text) : (source?.text ?? answer.text);
  const caution = source && cautionText(source.policy, on);
  return [
    ...(caution ? [markdown(escapeMarkdown(caution))] : []),
    markdown(safe(text, 1200)),
    ...(source
      ? [note(safe(words.source(source.policy.title, source.policy.number, source.section), 160))]
      : []),
  ];
}

/** 工信局答复 as the asker sees it: by whom, when, how long it holds, to which question. */
export function answerCard(shown: {
  /** Under which 有用 and 没用 are kept. */
  givenId: string;
  /** The question of the person who reads it. */
  asked: string;
  answer: StandardAnswer;
  source?: Clause | undefined;
  /** The day on which it was confirmed. */
  on: Day;
  /** It comes later, to somebody who asked before. */
  told?: boolean;
}): Card {
  const { answer, source, asked, givenId } = shown;
  const click = (useful: boolean): FeedbackClick => ({
    act: 'policy-feedback',
    answer: givenId,
    useful,
  });
  return card({
    title: words.answerTitle,
    subtitle: clip(asked, 60),
    tag: { text: words.label, color: 'green' },
    summary: `${words.label}：${asked}`,
    elements: [
      ...(shown.told ? [markdown(safe(words.told(clip(asked, 100)), 140))] : []),
      ...bodyOf(answer, source, shown.on),
      note(escapeMarkdown(words.by(answer.author, shown.on, answer.validUntil))),
      ...(answer.phrasings.includes(asked.trim())
        ? []
        : [note(safe(words.sameAs(answer.question), 120))]),
      hr(),
      row([
        button({ text: words.useful, value: click(true), type: 'text' }),
        button({ text: words.useless, value: click(false), type: 'text' }),
      ]),
    ],
  });
}

/** What will be said to whom, before 确认. */
export function previewCard(shown: {
  answer: StandardAnswer;
  source?: Clause | undefined;
  on: Day;
  people: number;
  groups: number;
}): Card {
  const { answer, source } = shown;
  const decide = (agree: boolean) =>
    ({ act: 'answer-decide', answer: answer.id, agree }) satisfies DecideAnswerClick;
  const others = answer.phrasings.filter((p) => p !== answer.question);
  return card({
    title: words.previewTitle,
    subtitle: clip(answer.question, 60),
    template: 'orange',
    elements: [
      ...(others.length > 0 ? [note(safe(words.otherWords(others), 300))] : []),
      ...bodyOf(answer, source, shown.on),
      note(escapeMarkdown(words.by(answer.author, shown.on, answer.validUntil))),
      hr(),
      markdown(escapeMarkdown(words.previewWho(shown.people, shown.groups))),
      ...(answer.visibility === 'internal' ? [note(words.previewInternal)] : []),
      row([
        button({ text: words.confirm, type: 'primary', value: decide(true) }),
        button({ text: words.drop, value: decide(false) }),
      ]),
    ],
  });
}

const SHOWN = 15;

/** 标准答复: what stands, how often it was used, until when. `stale`: ids whose document is no longer in force. */
export function answersCard(answers: StandardAnswer[], stale: ReadonlySet<string>): Card {
  return card({
    title: words.answersTitle,
    elements:
      answers.length === 0
        ? [markdown(words.answersNone)]
        : [
            ...answers.slice(0, SHOWN).flatMap((a) => answerEntry(a, stale.has(a.id))),
            ...(answers.length > SHOWN ? [note(words.more(answers.length - SHOWN))] : []),
          ],
  });
}

/** One standard answer with what the office can do with it. */
export function answerEntry(answer: StandardAnswer, isStale: boolean): Element[] {
  const keep = (act: KeepAnswerClick['act']) =>
    ({ act, answer: answer.id }) satisfies KeepAnswerClick;
  const text = answer.kind === 'redirect' ? words.redirect(answer.text) : answer.text;
  return [
    markdown(words.answerLine(answer.no, safe(answer.question, 60), answer.hits)),
    note(
      safe(
        `${clip(text, 80)}　${untilText(answer.validUntil)}${isStale ? `　${words.stale}` : ''}`,
        160,
      ),
    ),
    row([
      button({
        text: words.withdraw,
        value: keep('answer-withdraw'),
        confirm: { title: words.withdraw, text: words.withdrawAsk },
      }),
      ...(answer.validUntil
        ? [button({ text: words.prolong, value: keep('answer-prolong') })]
        : []),
    ]),
  ];
}
