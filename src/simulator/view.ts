import { asText, isJson, parseJson } from './json.ts';
import type { Pocket } from './pocket.ts';
import type { Attachment, ChatMessage, ChatRow, World } from './pocket-api.ts';
import { postText } from './post.ts';
import type { Chat, StoredMessage } from './store.ts';
import { line } from './wording.ts';

/** A message as the chat page shows it. */
export function toChatMessage(pocket: Pocket, message: StoredMessage): ChatMessage {
  const { directory } = pocket;
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    sender: {
      openId: message.sender,
      name: directory.nameOf(message.sender),
      isBot: message.sender === directory.bot.openId,
    },
    at: new Date(message.at).toISOString(),
    ...(message.editedAt === undefined ? {} : { edited: true }),
    ...(message.recalledAt === undefined ? {} : { recalled: true }),
    ...(message.parentId ? { parentId: message.parentId } : {}),
    ...(message.threadId ? { threadId: message.threadId } : {}),
    content: contentOf(pocket, message),
  };
}

function contentOf(pocket: Pocket, message: StoredMessage): ChatMessage['content'] {
  if (message.recalledAt !== undefined)
    return { type: 'system', text: line.recalled(pocket.directory.nameOf(message.sender)) };
  const content = parseJson(message.content) ?? {};
  switch (message.type) {
    case 'interactive':
      return { type: 'card', card: cardOf(pocket, message) };
    case 'system':
      return { type: 'system', text: asText(content.text) ?? '' };
    case 'file':
    case 'image': {
      const attachment = attachmentOf(pocket, asText(content.file_key ?? content.image_key));
      if (attachment) return { type: message.type, attachment };
      return { type: 'text', text: line.other(message.type), mentions: [] };
    }
    default: {
      const text = plainText(message.type, message.content);
      return { type: 'text', text, mentions: message.mentions };
    }
  }
}

/** The card that a message shows: its own, or that of the CardKit entity it stands for. */
export function cardOf(pocket: Pocket, message: StoredMessage): unknown {
  const content = parseJson(message.content);
  if (content?.type !== 'card' || !isJson(content.data)) return content;
  const entity = pocket.store.entity(String(content.data.card_id));
  return entity && parseJson(entity.card);
}

function plainText(type: string, content: string): string {
  const read = parseJson(content) ?? {};
  if (type === 'text') return asText(read.text) ?? '';
  if (type === 'post') return postText(read);
  return line.other(type);
}

export function attachmentOf(pocket: Pocket, key: string | undefined): Attachment | undefined {
  const file = key ? pocket.store.file(key) : undefined;
  return file && { key: file.key, name: file.name, bytes: file.bytes, kind: file.kind };
}

/** The chats that a person sees, newest first. */
export function toChatRows(pocket: Pocket, openId: string): ChatRow[] {
  return pocket.store
    .chats()
    .filter((chat) => chat.members.includes(openId) && !chat.dissolved)
    .map((chat) => ({ row: toChatRow(pocket, chat, openId), at: lastOf(pocket, chat)?.at ?? 0 }))
    .sort((a, b) => b.at - a.at)
    .map(({ row }) => row);
}

function toChatRow(pocket: Pocket, chat: Chat, openId: string): ChatRow {
  const last = lastOf(pocket, chat);
  const unseen = pocket.store
    .messagesOf(chat.chatId)
    .slice(pocket.store.seen(openId, chat.chatId))
    .filter((m) => m.sender !== openId && m.type !== 'system' && m.recalledAt === undefined);
  return {
    chatId: chat.chatId,
    type: chat.type,
    name: chat.type === 'p2p' ? pocket.directory.bot.name : chat.name,
    members: chat.members.length + (chat.botIn ? 1 : 0),
    ...(last ? { last: { text: summary(pocket, last), at: new Date(last.at).toISOString() } } : {}),
    unread: unseen.length,
  };
}

function lastOf(pocket: Pocket, chat: Chat): StoredMessage | undefined {
  return pocket.store.messagesOf(chat.chatId).at(-1);
}

function summary(pocket: Pocket, message: StoredMessage): string {
  const { content } = toChatMessage(pocket, message);
  switch (content.type) {
    case 'text':
      return withNames(content.text, message);
    case 'system':
      return content.text;
    case 'image':
      return line.image;
    case 'file':
      return line.file(content.attachment.name);
    case 'card':
      return cardSummary(content.card);
  }
}

function cardSummary(card: unknown): string {
  if (!isJson(card)) return line.card;
  const config = isJson(card.config) ? card.config : {};
  const summary = isJson(config.summary) ? asText(config.summary.content) : undefined;
  const header = isJson(card.header) ? card.header : {};
  const title = isJson(header.title) ? asText(header.title.content) : undefined;
  return summary ?? title ?? line.card;
}

// Longest keys first: @_user_1 begins @_user_10.
function withNames(text: string, message: StoredMessage): string {
  return [...message.mentions]
    .sort((a, b) => b.key.length - a.key.length)
    .reduce((t, m) => t.replaceAll(m.key, `@${m.name}`), text);
}

export function toWorld(pocket: Pocket): World {
  const { options, directory, store } = pocket;
  const { dashboardUrl } = pocket.address;
  return {
    people: directory.people.map(({ openId, name, role, unit }) => ({ openId, name, role, unit })),
    bot: directory.bot,
    now: pocket.clock.now().toISOString(),
    timeZone: options.timeZone,
    groupMessages: store.groupMessages(),
    samples: options.samples.map(({ name, about }, i) => ({
      name,
      about,
      url: `/pocket/samples/${i}`,
    })),
    ...(dashboardUrl ? { dashboardUrl } : {}),
  };
}
