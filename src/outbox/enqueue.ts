import type { Db } from '../db/db.ts';
import type { Card } from '../feishu/card.ts';
import type { Content, Recipient } from '../feishu/client.ts';
import * as queries from './queries.ts';

/** A message to be sent once. */
export type OutgoingMessage = {
  /** Unique for ever: enqueueing the same key again does nothing. */
  key: string;
  to: Recipient;
  /** The message to answer under; falls back to sending when it is gone. */
  replyTo?: string;
  content: Content;
  /** `push`: the bot speaks first (held by 暂停推送); `answer`: somebody asked. */
  purpose: 'push' | 'answer';
  /** Not before this instant; default at once. */
  notBefore?: Date;
  /** Neither a reminder nor a confirmation: waits while the month's quota is 90 % used. */
  optional?: boolean;
};

/** Puts a message into the outbox, in the transaction of the change it reports. Returns false when the key is known. */
export async function enqueue(db: Db, message: OutgoingMessage): Promise<boolean> {
  return (await enqueueAll(db, [message])) > 0;
}

/** The same for many messages at once; returns how many keys are new. */
export function enqueueAll(db: Db, messages: OutgoingMessage[]): Promise<number> {
  return queries.insertMessages(db, messages.map(rowOf));
}

function rowOf(message: OutgoingMessage): queries.NewMessage {
  return {
    key: message.key,
    kind: 'message',
    lane: laneOf(message.to),
    toType: message.to.type,
    toId: message.to.id,
    replyTo: message.replyTo ?? null,
    content: message.content,
    purpose: message.purpose,
    optional: message.optional ?? false,
    // Any instant of the past: what is to go at once must not depend on a clock that is set back.
    notBefore: message.notBefore ?? new Date(0),
  };
}

/**
 * Replaces the card of the message that was enqueued as `of`: before it is sent in the row itself, afterwards by a patch
 * in order. Only the newest of several waiting patches is sent. `clicked` is the message whose click the same card answers: it
 * needs a patch only to follow an older one that is under way. Returns false when there is no such card or `key` is known.
 */
export async function enqueuePatch(
  db: Db,
  patch: { key: string; of: string; card: Card; clicked?: string | undefined },
): Promise<boolean> {
  const content: Content = { type: 'card', card: patch.card };
  if (await queries.replaceUnsent(db, patch.of, content)) return true;
  const target = await queries.findMessage(db, patch.of);
  if (target?.content.type !== 'card' || target.kind !== 'message') return false;
  const isAnswered = patch.clicked !== undefined && patch.clicked === target.messageId;
  if (isAnswered && !(await queries.hasOpenPatch(db, patch.of))) return false;
  const made = await queries.insertMessages(db, [
    {
      key: patch.key,
      kind: 'patch',
      target: patch.of,
      lane: target.lane,
      toType: target.toType,
      toId: target.toId,
      content,
      purpose: 'answer',
      notBefore: new Date(0),
    },
  ]);
  if (made > 0) await queries.supersedePatches(db, patch.of, patch.key);
  return made > 0;
}

function laneOf(to: Recipient): string {
  return `${to.type}:${to.id}`;
}
