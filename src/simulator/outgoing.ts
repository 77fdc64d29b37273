import { checkContent, checkReplacement, isSharedCard, type Sendable } from './content-check.ts';
import { freshId } from './ids.ts';
import { isJson, parseJson } from './json.ts';
import { audienceOf, chatOf, type Pocket } from './pocket.ts';
import { isRefusal, type Refusal, refuse, refuseCard } from './refusal.ts';
import type { Chat, StoredMessage } from './store.ts';
import { cardOf, toChatMessage } from './view.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CARD_DAYS = 14;
const MOST_EDITS = 20;

/** What the bot asks to be sent: `msg_type`, `content` and `uuid` of the open-apis, unchecked. */
export type Outgoing = { type: unknown; content: unknown; uuid: unknown };

/** Sends into a chat; the same `uuid` within an hour of the clock gives the first message again. */
export function sendAsBot(
  pocket: Pocket,
  chat: Chat,
  outgoing: Outgoing,
  under: Pick<StoredMessage, 'parentId' | 'rootId' | 'threadId'> = {},
): StoredMessage | Refusal {
  const { uuid } = outgoing;
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50))
    return refuse(99992402, 'the length of uuid exceeds 50');
  const earlier = uuid ? sentBefore(pocket, uuid) : undefined;
  if (earlier) return earlier;
  const sendable = checkContent(pocket, outgoing.type, outgoing.content);
  if (isRefusal(sendable)) return sendable;
  const closed = whyClosed(pocket, chat);
  if (closed) return closed;
  if (!pocket.meter.target(chat.chatId)) return refuse(230020);
  const message = post(pocket, chat, sendable, under);
  if (uuid) pocket.store.putUuid(uuid, message.messageId, message.at);
  return message;
}

function sentBefore(pocket: Pocket, uuid: string): StoredMessage | undefined {
  const use = pocket.store.uuid(uuid);
  const age = use ? pocket.clock.now().getTime() - use.at : Number.POSITIVE_INFINITY;
  return use && age < HOUR_MS ? pocket.store.message(use.id) : undefined;
}

/** The platform has one code for all whose account cannot be used. */
const RESIGNED = 230029;

function whyClosed(pocket: Pocket, chat: Chat): Refusal | undefined {
  const person = chat.type === 'p2p' ? chat.members[0] : undefined;
  const code = pocket.faults.refusalOf(chat.chatId) ?? pocket.faults.refusalOf(person ?? '');
  if (code !== undefined) return refuse(code);
  if (person && pocket.directory.accountOf(person) !== 'active') return refuse(RESIGNED);
  if (chat.dissolved) return refuse(232009);
  return chat.botIn ? undefined : refuse(230002);
}

function post(
  pocket: Pocket,
  chat: Chat,
  { type, content, mentions, entity }: Sendable,
  under: Pick<StoredMessage, 'parentId' | 'rootId' | 'threadId'>,
): StoredMessage {
  const { store, directory, changes } = pocket;
  const message = store.addMessage({
    messageId: freshId('om_'),
    chatId: chat.chatId,
    sender: directory.bot.openId,
    at: pocket.clock.now().getTime(),
    type,
    content,
    mentions,
    ...under,
  });
  const held = entity ? store.entity(entity) : undefined;
  if (held) store.putEntity({ ...held, messageId: message.messageId });
  changes.tell({ kind: 'message', message: toChatMessage(pocket, message) }, chat.members);
  return message;
}

/** Answers under a message, in its thread when it has one; `inThread` opens one. */
export function replyAsBot(
  pocket: Pocket,
  messageId: string,
  outgoing: Outgoing,
  inThread: boolean,
): StoredMessage | Refusal {
  const parent = pocket.store.message(messageId);
  if (!parent) return refuse(230001, 'invalid message_id');
  if (parent.recalledAt !== undefined) return refuse(230011);
  if (parent.type === 'system') return refuse(230054);
  const threadId = parent.threadId ?? (inThread ? freshId('omt_', 6) : undefined);
  const sent = sendAsBot(pocket, chatOf(pocket, parent), outgoing, {
    parentId: messageId,
    rootId: parent.rootId ?? messageId,
    ...(threadId ? { threadId } : {}),
  });
  if (!isRefusal(sent) && sent.threadId && !parent.threadId)
    change(pocket, parent, { threadId: sent.threadId });
  return sent;
}

