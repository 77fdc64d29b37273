import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import type { CardAction, CardAnswer } from '../feishu/event.ts';
import type { Work } from '../inbox/handle.ts';
import { actOf, type Context } from './context.ts';
import { words } from './wording.ts';

/** A click being answered. */
export type Clicked = {
  context: Omit<Context, 'deps'>;
  deps: Deps;
  action: CardAction;
  work: Work;
};

/** A click that cards can send, and its answer. */
export type ClickHandler = {
  schema: { safeParse: (value: unknown) => { success: boolean } };
  run: (click: Clicked) => Promise<CardAnswer>;
};

export const ok = (content: string, card?: Card): CardAnswer => ({
  toast: { type: 'success', content },
  ...(card ? { card } : {}),
});

export const info = (content: string): CardAnswer => ({ toast: { type: 'info', content } });

export const refuse = (content: string): CardAnswer => ({ toast: { type: 'error', content } });

/** Runs a change in the click's one transaction. */
export function change(clicked: Clicked, run: (context: Context) => Promise<CardAnswer>) {
  return clicked.work.commit((tx) =>
    run({ ...clicked.context, deps: { ...clicked.deps, db: tx } }),
  );
}

/** Refuses a click that no card of ours can have sent; nothing changes but the audit. */
export async function forged(clicked: Clicked, why: string): Promise<CardAnswer> {
  return change(clicked, async (context) => {
    await recordAudit(context.deps.db, actOf(context), 'click.refused', 'card', { why });
    return refuse(words.forged);
  });
}
