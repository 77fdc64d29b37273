import { z } from 'zod';
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
  hr,
  input,
  markdown,
  row,
  select,
} from '../feishu/card.ts';
import type { MatterKind } from '../matters/matter.ts';
import { STATUSES } from '../progress/report.ts';
import type { TaskStatus } from '../progress/task-status.ts';
import type { CardKind } from './card-kind.ts';
import { ROLE_WORDS, STATUS_WORDS, words } from './wording.ts';

/** What a button of the card carries: the card's key and the item's number on it, looked up when clicked. */
export const ReportClick = z.object({
  act: z.literal('report'),
  key: z.string().max(200),
  no: z.number().int(),
  status: z.enum(STATUSES),
});
export type ReportClick = z.infer<typeof ReportClick>;

/** The form's submit button; what was filled in comes beside it as `ReportForm`. */
export const ReportFormClick = z.object({
  act: z.literal('report-form'),
  key: z.string().max(200),
});
export type ReportFormClick = z.infer<typeof ReportFormClick>;

export const ReportForm = z.object({
  item: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  status: z.enum(STATUSES),
  note: z.string().max(1000).default(''),
  // `2026-03-25 +0800`; an empty field may be "" or absent (feishu.md 3.6).
  eta: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?( [+-]\d{4})?$/)
    .transform((s) => s.slice(0, 10))
    .optional(),
});

/** One line of the card as it stands now. */
export type CardLine = {
  no: number;
  role: 'lead' | 'coop';
  content: string;
  dueOn: string;
  leadUnits: string[];
  coopUnits: string[];
  report?: {
    id: string;
    status: TaskStatus;
    reporter: string;
    on: string;
    note: string;
    eta?: string;
    /** The day given earlier, which still stands. */
    promised?: string;
    /** The office's word on it, where one is needed. */
    decision?: 'waiting' | 'agreed' | 'refused';
    /** 代填: how the office heard of it. */
    source?: string;
  };
  /** Waits for the office. */
  waitsFor?: MatterKind;
  /** Nothing is asked of the unit any more, and why. */
  off?: 'withdrawn' | 'suspended' | 'cancelled' | 'passed' | 'moved' | 'freed';
  /** 转办: who in the unit sees to it. */
  handler?: string;
};

/** The month card of a unit: its items with buttons, and one form for words and a date. */
export function reminderCard(data: {
  key: string;
  month: number;
  unit: string;
  /** Two plans may bring a card each in one month: each says whose it is. */
  planTitle: string;
  no: number;
  of: number;
  kind: CardKind;
  lines: CardLine[];
  /** The whole list of which `lines` are a part: what the month asks of the unit is counted by it. */
  whole: CardLine[];
}): Card {
  const { key, lines } = data;
  const wanted = lines.filter((l) => !l.off);
  const open = wanted.filter((l) => !l.report).length;
  const asked = data.whole.filter((l) => !l.off);
  const lead = asked.filter((l) => l.role === 'lead').length;
  return card({
    title:
      data.kind === 'month'
        ? words.cardTitle(data.month, data.no, data.of)
        : words.nudgeTitle[data.kind](data.month),
    subtitle: `${data.unit} · ${clip(data.planTitle, 40)}`,
    template: open > 0 ? 'blue' : 'green',
    tag: { text: words.cardTag(open), color: open > 0 ? 'blue' : 'green' },
    summary: words.cardSummary(data.month, data.unit, wanted.length),
    elements: [
      markdown(
        data.kind === 'month'
          ? words.cardIntro(lead, asked.length - lead)
          : words.nudgeIntro[data.kind](wanted.length),
      ),
      ...lines.flatMap((line) => itemElements(key, line)),
      ...(wanted.length > 0 ? [hr(), reportForm(key, wanted)] : []),
    ],
  });
}

/** What is left of a card whose place a fresh one has taken: its buttons would soon be dead. */
export function replacedCard(month: number, unit: string): Card {
  return card({
    title: words.cardTitle(month, 1, 1),
    subtitle: unit,
    template: 'grey',
    tag: { text: words.replaced, color: 'neutral' },
    elements: [markdown(words.replacedBody)],
  });
}

/** A text as one line of at most `length` characters, safe inside markdown. */
function oneLine(text: string, length: number): string {
  return escapeMarkdown(clip(text.replace(/\s+/g, ' '), length));
}

function itemElements(key: string, line: CardLine): Element[] {
  const others =
    line.role === 'lead'
      ? line.coopUnits.length > 0 && words.coops(line.coopUnits.join('、'))
      : words.leads(line.leadUnits.join('、'));
  const facts = [
    ROLE_WORDS[line.role],
    words.due(line.dueOn),
    ...(others ? [others] : []),
    ...(line.handler ? [words.handler(line.handler)] : []),
  ];
  const { report } = line;
  const said = report ? escapeMarkdown(words.reported(report)) : STATUS_WORDS.none;
  const earlier = report?.promised ? ` ${words.expectedBefore(report.promised)}` : '';
  const expected = report?.eta ? ` ${words.expected(report.eta)}` : earlier;
  const waits =
    line.waitsFor === 'dispute' || line.waitsFor === 'none' ? ` ${words.waits(line.waitsFor)}` : '';
  const state = line.off ? `**${words.off[line.off]}**` : `**${said}**${expected}${waits}`;
  const click = (status: ReportClick['status'], text: string) =>
    button({
      text,
      type: report?.status === status ? 'primary' : 'default',
      size: 'small',
      value: { act: 'report', key, no: line.no, status } satisfies ReportClick,
    });
  return [
    hr(),
    markdown(
      [
        `**${line.no}.** ${oneLine(line.content, 300)}`,
        `<font color='grey'>${oneLine(facts.join(' · '), 160)}</font>`,
        `${state}${report?.note ? ` ${oneLine(report.note, 100)}` : ''}`,
      ].join('<br>'),
    ),
    ...(line.off
      ? []
      : [
          row([
            click('done', words.done),
            click('in_progress', words.inProgress),
            click('blocked', words.blocked),
          ]),
        ]),
  ];
}

function reportForm(key: string, lines: CardLine[]): Element {
  const firstOpen = lines.findIndex((l) => !l.report) + 1;
  return form('report_form', [
    markdown(`**${words.formTitle}**`),
    select({
      name: 'item',
      placeholder: words.formItem,
      required: true,
      ...(firstOpen > 0 ? { initial: firstOpen } : {}),
      options: lines.map((l) => ({
        text: `${l.no}. ${clip(l.content.replace(/\s+/g, ' '), 30)}`,
        value: String(l.no),
      })),
    }),
    select({
      name: 'status',
      placeholder: words.formStatus,
      required: true,
      options: (['in_progress', 'done', 'blocked', 'extension', 'not_started'] as const).map(
        (status) => ({ text: STATUS_WORDS[status], value: status }),
      ),
    }),
    input({ name: 'note', placeholder: words.formNote, multiline: true }),
    datePicker('eta', words.formDate),
    columns([
      {
        elements: [
          button({
            text: words.formSubmit,
            type: 'primary_filled',
            size: 'medium',
            submit: 'report_submit',
            value: { act: 'report-form', key } satisfies ReportFormClick,
          }),
        ],
      },
    ]),
  ]);
}
