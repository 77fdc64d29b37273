import { z } from 'zod';
import { button, type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import type { Content } from '../feishu/client.ts';
import { stuckWords as words } from './wording.ts';

/** The office's decision on a message that got stuck; `claims` as in `StuckNotice`. */
export const StuckClick = z.object({
  act: z.enum(['outbox-resend', 'outbox-confirm']),
  key: z.string().max(300),
  claims: z.number().int(),
});
export type StuckClick = z.infer<typeof StuckClick>;

/** Asks the office what to do. Says what kind of message it was, never what people wrote in it. */
export function stuckCard(message: {
  key: string;
  claims: number;
  state: 'dead' | 'uncertain';
  to: string;
  content: Content;
}): Card {
  const { key, claims, state } = message;
  const click = (act: StuckClick['act']) => ({ act, key, claims }) satisfies StuckClick;
  return card({
    title: words.title[state],
    template: 'orange',
    elements: [
      markdown(
        words.body[state](escapeMarkdown(message.to), escapeMarkdown(whatOf(message.content))),
      ),
      row([
        button({ text: words.resend, value: click('outbox-resend') }),
        // What was refused for good has certainly not arrived.
        ...(state === 'uncertain'
          ? [button({ text: words.confirm, type: 'primary', value: click('outbox-confirm') })]
          : []),
      ]),
    ],
  });
}

/** The card once somebody has decided. */
export function settledCard(state: 'dead' | 'uncertain', text: string, by: string): Card {
  return card({
    title: words.title[state],
    template: 'grey',
    elements: [markdown(escapeMarkdown(`${text}（${by}）`))],
  });
}

function whatOf(content: Content): string {
  if (content.type !== 'card') return words[content.type];
  const title = content.card.header?.title;
  const shown =
    typeof title === 'object' && title !== null && 'content' in title ? title.content : '';
  return words.card(typeof shown === 'string' ? shown : '');
}
