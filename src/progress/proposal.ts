import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  type Element,
  escapeMarkdown,
  hr,
  markdown,
  row,
} from '../feishu/card.ts';
import { DOUBTS } from './reading.ts';
import { STATUSES } from './report.ts';
import { words } from './wording.ts';

/** One item as it would be recorded. */
export const ProposedItem = z.object({
  no: z.number().int(),
  occurrenceId: z.string(),
  role: z.enum(['lead', 'coop']),
  content: z.string(),
  status: z.enum(STATUSES),
  percent: z.number().optional(),
  eta: z.string().optional(),
  /** A day without its month that was taken to be of the next. */
  nextMonth: z.string().optional(),
  note: z.string().optional(),
  figures: z.array(z.string()).optional(),
  unsaid: z.literal(true).optional(),
  /** Meant by 都 or 其余 alone. */
  swept: z.literal(true).optional(),
  /** Nothing of its own was said, and it stands so: kept as it is. */
  kept: z.enum(STATUSES).optional(),
  doubt: z.enum(DOUBTS).optional(),
  /** 没完成, and no more: what was expressly not begun stays so. */
  unfinished: z.literal(true).optional(),
});
export type ProposedItem = z.infer<typeof ProposedItem>;

const OfUnit = z.object({
  unitId: z.string(),
  unitName: z.string(),
  items: z.array(ProposedItem),
  /** The report that it amends. */
  amends: z.string().optional(),
  /** The amended report was of another item by mistake: it goes back with this one. */
  instead: z.literal(true).optional(),
  /** 代填: how the office heard of it. */
  source: z.string().optional(),
  /** What of the same words was not understood: said where it is asked, and again where it is recorded. */
  unread: z.array(z.string()).optional(),
  /** When it was said first, as an instant: of what was reported anew since then nothing is recorded. */
  saidAt: z.string().optional(),
});

/** A report as it could have been meant; stored, so that the tap is looked up and never trusted. */
export const Proposal = OfUnit.extend({
  /** What the same note tells of other units: one tap records all of it. */
  beside: z.array(OfUnit).optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** One tap records the whole proposal. */
export const ProposeClick = z.object({
  act: z.literal('propose'),
  pending: z.string().max(64),
  option: z.number().int().min(0),
});
export type ProposeClick = z.infer<typeof ProposeClick>;

/** 没有一个对: nothing is recorded, and the question is settled. */
export const RejectClick = z.object({
  act: z.literal('propose-none'),
  pending: z.string().max(64),
});
export type RejectClick = z.infer<typeof RejectClick>;

/** Shows how a report could be meant, each way with its button; nothing is recorded until one is pressed. */
export function proposalCard(data: { pending: string; text: string; options: Proposal[] }): Card {
  const [, second] = data.options;
  const severalUnits = new Set(data.options.map((o) => o.unitId)).size > 1;
  return asking(data.pending, words.propose(data.text, second !== undefined), [
    ...data.options.flatMap((o, option) => [
      hr(),
      markdown(linesOf(o, severalUnits || o.source !== undefined)),
      row([
        button({
          text: words.proposeThis,
          type: second ? 'default' : 'primary',
          value: { act: 'propose', pending: data.pending, option } satisfies ProposeClick,
        }),
      ]),
    ]),
  ]);
}

/** 代填 that waits for a word of the office: what would be recorded, and a button for each source it may have come by. */
export function proxyCard(data: { pending: string; asks: string; options: Proposal[] }): Card {
  const [first] = data.options;
  return asking(data.pending, data.asks, [
    ...(first ? [first, ...(first.beside ?? [])] : []).flatMap((p) => [
      hr(),
      markdown(linesOf(p, true)),
    ]),
    row(
      data.options.map(({ source = '' }, option) =>
        button({
          text: words.proxyThis(source),
          value: { act: 'propose', pending: data.pending, option } satisfies ProposeClick,
        }),
      ),
    ),
  ]);
}

/** A message that was a report was recalled, and its report with it: one tap records again what it had said. */
export function recalledCard(data: { pending: string; told: string }): Card {
  const again = { act: 'propose', pending: data.pending, option: 0 } satisfies ProposeClick;
  return asking(
    data.pending,
    data.told,
    [row([button({ text: words.recordAgain, value: again })])],
    words.staysRecalled,
  );
}

function asking(
  pending: string,
  question: string,
  ways: Element[],
  none: string = words.proposeNone,
): Card {
  return card({
    title: words.proposeTitle,
    template: 'wathet',
    elements: [
      markdown(escapeMarkdown(question)),
      ...ways,
      hr(),
      row([
        button({
          text: none,
          type: 'text',
          value: { act: 'propose-none', pending } satisfies RejectClick,
        }),
      ]),
    ],
  });
}

function linesOf({ unitName, items }: Proposal, withUnit: boolean): string {
  const lines = items
    .filter((i) => !i.unsaid || i.kept)
    .map((i) => words.recordedLine({ ...i, content: clip(i.content, 60) }));
  const doubts = new Set(items.flatMap((i) => i.doubt ?? []));
  const swept = items.filter(isSwept);
  const notes = [
    ...[...doubts].map((d) => words.doubts[d]),
    ...(sweepsMany({ items })
      ? [words.sweeps(swept.length, AT_A_GLANCE, swept.filter((i) => i.role === 'coop').length)]
      : []),
  ];
  return [...(withUnit ? [unitName] : []), ...lines, ...notes].map(escapeMarkdown).join('<br>');
}

/** More tasks than a unit's month usually has are not told at a glance from those that were meant. */
const AT_A_GLANCE = 6;

const isSwept = (i: ProposedItem) => i.swept === true && !i.unsaid;

/** 都完成了, 其余正常推进 of more items than one has in view: shown before it is recorded. */
export const sweepsMany = ({ items }: Pick<Proposal, 'items'>): boolean =>
  items.filter(isSwept).length > AT_A_GLANCE;
