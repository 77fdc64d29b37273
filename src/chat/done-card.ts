import { type Card, card, escapeMarkdown, markdown, row } from '../feishu/card.ts';
import { undoButton } from '../progress/cards.ts';
import { answer, type Context } from './context.ts';
import { words } from './wording.ts';

/** A sentence with 撤销 under it: every reply that changes data offers it. */
export async function sayWithUndo(
  context: Context,
  text: string,
  changeId: string,
  part?: string,
): Promise<void> {
  await answer(context, { type: 'card', card: doneCard(text, changeId) }, part);
}

/** What was done, with 撤销 where it can be taken back. */
export function doneCard(text: string, changeId?: string): Card {
  return card({
    title: words.done,
    template: 'green',
    summary: text,
    elements: [markdown(escapeMarkdown(text)), ...(changeId ? [row([undoButton(changeId)])] : [])],
  });
}
