import { z } from 'zod';
import type { Day } from '../calendar/county-time.ts';
import { shownNumber } from '../calendar/year-number.ts';
import {
  button,
  type Card,
  card,
  clip,
  columns,
  datePicker,
  type Element,
  escapeMarkdown,
  form,
  input,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import { type Standing, standingOf, unanswered } from './instruction.ts';
import type { Instruction } from './queries.ts';
import { words } from './wording.ts';

const Id = z.string().max(64);
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 确认发送, with the day that was read or chosen; empty: without one. */
export const SendClick = z.object({
  act: z.literal('instruct-send'),
  instruction: Id,
  due: z.union([z.literal(''), z.string().regex(ISO_DAY)]),
});
export type SendClick = z.infer<typeof SendClick>;

/** The same with the day picked in the form. */
export const SendFormClick = z.object({ act: z.literal('instruct-send-on'), instruction: Id });
export type SendFormClick = z.infer<typeof SendFormClick>;

/** 2026-03-06 +0800: a date picker adds the zone. */
export const SendForm = z.object({ due: z.string().regex(/^\d{4}-\d{2}-\d{2}/) });

export const DropClick = z.object({ act: z.literal('instruct-drop'), instruction: Id });
export type DropClick = z.infer<typeof DropClick>;

/** 报送办理情况 on the card that a unit got. */
export const AnswerClick = z.object({ act: z.literal('instruct-answer'), instruction: Id });
export type AnswerClick = z.infer<typeof AnswerClick>;

export const AnswerForm = z.object({ answer: z.string().max(1000) });

export const CloseClick = z.object({ act: z.literal('instruct-close'), instruction: Id });
export type CloseClick = z.infer<typeof CloseClick>;

/** Verbatim, as a quotation: what is written cannot become markup. */
const quote = (text: string) => markdown(`“${escapeMarkdown(text)}”`);

/** What would go to whom; nothing has gone yet. */
export function draftCard(data: {
  id: string;
  text: string;
  about?: string;
  units: string[];
  missing: string[];
  dueOn?: Day;
  choices: { label: string; day: Day }[];
}): Card {
  const send = (due: string) =>
    ({ act: 'instruct-send', instruction: data.id, due }) satisfies SendClick;
  const drop = button({
    text: words.drop,
    value: { act: 'instruct-drop', instruction: data.id } satisfies DropClick,
  });
  const asks: Element[] = data.dueOn
    ? [
        markdown(words.due(data.dueOn)),
        row([button({ text: words.send, type: 'primary', value: send(data.dueOn) }), drop]),
      ]
    : [
        markdown(words.askDue),
        row([
          ...data.choices.map((c, i) =>
            button({
              text: words.sendBy(c.label, c.day),
              value: send(c.day),
              ...(i === 0 ? { type: 'primary' as const } : {}),
            }),
          ),
          button({ text: words.noDue, value: send('') }),
          drop,
        ]),
        form('other_due', [
          datePicker('due', words.otherDue),
          button({
            text: words.sendOther,
            submit: 'send_other',
            value: {
              act: 'instruct-send-on',
              instruction: data.id,
            } satisfies SendFormClick,
          }),
        ]),
      ];
  return card({
    title: words.draftTitle,
    template: 'wathet',
    elements: [
      quote(data.text),
      ...(data.about
        ? [note(`${words.about}：${escapeMarkdown(clip(data.about.replace(/\s+/g, ' '), 120))}`)]
        : []),
      markdown(escapeMarkdown(words.to(data.units))),
      ...(data.missing.length > 0 ? [note(escapeMarkdown(words.missing(data.missing)))] : []),
      ...asks,
    ],
  });
}

/** The instruction as a unit gets it, with room for its answer. */
export function unitCard(i: Instruction, about: string | undefined): Card {
  const no = i.no ?? 0;
  return card({
    title: words.toUnitTitle(no),
    elements: [
      markdown(escapeMarkdown(words.toUnit(i.leader, i.dueOn))),
      quote(i.text),
      ...aboutLine(about),
      form('instruction_answer', [
        input({ name: 'answer', placeholder: words.answerPlaceholder, multiline: true }),
        button({
          text: words.answerSubmit,
          type: 'primary',
          submit: 'send_answer',
          value: { act: 'instruct-answer', instruction: i.id } satisfies AnswerClick,
        }),
      ]),
      note(words.answerHow(no)),
    ],
  });
}

/** The instruction as the office gets it; where no unit was named it answers itself. */
export function officeCard(i: Instruction, about: string | undefined, missing: string[]): Card {
  const names = i.units.map((u) => u.name);
  return card({
    title: words.toUnitTitle(i.no ?? 0),
    elements: [
      markdown(escapeMarkdown(words.toOffice(i.leader, names, i.dueOn))),
      quote(i.text),
      ...aboutLine(about),
      ...(missing.length > 0 ? [markdown(escapeMarkdown(words.toOfficeMissing(missing)))] : []),
      ...(names.length === 0 ? [note(words.answerHow(i.no ?? 0))] : []),
      row([closeButton(i.id)]),
    ],
  });
}

/** 办理情况, as the leader and the office see it; the leader may close the item. */
export function answerCard(i: Instruction, from: string, person: string, text: string): Card {
  return card({
    title: words.answerTitle(i.no ?? 0),
    summary: `${words.answerTitle(i.no ?? 0)}：${text}`,
    elements: [
      markdown(escapeMarkdown(words.answerFrom(from, person))),
      quote(text),
      note(`${words.draftText}：${escapeMarkdown(clip(i.text, 200))}`),
      row([closeButton(i.id)]),
    ],
  });
}

const LISTED = 15;

/** 批示件办理情况: what is not closed, in order of number. */
export function listCard(list: Instruction[], today: Day, mayClose: boolean): Card {
  const standings = list.map((i) => standingOf(i, today));
  const count = (s: Standing) => standings.filter((x) => x === s).length;
  const rest = list.length - LISTED;
  return card({
    title: words.listTitle,
    elements: [
      markdown(words.listHead(list.length, count('overdue'), count('answered'))),
      ...list
        .slice(0, LISTED)
        .map((i) =>
          columns([
            { weight: 5, elements: [markdown(lineOf(i, today))] },
            { elements: mayClose ? [closeButton(i.id)] : [] },
          ]),
        ),
      ...(rest > 0 ? [note(words.more(rest))] : []),
    ],
  });
}

function lineOf(i: Instruction, today: Day): string {
  const last = i.answers.at(-1);
  const waits = unanswered(i).map((u) => u.name);
  const grey = (text: string) => `<font color='grey'>${escapeMarkdown(text)}</font>`;
  return [
    `**${shownNumber(i, today)}.** “${escapeMarkdown(clip(i.text.replace(/\s+/g, ' '), 120))}”`,
    grey(
      words.facts({
        leader: i.leader,
        units: i.units.map((u) => u.name),
        dueOn: i.dueOn,
        standing: words.standing[standingOf(i, today)],
      }),
    ),
    ...(last ? [grey(clip(words.lastAnswer(last.unit ?? last.person, last.text), 120))] : []),
    ...(last && waits.length > 0 ? [grey(words.waitingFor(waits))] : []),
  ].join('<br>');
}

function aboutLine(about: string | undefined): Element[] {
  if (!about) return [];
  return [note(`${words.about}：${escapeMarkdown(clip(about.replace(/\s+/g, ' '), 120))}`)];
}

function closeButton(instruction: string): Element {
  return button({
    text: words.close,
    value: { act: 'instruct-close', instruction } satisfies CloseClick,
  });
}
