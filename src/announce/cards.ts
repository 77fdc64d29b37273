import { z } from 'zod';
import {
  button,
  type Card,
  card,
  clip,
  collapsible,
  type Element,
  escapeMarkdown,
  form,
  hr,
  input,
  markdown,
  note,
  row,
} from '../feishu/card.ts';
import type { Policy } from '../policy/queries.ts';
import type { PolicyDigest } from './digest.ts';
import { words } from './wording.ts';

const Id = z.string().max(64);

/** 确认 or 放弃 of an announcement. */
export const AnnounceClick = z.object({ act: z.literal('announce'), id: Id, agree: z.boolean() });
export type AnnounceClick = z.infer<typeof AnnounceClick>;

/** A tag, 全部单位, or the form, when it was not said to whom. */
export const AnnounceToClick = z.object({
  act: z.literal('announce-to'),
  policy: Id,
  to: z.string().max(100),
});
export type AnnounceToClick = z.infer<typeof AnnounceToClick>;

export const AnnounceToForm = z.object({ units: z.string().max(500).default('') });

/** 退订 and 恢复 under an announcement. */
export const SubscribeClick = z.object({ act: z.enum(['announce-off', 'announce-on']) });
export type SubscribeClick = z.infer<typeof SubscribeClick>;

const SENTENCE = 160;
/** Lines that open by a tap: with them the card stays far below what the platform takes. */
const REST = 30;

function digestElements(digest: PolicyDigest): Element[] {
  return [
    markdown(
      `**${escapeMarkdown(clip(`《${digest.title}》`, 90))}**${digest.number ? `<br>${escapeMarkdown(clip(digest.number, 40))}` : ''}`,
    ),
    ...list(words.gives, digest.gives, 3),
    ...list(words.says, digest.says, 2),
    ...list(words.repeals, digest.repeals, 5),
    ...list(words.whom, digest.whom, 4),
    ...list(words.apply, digest.apply, 4),
    ...list(words.since, digest.validity ? [digest.validity] : [], 1),
  ];
}

/** The first of what a document says; the rest opens by one tap. */
function list(label: string, lines: string[], shown: number): Element[] {
  const said = lines.map((l) => escapeMarkdown(clip(l, SENTENCE)));
  if (said.length === 0) return [];
  const rest = said.slice(shown, shown + REST);
  const heading = rest.length > 0 ? words.partOf(label, said.length, shown) : label;
  return [
    markdown(`**${heading}**<br>${said.slice(0, shown).join('<br>')}`),
    ...(rest.length > 0
      ? [
          collapsible(words.rest(said.length - shown), [
            markdown(rest.join('<br>')),
            ...(said.length > shown + REST ? [note(words.inDocument)] : []),
          ]),
        ]
      : []),
  ];
}

/** 新政策, as units get it. */
export function announcementCard(digest: PolicyDigest): Card {
  const off = { act: 'announce-off' } satisfies SubscribeClick;
  return card({
    title: words.title,
    template: 'turquoise',
    summary: `${words.title}：${digest.title}`,
    elements: [
      ...digestElements(digest),
      note(words.howToAsk),
      row([button({ text: words.refuse, type: 'text', value: off })]),
    ],
  });
}

/** What goes to whom, before 确认. */
export function announcePreview(
  id: string,
  digest: PolicyDigest,
  lines: string[],
  isEmpty: boolean,
): Card {
  const decide = (agree: boolean) => ({ act: 'announce', id, agree }) satisfies AnnounceClick;
  return card({
    title: words.previewTitle,
    template: 'orange',
    elements: [
      ...digestElements(digest),
      hr(),
      ...lines.map((line) => markdown(escapeMarkdown(clip(line, 600)))),
      row([
        ...(isEmpty ? [] : [button({ text: words.confirm, type: 'primary', value: decide(true) })]),
        button({ text: words.drop, value: decide(false) }),
      ]),
    ],
  });
}

/** To whom: a tag, all units, or names. */
export function whichUnitsCard(policy: Policy, tags: string[]): Card {
  const to = (what: string) =>
    ({ act: 'announce-to', policy: policy.id, to: clip(what, 100) }) satisfies AnnounceToClick;
  return card({
    title: words.whichTitle,
    subtitle: clip(`《${policy.title}》`, 60),
    elements: [
      markdown(words.whichHow),
      row(
        [...tags.slice(0, 8), words.allUnits].map((tag) => button({ text: tag, value: to(tag) })),
      ),
      form('announce', [
        input({ name: 'units', placeholder: words.whichField }),
        button({ text: words.preview, type: 'primary', value: to(''), submit: 'submit_announce' }),
      ]),
    ],
  });
}

/** What a place is told after 退订 or 恢复, with the way back. */
export function subscriptionCard(text: string, isOff: boolean): Card {
  const value = { act: isOff ? 'announce-on' : 'announce-off' } satisfies SubscribeClick;
  return card({
    title: words.title,
    elements: [
      markdown(text),
      row([button({ text: isOff ? words.accept : words.refuse, type: 'text', value })]),
    ],
  });
}
