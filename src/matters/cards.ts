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
  input,
  markdown,
  note,
  row,
  select,
} from '../feishu/card.ts';
import type { MatterKind } from './matter.ts';
import type { MatterView } from './view.ts';
import { CHOICES, words } from './wording.ts';

/** The two submit buttons of a matter; what was filled in comes beside it as `MatterForm`. */
export const MatterClick = z.object({
  act: z.literal('matter'),
  matter: z.string().max(64),
  agree: z.boolean(),
});
export type MatterClick = z.infer<typeof MatterClick>;

/** An empty field of a form may be "" or absent (feishu.md 3.6). */
export const MatterForm = z.object({
  on: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?( [+-]\d{4})?$/)
    .transform((s) => s.slice(0, 10))
    .optional(),
  unit: z.string().max(64).optional(),
  answer: z.string().max(1000).default(''),
});

/** 办理 in the list of what waits. */
export const OpenMatterClick = z.object({
  act: z.literal('matter-open'),
  matter: z.string().max(64),
});
export type OpenMatterClick = z.infer<typeof OpenMatterClick>;

/** Which item a dispute or 暂无 was about: one of those stored with the question. */
export const RaiseClick = z.object({
  act: z.literal('matter-raise'),
  pending: z.string().max(64),
  option: z.number().int().min(0),
  kind: z.enum(['dispute', 'none']),
});
export type RaiseClick = z.infer<typeof RaiseClick>;

/** Options that a list of choices still shows well. */
const MOST_TAKERS = 100;

/** One matter for the office: what is asked, and the decision as a form, or what was decided. */
export function matterCard(view: MatterView, below: Element[] = []): Card {
  const isOpen = view.state === 'open';
  return card({
    title: words.title(view.kind),
    subtitle: view.unit,
    template: isOpen ? 'orange' : 'grey',
    ...(isOpen ? { tag: { text: words.openTag, color: 'orange' } } : {}),
    summary: words.listLine(view.kind, view.unit, clip(view.content, 40)),
    elements: [
      markdown(`**${escapeMarkdown(clip(view.content, 300))}**`),
      markdown(facts(view).map(escapeMarkdown).join('<br>')),
      ...(isOpen ? [decisionForm(view)] : outcome(view)),
      ...below,
    ],
  });
}

function facts(view: MatterView): string[] {
  return [
    `${words.raisedBy(view.unit, view.raiser, view.raisedOn)}（${words.role(view.role)}）`,
    words.due(view.dueOn),
    ...(view.kind === 'dispute' ? [words.leads(view.leads)] : []),
    ...(view.kind === 'extension'
      ? [view.askedOn ? words.asked(view.askedOn) : words.askedNoDay]
      : []),
    ...(view.reason ? [words.reason(clip(view.reason, 300))] : []),
  ];
}

function decisionForm(view: MatterView): Element {
  const { agree, refuse } = CHOICES[view.kind];
  const submit = (isAgreed: boolean) =>
    button({
      text: isAgreed ? agree : refuse,
      type: isAgreed ? 'primary_filled' : 'default',
      size: 'medium',
      submit: isAgreed ? 'matter_agree' : 'matter_refuse',
      value: { act: 'matter', matter: view.id, agree: isAgreed } satisfies MatterClick,
    });
  return form('matter_form', [
    ...(view.kind === 'extension'
      ? [datePicker('on', words.pickDay(view.askedOn !== undefined))]
      : []),
    ...(view.kind === 'dispute'
      ? [
          select({
            name: 'unit',
            placeholder: words.pickUnit,
            options: view.takers.slice(0, MOST_TAKERS).map((u) => ({ text: u.name, value: u.id })),
          }),
        ]
      : []),
    input({ name: 'answer', placeholder: words.answer(view.kind), multiline: true }),
    columns([{ elements: [submit(true)] }, { elements: [submit(false)] }]),
  ]);
}

function outcome(view: MatterView): Element[] {
  if (view.state !== 'agreed' && view.state !== 'refused') return [note(words.withdrawn)];
  const lines = [
    words.outcome(view.state, view.kind, view.decider, view.decidedOn ?? view.raisedOn),
    ...(view.grantedOn ? [words.grantedOn(view.grantedOn)] : []),
    ...(view.passedTo ? [words.passedTo(view.passedTo)] : []),
    ...(view.answer ? [words.answered(clip(view.answer, 300))] : []),
  ];
  return [markdown(lines.map(escapeMarkdown).join('<br>'))];
}

const LISTED = 12;

/** Everything that waits for the office, each with a button to take it up. */
export function mattersCard(list: MatterView[]): Card {
  const rest = list.length - LISTED;
  return card({
    title: words.listTitle,
    elements: [
      markdown(words.listHead(list.length)),
      ...list.slice(0, LISTED).map((view) =>
        columns([
          {
            weight: 5,
            elements: [
              markdown(
                escapeMarkdown(words.listLine(view.kind, view.unit, clip(view.content, 60))),
              ),
            ],
          },
          {
            elements: [
              button({
                text: words.open,
                value: { act: 'matter-open', matter: view.id } satisfies OpenMatterClick,
              }),
            ],
          },
        ]),
      ),
      ...(rest > 0 ? [note(words.more(rest))] : []),
    ],
  });
}

/** Asks which item somebody meant who disputed one, or said that there is no such work. */
export function whichMatterCard(data: {
  pending: string;
  kind: Extract<MatterKind, 'dispute' | 'none'>;
  text: string;
  options: { no: number; content: string }[];
}): Card {
  return card({
    title: words.whichTitle(data.kind),
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(words.which(clip(data.text, 80)))),
      ...data.options.slice(0, LISTED).flatMap((o, option) => [
        markdown(`**${o.no}.** ${escapeMarkdown(clip(o.content.replace(/\s+/g, ' '), 60))}`),
        row([
          button({
            text: words.thisOne,
            value: {
              act: 'matter-raise',
              pending: data.pending,
              option,
              kind: data.kind,
            } satisfies RaiseClick,
          }),
        ]),
      ]),
    ],
  });
}
