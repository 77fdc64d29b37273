import type { Archive } from './archive.ts';
import type { Directory } from './directory.ts';
import type { SimulatedGroup } from './options.ts';

/** Times in the store are milliseconds of the application's clock. */
export type Chat = {
  chatId: string;
  type: 'p2p' | 'group';
  name: string;
  /** open_ids of the people in it; the bot is not listed. */
  members: string[];
  botIn: boolean;
  dissolved?: boolean;
};

/** `openId` is `all` for 所有人. */
export type Mention = { key: string; openId: string; name: string };

export type StoredMessage = {
  messageId: string;
  chatId: string;
  /** open_id of a person or of the bot. */
  sender: string;
  at: number;
  /** The platform's message_type, or `system`. */
  type: string;
  /** The JSON string that the platform would show to a reader. */
  content: string;
  mentions: Mention[];
  parentId?: string;
  rootId?: string;
  threadId?: string;
  editedAt?: number;
  edits?: number;
  recalledAt?: number;
};

export type StoredFile = {
  key: string;
  name: string;
  kind: 'file' | 'image';
  bytes: number;
  /** open_id of who uploaded it. */
  owner: string;
};

export type Reaction = {
  id: string;
  messageId: string;
  emoji: string;
  operator: string;
  at: number;
};

/** A CardKit entity (卡片实体). */
export type CardEntity = {
  cardId: string;
  card: string;
  sequence: number;
  at: number;
  /** The message that shows it; an entity is sent once. */
  messageId?: string;
};

export type Snapshot = {
  version: 1;
  groupMessages: boolean;
  chats: Chat[];
  messages: StoredMessage[];
  files: StoredFile[];
  reactions: Reaction[];
  entities: CardEntity[];
  /** How many messages of a chat a person has seen, by `open_id chat_id`. */
  seen: Record<string, number>;
  uuids: Record<string, { id: string; at: number }>;
};

/** Everything that the pocket Feishu remembers. Reading is free; every writing function marks it for the archive. */
export type Store = ReturnType<typeof createStore>;

export function createStore(
  directory: Directory,
  groups: SimulatedGroup[],
  archive: Archive,
  scope: boolean,
) {
  let groupMessages = scope;
  const chats = new Map<string, Chat>();
  const byChat = new Map<string, StoredMessage[]>();
  const messages = new Map<string, StoredMessage>();
  const files = new Map<string, StoredFile>();
  const reactions = new Map<string, Reaction>();
  const entities = new Map<string, CardEntity>();
  const seen = new Map<string, number>();
  const uuids = new Map<string, { id: string; at: number }>();

  const snapshot = (): Snapshot => ({
    version: 1,
    groupMessages,
    chats: [...chats.values()],
    messages: [...messages.values()],
    files: [...files.values()],
    reactions: [...reactions.values()],
    entities: [...entities.values()],
    seen: Object.fromEntries(seen),
    uuids: Object.fromEntries(uuids),
  });
  const written = () => archive.saveSoon(snapshot);

  const addChat = (chat: Chat) => {
    chats.set(chat.chatId, chat);
    if (!byChat.has(chat.chatId)) byChat.set(chat.chatId, []);
  };
  const place = (message: StoredMessage) => {
    messages.set(message.messageId, message);
    byChat.get(message.chatId)?.push(message);
  };
  const furnish = () => {
    for (const person of directory.people) {
      const chatId = directory.p2pChatId(person.openId);
      addChat({ chatId, type: 'p2p', name: person.name, members: [person.openId], botIn: true });
    }
    for (const group of groups) {
      const botIn = chats.get(group.chatId)?.botIn ?? !group.withoutBot;
      const { chatId, name, memberOpenIds } = group;
      addChat({ chatId, type: 'group', name, members: [...memberOpenIds], botIn });
    }
  };
  const restore = (kept: Snapshot) => {
    groupMessages = kept.groupMessages;
    for (const chat of kept.chats) addChat(chat);
    for (const message of kept.messages) place(message);
    for (const file of kept.files) files.set(file.key, file);
    for (const reaction of kept.reactions) reactions.set(reaction.id, reaction);
    for (const entity of kept.entities) entities.set(entity.cardId, entity);
    for (const [key, count] of Object.entries(kept.seen)) seen.set(key, count);
    for (const [key, use] of Object.entries(kept.uuids)) uuids.set(key, use);
  };

  const kept = archive.load();
  if (kept) restore(kept);
  furnish();

  return {
    groupMessages: () => groupMessages,
    setGroupMessages: (on: boolean) => {
      groupMessages = on;
      written();
    },
    chat: (chatId: string) => chats.get(chatId),
    chats: () => [...chats.values()],
    putChat: (chat: Chat) => {
      addChat(chat);
      written();
    },
    message: (messageId: string) => messages.get(messageId),
    /** Oldest first. */
    messagesOf: (chatId: string): readonly StoredMessage[] => byChat.get(chatId) ?? [],
    addMessage: (message: StoredMessage) => {
      place(message);
      written();
      return message;
    },
    changeMessage: (message: StoredMessage, change: Partial<StoredMessage>) => {
      Object.assign(message, change);
      written();
      return message;
    },
    file: (key: string) => files.get(key),
    bytesOf: (key: string) => archive.bytes(key),
    addFile: (file: StoredFile, bytes: Uint8Array) => {
      files.set(file.key, file);
      archive.putBytes(file.key, bytes);
      written();
      return file;
    },
    reaction: (id: string) => reactions.get(id),
    reactionsOf: (messageId: string) =>
      [...reactions.values()].filter((r) => r.messageId === messageId),
    addReaction: (reaction: Reaction) => {
      reactions.set(reaction.id, reaction);
      written();
      return reaction;
    },
    removeReaction: (id: string) => {
      reactions.delete(id);
      written();
    },
    entity: (cardId: string) => entities.get(cardId),
    putEntity: (entity: CardEntity) => {
      entities.set(entity.cardId, entity);
      written();
      return entity;
    },
    seen: (openId: string, chatId: string) => seen.get(`${openId} ${chatId}`) ?? 0,
    markSeen: (openId: string, chatId: string) => {
      seen.set(`${openId} ${chatId}`, byChat.get(chatId)?.length ?? 0);
      written();
    },
    uuid: (key: string) => uuids.get(key),
    putUuid: (key: string, id: string, at: number) => {
      uuids.set(key, { id, at });
      written();
    },
    clear: async () => {
      for (const map of [chats, byChat, messages, files, reactions, entities, seen, uuids])
        map.clear();
      groupMessages = scope;
      furnish();
      await archive.forgetFiles();
      written();
    },
    flush: () => archive.flush(),
  };
}