/** Replaces the card of a message for everybody who sees it. */
export function patchCard(
  pocket: Pocket,
  messageId: string,
  content: unknown,
): Refusal | undefined {
  const message = pocket.store.message(messageId);
  const refusal = whyNotOwn(pocket, message, 230001);
  if (refusal) return refusal;
  if (message?.type !== 'interactive') return refuse(230001, 'the message is not a card');
  if (pocket.clock.now().getTime() - message.at > CARD_DAYS * DAY_MS) return refuse(230031);
  const card = typeof content === 'string' ? parseJson(content) : undefined;
  if (!card) return refuse(230001, 'content is not a string in json format');
  if (!isSharedCard(cardOf(pocket, message)) || !isSharedCard(card))
    return refuse(230001, 'update_multi of the card must be true before and after the update');
  if (pocket.clicking.get(messageId)) return refuseCard(11310, 'card action is lock');
  const checked = checkReplacement(pocket, card);
  if (isRefusal(checked)) return checked;
  if (!pocket.meter.target(messageId)) return refuse(230020);
  showCard(pocket, message, checked);
  return undefined;
}

/** Puts a checked card into a message. */
export function showCard(pocket: Pocket, message: StoredMessage, content: string): void {
  const shown = parseJson(message.content);
  const entity =
    shown?.type === 'card' && isJson(shown.data)
      ? pocket.store.entity(String(shown.data.card_id))
      : undefined;
  if (entity) pocket.store.putEntity({ ...entity, card: content });
  change(pocket, message, entity ? {} : { content });
}

/** Edits the bot's own text or post. */
export function editText(
  pocket: Pocket,
  messageId: string,
  outgoing: Outgoing,
): StoredMessage | Refusal {
  const message = pocket.store.message(messageId);
  const refusal = whyNotOwn(pocket, message, 230071);
  if (refusal) return refusal;
  if (!message || !(message.type === 'text' || message.type === 'post')) return refuse(230054);
  if (outgoing.type !== message.type) return refuse(230001, 'msg_type differs from the message');
  if ((message.edits ?? 0) >= MOST_EDITS) return refuse(230072);
  const now = pocket.clock.now().getTime();
  if (now - message.at > DAY_MS) return refuse(230075);
  const sendable = checkContent(pocket, outgoing.type, outgoing.content);
  if (isRefusal(sendable)) return sendable;
  if (!pocket.meter.target(message.chatId)) return refuse(230020);
  const { content, mentions } = sendable;
  return change(pocket, message, {
    content,
    mentions,
    editedAt: now,
    edits: (message.edits ?? 0) + 1,
  });
}

/** Recalls the bot's own message. */
export function recallAsBot(pocket: Pocket, messageId: string): Refusal | undefined {
  const message = pocket.store.message(messageId);
  const refusal = whyNotOwn(pocket, message, 230026);
  if (refusal || !message) return refusal;
  const now = pocket.clock.now().getTime();
  if (now - message.at > DAY_MS) return refuse(230009);
  change(pocket, message, { recalledAt: now });
  return undefined;
}

function whyNotOwn(
  pocket: Pocket,
  message: StoredMessage | undefined,
  foreign: number,
): Refusal | undefined {
  if (!message) return refuse(230001, 'invalid message_id');
  if (message.sender !== pocket.directory.bot.openId) return refuse(foreign);
  if (message.recalledAt !== undefined) return refuse(foreign === 230026 ? 230110 : 230011);
  const chat = chatOf(pocket, message);
  if (chat.dissolved) return refuse(232009);
  return chat.botIn ? undefined : refuse(230002);
}

/** Changes a message and tells those who see it. */
export function change(
  pocket: Pocket,
  message: StoredMessage,
  changed: Partial<StoredMessage>,
): StoredMessage {
  pocket.store.changeMessage(message, changed);
  const shown = toChatMessage(pocket, message);
  pocket.changes.tell({ kind: 'changed', message: shown }, audienceOf(pocket, message.chatId));
  return message;
}
