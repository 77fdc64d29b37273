import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import type { CardAction, CardAnswer } from '../feishu/event.ts';
import type { Work } from '../inbox/handle.ts';
import type { Context } from './context.ts';
import { words } from './wording.ts';

/** A click being answered. */
export type Clicked = {
  context: Omit<Context, 'deps'>;
  deps: Deps;
  action: CardAction;
  work: Work;
};

/** Answers a click that it knows; undefined where the click is another's. */
export type ClickHandler = (clicked: Clicked) => Promise<Answered> | undefined;

type Run<T> = (clicked: Clicked, click: T) => Promise<Answered>;

/** A click that cards can send, and its answer. */
export function onClick<T>(schema: z.ZodType<T>, run: Run<T>): ClickHandler {
  return (clicked) => {
    const click = schema.safeParse(clicked.action.value);
    return click.success ? run(clicked, click.data) : undefined;
  };
}

/** As `onClick`; only the office may. */
export function onOfficeClick<T>(schema: z.ZodType<T>, run: Run<T>): ClickHandler {
  return onClick(schema, async (clicked, click) =>
    clicked.context.person.roles.has('office')
      ? run(clicked, click)
      : refuse(words.notAllowed(words.office)),
  );
}

/** An answer, and for the audit why a click was refused. */
export type Answered = CardAnswer & { why?: string };

export const ok = (content: string, card?: Card): CardAnswer => ({
  toast: { type: 'success', content },
  ...(card ? { card } : {}),
});

export const info = (content: string): CardAnswer => ({ toast: { type: 'info', content } });

/** Nothing is changed; every refusal stands in the audit (see `handleClick`). */
export const refuse = (content: string, why?: string): Answered => ({
  toast: { type: 'error', content },
  ...(why ? { why } : {}),
});

/** Runs a change in the click's one transaction. */
export function change(clicked: Clicked, run: (context: Context) => Promise<Answered>) {
  return clicked.work.commit((tx) =>
    run({ ...clicked.context, deps: { ...clicked.deps, db: tx } }),
  );
}

/** Refuses a click that no card of ours can have sent. */
export const forged = (why: string): Answered => refuse(words.forged, why);
