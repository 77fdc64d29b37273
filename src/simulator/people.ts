import { enteredEvent, membershipEvent, menuEvent, messageEvent, recalledEvent } from './events.ts';
import { freshId } from './ids.ts';
import type { Json } from './json.ts';
import { mentionKeys } from './mentions.ts';
import { change } from './outgoing.ts';
import { chatOf, type Pocket } from './pocket.ts';
import type { SendInput } from './pocket-api.ts';
import type { Chat, Mention, StoredMessage } from './store.ts';
import { toChatMessage } from './view.ts';
import { line, say } from './wording.ts';

/** Something that the client does not let a person do, in words for that person. */
export type Denied = { kind: 'denied'; message: string };

const DAY_MS = 24 * 3_600_000;

function deny(message: string): Denied {
  return { kind: 'denied', message };
}

export function isDenied(value: unknown): value is Denied {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'denied';
}

/** The chat, when this person is in it. */
export function chatFor(pocket: Pocket, openId: string, chatId: string): Chat | Denied {
  if (!pocket.directory.person(openId)) return deny(say.unknownPerson);
  const chat = pocket.store.chat(chatId);
  if (!chat?.members.includes(openId) || chat.dissolved) return deny(say.unknownChat);
  return chat;
}

/** The message, when it is in a chat of this person. */
export function messageFor(
  pocket: Pocket,
  openId: string,
  messageId: string,
): StoredMessage | Denied {
  const message = pocket.store.message(messageId);
  if (!message) return deny(say.unknownMessage);
  const chat = chatFor(pocket, openId, message.chatId);
  return isDenied(chat) ? chat : message;
}

/** Sends what a person wrote. A text and an attachment become two messages, as in the client; the last is returned. */
export function sendAsPerson(pocket: Pocket, input: SendInput): StoredMessage | Denied {
  const file = input.attachment ? pocket.store.file(input.attachment) : undefined;
  if (input.attachment && !file) return deny(say.unknownFile);
  let sent: StoredMessage | Denied = deny(say.emptyMessage);
  if (input.text?.trim()) {
    const { text, mentions } = mentionKeys(pocket.directory, input.text, input.mentions ?? []);
    sent = sendOfType(pocket, input, { type: 'text', content: { text }, mentions });
  }
  if (!file || (input.text?.trim() && isDenied(sent))) return sent;
  const content =
    file.kind === 'image' ? { image_key: file.key } : { file_key: file.key, file_name: file.name };
  return sendOfType(pocket, input, { type: file.kind, content, mentions: [] });
}

/** Sends a message of any type; `content` is what the platform puts into the event. */
export function sendOfType(
  pocket: Pocket,
  input: Pick<SendInput, 'as' | 'chat' | 'parentId'>,
  body: { type: string; content: Json; mentions: Mention[] },
): StoredMessage | Denied {
  const chat = chatFor(pocket, input.as, input.chat);
  if (isDenied(chat)) return chat;
  const parent = input.parentId ? messageFor(pocket, input.as, input.parentId) : undefined;
  if (isDenied(parent)) return parent;
  const { store, changes, push, clock } = pocket;
  const message = store.addMessage({
    messageId: freshId('om_'),
    chatId: chat.chatId,
    sender: input.as,
    at: clock.now().getTime(),
    type: body.type,
    content: JSON.stringify(body.content),
    mentions: body.mentions,
    ...(parent ? { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId } : {}),
    ...(parent?.threadId ? { threadId: parent.threadId } : {}),
  });
  store.markSeen(input.as, chat.chatId);
  changes.tell({ kind: 'message', message: toChatMessage(pocket, message) }, chat.members);
  if (reachesBot(pocket, chat, message)) push.event(messageEvent(pocket, message));
  return message;
}

/** In a group the app sees messages that @ it, or every message with the scope im:message.group_msg. */
function reachesBot(pocket: Pocket, chat: Chat, message: StoredMessage): boolean {
  if (!chat.botIn) return false;
  if (chat.type === 'p2p' || pocket.store.groupMessages()) return true;
  return message.mentions.some((m) => m.openId === pocket.directory.bot.openId);
}

/** Recalls a person's own message of the last 24 hours. */
export function recallAsPerson(
  pocket: Pocket,
  openId: string,
  messageId: string,
): Denied | undefined {
  const message = messageFor(pocket, openId, messageId);
  if (isDenied(message)) return message;
  if (message.sender !== openId) return deny(say.notYourMessage);
  if (message.recalledAt !== undefined) return deny(say.alreadyRecalled);
  const now = pocket.clock.now().getTime();
  if (now - message.at > DAY_MS) return deny(say.tooOldToRecall);
  change(pocket, message, { recalledAt: now });
  if (chatOf(pocket, message).botIn) pocket.push.event(recalledEvent(pocket, message));
  return undefined;
}

/** Opens the private chat with the bot; the platform tells the app of every opening. */
export function enterChat(pocket: Pocket, openId: string, chatId: string): Denied | undefined {
  const chat = chatFor(pocket, openId, chatId);
  if (isDenied(chat)) return chat;
  if (chat.type !== 'p2p') return deny(say.notP2p);
  pocket.store.markSeen(openId, chatId);
  pocket.push.event(enteredEvent(pocket, chat, openId));
  return undefined;
}

/** A member adds the bot to a group or removes it. */
export function setBotIn(
  pocket: Pocket,
  openId: string,
  chatId: string,
  botIn: boolean,
): Denied | undefined {
  const chat = chatFor(pocket, openId, chatId);
  if (isDenied(chat)) return chat;
  if (chat.botIn === botIn) return undefined;
  const { directory, store, push } = pocket;
  store.putChat({ ...chat, botIn });
  const words = botIn ? line.botAdded : line.botRemoved;
  announce(pocket, chat, words(directory.nameOf(openId), directory.bot.name));
  push.event(membershipEvent(pocket, chat, openId, botIn ? 'added' : 'deleted'));
  return undefined;
}

/** A line of the system in a chat. */
export function announce(pocket: Pocket, chat: Chat, text: string): void {
  const message = pocket.store.addMessage({
    messageId: freshId('om_'),
    chatId: chat.chatId,
    sender: pocket.directory.bot.openId,
    at: pocket.clock.now().getTime(),
    type: 'system',
    content: JSON.stringify({ text }),
    mentions: [],
  });
  pocket.changes.tell({ kind: 'message', message: toChatMessage(pocket, message) }, chat.members);
}

/** A person chooses an entry of the bot's menu (type 推送事件). */
export function pressMenu(pocket: Pocket, openId: string, eventKey: string): void {
  pocket.push.event(menuEvent(pocket, openId, eventKey));
}
