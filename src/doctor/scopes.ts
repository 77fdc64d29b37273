import type { Endpoint } from '../feishu/errors.ts';

/** A scope of the console: any of `names` will do, the first is the least. Source: open.feishu.cn, pages of the calls. */
export type Scope = {
  names: string[];
  /** The calls that need it. */
  calls: Endpoint[];
  /** The events that come only with it. */
  events: string[];
  isOptional?: boolean;
};

/** Each of them reads all contacts, statuses included. */
const ALL_CONTACTS = [
  'contact:contact:readonly_as_app',
  'contact:contact:access_as_app',
  'contact:contact:readonly',
];

export const SCOPES: Scope[] = [
  {
    names: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'],
    calls: [],
    events: ['im.message.receive_v1'],
  },
  {
    names: ['im:message.group_at_msg:readonly', 'im:message.group_at_msg'],
    calls: [],
    events: ['im.message.receive_v1'],
  },
  {
    names: ['im:message:send_as_bot', 'im:message', 'im:message:send'],
    calls: ['send', 'reply'],
    events: [],
  },
  {
    names: ['im:message:send_as_bot', 'im:message', 'im:message:update'],
    calls: ['patch'],
    events: [],
  },
  {
    names: ['im:message:readonly', 'im:message', 'im:message.history:readonly'],
    calls: ['download'],
    events: ['im.message.recalled_v1'],
  },
  { names: ['im:resource', 'im:resource:upload'], calls: ['upload'], events: [] },
  {
    names: ['im:chat:readonly', 'im:chat', 'im:chat:read'],
    calls: ['chat-info'],
    events: ['im.chat.disbanded_v1'],
  },
  {
    names: ['im:chat.members:bot_access', 'im:chat:readonly', 'im:chat'],
    calls: [],
    events: ['im.chat.member.bot.added_v1', 'im.chat.member.bot.deleted_v1'],
  },
  {
    names: ['im:chat.members:read', 'im:chat:readonly', 'im:chat'],
    calls: ['chat-members'],
    events: [],
  },
  {
    names: ['contact:contact.base:readonly', ...ALL_CONTACTS],
    calls: ['user'],
    events: ['contact.user.deleted_v3', 'contact.user.updated_v3'],
  },
  { names: ['contact:user.base:readonly', ...ALL_CONTACTS], calls: ['user'], events: [] },
  {
    // Without it an account's status is in no event and no list.
    names: ['contact:user.employee:readonly', ...ALL_CONTACTS],
    calls: ['directory'],
    events: ['contact.user.updated_v3'],
    isOptional: true,
  },
  {
    names: ['application:application:self_manage', 'admin:app.info:readonly'],
    calls: ['app'],
    events: [],
    isOptional: true,
  },
  { names: ['docx:document:readonly'], calls: ['document'], events: [], isOptional: true },
  { names: ['docs:document.content:read'], calls: ['document'], events: [], isOptional: true },
  { names: ['speech_to_text:speech'], calls: ['speech'], events: [], isOptional: true },
  { names: ['wiki:node:read'], calls: ['document'], events: [], isOptional: true },
  {
    names: ['contact:department.organize:readonly'],
    calls: ['directory'],
    events: [],
    isOptional: true,
  },
  {
    names: ['contact:department.base:readonly'],
    calls: ['directory'],
    events: [],
    isOptional: true,
  },
  {
    names: ['contact:user.department:readonly'],
    calls: ['directory'],
    events: [],
    isOptional: true,
  },
  {
    names: ['im:message.group_msg'],
    calls: [],
    events: ['im.message.receive_v1'],
    isOptional: true,
  },
];

/** Calls that need no scope. */
export const FREE_CALLS: Endpoint[] = ['token', 'bot-info', 'login'];

/** Events that the bot lives on, and those without which it only does less. */
export const EVENTS = {
  needed: ['im.message.receive_v1'],
  wanted: [
    'im.message.recalled_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.member.bot.deleted_v1',
    'im.chat.disbanded_v1',
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'application.bot.menu_v6',
    'contact.user.deleted_v3',
    'contact.user.updated_v3',
  ],
};

/** The needed scopes of which no name is among those granted, each by its least name. Pure. */
export function missingScopes(granted: string[]): string[] {
  const has = new Set(granted);
  return SCOPES.filter((s) => !s.isOptional && !s.names.some((n) => has.has(n))).flatMap(
    (s) => s.names[0] ?? [],
  );
}
