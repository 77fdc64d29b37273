import { handleClick } from './chat/handle-click.ts';
import { handleEvent } from './chat/handle-event.ts';
import { words } from './chat/wording.ts';
import type { Deps } from './deps.ts';
import type { CardAction, CardAnswer, IncomingEvent } from './feishu/event.ts';
import type { Handlers } from './inbox/handle.ts';
import type { Metrics } from './metrics.ts';
import { enqueue, enqueuePatch } from './outbox/enqueue.ts';
import { findByMessageId } from './outbox/sent-queries.ts';

/** What is done with each kind of event, and with those that cannot be handled. */
export function createHandlers(deps: Deps & { metrics: Metrics }): Handlers {
  const { timed } = deps.metrics;
  return {
    event: (event, work) => timed('handling', () => handleEvent(deps, event, work)),
    card: (action, work) => timed('handling', () => handleClick(deps, action, work)),
    parked: async (tx, event) => {
      const failed = failureOf(event);
      if (failed) await enqueue(tx, { ...failed, purpose: 'answer' });
    },
    lateAnswer: (db, action, answer) => refreshLater(db, action, answer),
  };
}

/** One plain sentence to whoever asked for what could not be done. */
function failureOf(event: IncomingEvent | CardAction) {
  const content = { type: 'text', text: words.failed } as const;
  if (event.kind === 'message')
    return {
      key: `failed:${event.messageId}`,
      to:
        event.chatType === 'p2p'
          ? ({ type: 'open_id', id: event.senderOpenId } as const)
          : ({ type: 'chat_id', id: event.chatId } as const),
      replyTo: event.messageId,
      content,
    };
  if (event.kind === 'card-action')
    return {
      key: `failed:${event.eventId}`,
      to: { type: 'open_id', id: event.openId } as const,
      content,
    };
  return undefined;
}

/** A click that took longer than the client waits: the card is refreshed, or the sentence sent, afterwards. */
async function refreshLater(db: Deps['db'], action: CardAction, answer: CardAnswer): Promise<void> {
  const sent = await findByMessageId(db, action.messageId);
  if (answer.card && sent) {
    await enqueuePatch(db, { key: `late:${action.eventId}`, of: sent.key, card: answer.card });
  } else if (answer.toast) {
    await enqueue(db, {
      key: `late:${action.eventId}`,
      to: { type: 'open_id', id: action.openId },
      content: { type: 'text', text: answer.toast.content },
      purpose: 'answer',
    });
  }
}
