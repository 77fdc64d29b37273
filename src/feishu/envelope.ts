import type { Payload } from './verify.ts';

/** What must be known of a payload before it is stored: who it is, which conversation it belongs to, when it was sent. */
export type Envelope = {
  /** Unique: the message's id for messages (their event ids are not to be relied on) and recalls, else the event's. */
  key: string;
  type: string;
  /** Events of one lane are handled in their order: the chat, else the person, else the event alone. */
  lane: string;
  sentAt: Date;
};

export const CARD_CLICK = 'card.action.trigger';

/** Reads the envelope of a verified payload. `receivedAt` stands in where the payload tells no time. Pure. */
export function readEnvelope(payload: Payload, receivedAt: Date): Envelope {
  const { header, event } = payload;
  const type = header.event_type;
  const message = record(event.message);
  const key = messageKey(type, message, event) ?? `event:${header.event_id}`;
  const operator = record(record(event.operator).operator_id);
  const account = record(event.object);
  const chat = type === CARD_CLICK ? undefined : (text(message.chat_id) ?? text(event.chat_id));
  return {
    key,
    type,
    lane: chat ?? text(operator.open_id) ?? text(account.open_id) ?? key,
    sentAt: platformTime(message.create_time ?? header.create_time) ?? receivedAt,
  };
}

/** The key of the event that tells that this message was recalled. */
export const recallKey = (messageId: string) => `recall:${messageId}`;

function messageKey(
  type: string,
  message: Record<string, unknown>,
  event: Record<string, unknown>,
): string | undefined {
  const id = text(message.message_id) ?? text(event.message_id);
  if (id && type === 'im.message.receive_v1') return `message:${id}`;
  if (id && type === 'im.message.recalled_v1') return recallKey(id);
  return undefined;
}

/** An instant of the platform: seconds, milliseconds or microseconds since 1970, told apart by their length. */
export function platformTime(value: unknown): Date | undefined {
  const digits = typeof value === 'number' ? String(value) : value;
  if (typeof digits !== 'string' || !/^\d{10}(\d{3}){0,2}$/.test(digits)) return undefined;
  const at = Number(digits.slice(0, 13).padEnd(13, '0'));
  return new Date(at);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value) ? value : undefined;
}
