import type { Card } from './card.ts';

/** A message as the bot understands it, whatever its type was on the platform. */
export type IncomingMessage = {
  kind: 'message';
  messageId: string;
  chatId: string;
  chatType: 'p2p' | 'group';
  senderOpenId: string;
  /** Plain text: the bot's own mention removed, other mentions as `@name`, markup of a post dropped. */
  text: string;
  /** Whether the bot itself is mentioned (by open_id, not by name; `@所有人` does not count). */
  mentionsBot: boolean;
  /** People mentioned beside the bot. */
  mentions: { openId: string; name: string }[];
  messageType: string;
  attachments: { kind: 'file' | 'image' | 'audio' | 'media'; fileKey: string; name: string }[];
  parentId?: string;
  rootId?: string;
  threadId?: string;
  sentAt: Date;
};

/** A click on a card: `openId` is the platform's word for who clicked; `value` and `form` are not to be trusted. */
export type CardAction = {
  kind: 'card-action';
  eventId: string;
  openId: string;
  messageId: string;
  chatId: string;
  value: Record<string, unknown>;
  form: Record<string, unknown>;
  /** The chosen option of a select outside a form. */
  option?: string;
};

/** What a click is answered with, within 3 seconds. */
export type CardAnswer = {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  card?: Card;
};

export type IncomingEvent =
  | IncomingMessage
  | { kind: 'recalled'; messageId: string; chatId: string }
  | { kind: 'bot-added'; chatId: string; chatName: string; operatorOpenId: string }
  | { kind: 'bot-removed'; chatId: string }
  | { kind: 'p2p-entered'; chatId: string; openId: string }
  | { kind: 'menu'; eventId: string; openId: string; key: string }
  /** Somebody's account: usable, or frozen, resigned, deleted. */
  | { kind: 'person-changed'; openId: string; active: boolean }
  | { kind: 'other'; type: string };
