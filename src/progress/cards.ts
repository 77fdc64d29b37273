import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  type Element,
  escapeMarkdown,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import { STATUSES, type Status } from './report.ts';
import { type RecordedLine, STATUS_WORDS, words } from './wording.ts';

/** 撤销 under a confirmation. */
export const UndoClick = z.object({ act: z.literal('undo'), change: z.string().max(64) });
export type UndoClick = z.infer<typeof UndoClick>;

/** A tap that settles a question: which of the offered items, and where it stands. */
export const SettleClick = z.object({
  act: z.literal('settle'),
  pending: z.string().max(64),
  option: z.number().int().min(0),
  status: z.enum(STATUSES),
});
export type SettleClick = z.infer<typeof SettleClick>;

/** What a pending question offers; stored, so that a click is looked up and never trusted. */
export const PendingOption = z.object({
  no: z.number().int(),
  unitId: z.string(),
  unitName: z.string(),
  occurrenceId: z.string(),
  role: z.enum(['lead', 'coop']),
  content: z.string(),
  /** 代填: how the office heard of it; empty where it did not say. */
  source: z.string().optional(),
});
export type PendingOption = z.infer<typeof PendingOption>;

/** One tap says how the item of a question stands. */
export function statusButtons(pending: string, option: number, statuses: Status[]): Element {
  return row(
    statuses.map((status) =>
      button({
        text: STATUS_WORDS[status],
        value: { act: 'settle', pending, option, status } satisfies SettleClick,
      }),
    ),
  );
}

/** A button that takes a change back. */
export function undoButton(change: string): Element {
  return button({ text: words.undo, value: { act: 'undo', change } satisfies UndoClick });
}

/** What was understood, item by item, with 撤销. */
export function recordedCard(data: {
  unit: string;
  person: string;
  lines: RecordedLine[];
  /** What follows from it, in words. */
  notes?: string[];
  changeId: string;
  /** A correction: the report before it can be taken back too. */
  before?: string;
}): Card {
  const asksTime = data.lines.some((l) => l.status === 'extension');
  return card({
    title: words.recordedTitle,
    template: 'green',
    summary: `${words.recordedTitle}：${data.lines.length} 项`,
    elements: [
      markdown(
        data.lines
          .map((l) => escapeMarkdown(words.recordedLine({ ...l, content: clip(l.content, 40) })))
          .join('<br>'),
      ),
      ...(asksTime ? [markdown(words.extensionFoot)] : []),
      ...(data.notes ?? []).map((n) => markdown(escapeMarkdown(n))),
      note(escapeMarkdown(words.recordedFoot(data.unit, data.person))),
      row([
        undoButton(data.changeId),
        ...(data.before
          ? [
              button({
                text: words.undoLast,
                value: { act: 'undo', change: data.before } satisfies UndoClick,
              }),
            ]
          : []),
      ]),
    ],
  });
}

const OFFERED = 12;

/**
 * Asks which item was meant; one tap settles it. The words said become the note, and `guess`, what they would mean of one
 * item alone, is offered first.
 */
export function whichItemCard(data: {
  pending: string;
  text: string;
  options: PendingOption[];
  guess?: Status;
}): Card {
  const { guess } = data;
  const statuses = new Set<Status>([...(guess ? [guess] : []), 'done', 'in_progress', 'blocked']);
  const rest = data.options.length - OFFERED;
  const severalUnits = new Set(data.options.map((o) => o.unitId)).size > 1;
  return card({
    title: words.askTitle,
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(severalUnits ? words.askUnit(data.text) : words.askWhich(data.text))),
      ...data.options
        .slice(0, OFFERED)
        .flatMap((o, option) => [
          markdown(
            `**${o.no}.** ${escapeMarkdown(clip(o.content.replace(/\s+/g, ' '), 60))}${
              severalUnits ? ` <font color='grey'>${escapeMarkdown(o.unitName)}</font>` : ''
            }`,
          ),
          statusButtons(data.pending, option, [...statuses]),
        ]),
      ...(rest > 0 ? [note(words.moreItems(rest))] : []),
    ],
  });
}
