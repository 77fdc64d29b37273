import type { Card } from './card.ts';

/** Where a message goes: a person (open_id) or a group (chat_id). */
export type Recipient = { type: 'open_id' | 'chat_id'; id: string };

/** What a message holds. A `file` must have been uploaded by this app. */
export type Content =
  | { type: 'text'; text: string }
  | { type: 'card'; card: Card }
  | { type: 'file'; fileKey: string };

/** A department of the tenant. */
export type DirectoryDepartment = { id: string; name: string };

/** Somebody of a department; not `active` when frozen, resigned or gone. */
export type DirectoryMember = { openId: string; name: string; jobTitle?: string; active: boolean };

/** What the bot needs of Feishu; `sdk.ts` stands behind it with the official SDK. Faults are `FeishuError`s. */
export type Feishu = {
  /** Sends to a person or a group; the same `uuid` (≤ 50 characters) within an hour sends once. */
  send(to: Recipient, content: Content, uuid: string): Promise<{ messageId: string }>;
  /** Answers under a message, in its thread when it has one. */
  reply(messageId: string, content: Content, uuid: string): Promise<{ messageId: string }>;
  /** Replaces a card of the bot's own, at most 14 days old. */
  patchCard(messageId: string, card: Card): Promise<void>;
  /** The bytes of a file, image or voice that a person sent in this message. */
  download(messageId: string, fileKey: string, type: 'file' | 'image'): Promise<Uint8Array>;
  /** What is said in at most a minute of 16-bit mono PCM at 16 kHz; empty when nothing was understood. */
  recogniseSpeech(pcm: Uint8Array, fileId: string): Promise<string>;
  /** Uploads a file (≤ 30 MB) to be sent; `name` with its suffix. */
  uploadFile(name: string, bytes: Uint8Array): Promise<{ fileKey: string }>;
  /** The bot itself; its open_id tells whether a message mentions it. */
  botInfo(): Promise<{ openId: string; name: string }>;
  /** A Feishu document's title and its text as Markdown; `kind` wiki: the token of a page of a knowledge base. */
  readDocument(kind: 'docx' | 'wiki', token: string): Promise<{ title: string; markdown: string }>;
  /** A group's name. */
  chatInfo(chatId: string): Promise<{ name: string }>;
  /** The people of a group (bots are not listed). */
  chatMembers(chatId: string): Promise<{ openId: string; name: string }[]>;
  /** A person's name, or undefined where the app may not read it. */
  userName(openId: string): Promise<string | undefined>;
  /** The scopes that the tenant has granted the app. */
  grantedScopes(): Promise<string[]>;
  /** The event types that the published version subscribes to. */
  subscribedEvents(): Promise<string[]>;
  /** All departments the app may see, at any depth. */
  departments(): Promise<DirectoryDepartment[]>;
  /** The direct members of a department. */
  departmentMembers(departmentId: string): Promise<DirectoryMember[]>;
  /** Who came back from the login page with this code (used once, 5 minutes); `redirectUri` as it was sent there. */
  login(code: string, redirectUri: string): Promise<{ openId: string; name: string }>;
};
