import type { Act } from '../audit/record.ts';
import { type Day, dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Content } from '../feishu/client.ts';
import type { IncomingMessage } from '../feishu/event.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Person } from '../units/person.ts';

/** One message being answered: who sent it, when, and the transaction (`deps.db`) in which all of it happens. */
export type Context = {
  deps: Deps;
  message: IncomingMessage;
  /** Undefined for somebody the bot does not know. */
  person: Person | undefined;
  now: Date;
  today: Day;
};

export function contextOf(
  deps: Deps,
  message: IncomingMessage,
  person: Person | undefined,
  now: Date,
): Context {
  return { deps, message, person, now, today: dayOf(now, deps.config.APP_TIMEZONE) };
}

/** Answers under the message that asked; `part` tells several answers to one message apart. */
export async function answer(context: Context, content: Content, part = 'answer'): Promise<void> {
  const { deps, message } = context;
  await enqueue(deps.db, {
    key: `${part}:${message.messageId}`,
    to: { type: 'chat_id', id: message.chatId },
    replyTo: message.messageId,
    content,
    purpose: 'answer',
  });
}

export async function say(context: Context, text: string, part?: string): Promise<void> {
  await answer(context, { type: 'text', text }, part);
}

/** Who acts by this message. */
export function actOf(context: Context, person: Person): Act {
  return { actor: person.id, at: context.now, messageId: context.message.messageId };
}
