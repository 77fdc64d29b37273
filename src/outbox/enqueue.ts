import type { Db } from '../db/db.ts';
import type { Content, Recipient } from '../feishu/client.ts';

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
};

/** Puts a message into the outbox, in the transaction of the change it reports. Returns false when the key is known. */
export type Enqueue = (db: Db, message: OutgoingMessage) => Promise<boolean>;
