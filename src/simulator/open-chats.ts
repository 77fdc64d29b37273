import { freshId } from './ids.ts';
import { asList, asText, type Json } from './json.ts';
import type { Declare } from './open-api.ts';
import { page } from './paging.ts';
import { announce } from './people.ts';
import type { Pocket } from './pocket.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Chat } from './store.ts';
import { line } from './wording.ts';

const UUID_MS = 10 * 3_600_000;

/** Groups of the bot: list, details, creation, members. */
export function declareChats(pocket: Pocket, on: Declare): void {
  const { store, directory } = pocket;

  const open = (chatId: string): Chat | Refusal => {
    const chat = store.chat(chatId);
    if (!chat) return refuse(232006, 'invalid chat_id');
    if (chat.dissolved) return refuse(232009);
    return chat.botIn ? chat : refuse(232011);
  };
  const summary = (chat: Chat): Json => ({
    name: chat.type === 'p2p' ? '' : chat.name,
    avatar: '',
    description: '',
    owner_id: chat.members[0] ?? '',
    owner_id_type: 'open_id',
    external: false,
    tenant_key: directory.tenantKey,
    chat_status: 'normal',
  });

  on('GET', '/open-apis/im/v1/chats', ({ query }) => {
    const groups = store.chats().filter((c) => c.type === 'group' && c.botIn && !c.dissolved);
    const items = groups.map((chat) => ({ chat_id: chat.chatId, ...summary(chat) }));
    return page(items, query, 100);
  });

  on('POST', '/open-apis/im/v1/chats', ({ query, body }) => {
    const owner = asText(body.owner_id);
    const members = [...(owner ? [owner] : []), ...asList(body.user_id_list).map(String)];
    const unknown = members.find((id) => !directory.person(id));
    if (unknown !== undefined) return refuse(99992351, unknown);
    if (asList(body.user_id_list).length > 50) return refuse(99992402, 'user_id_list exceeds 50');
    const key = query('uuid') ? `chat ${query('uuid')} ${owner ?? ''}` : undefined;
    const use = key ? store.uuid(key) : undefined;
    const now = pocket.clock.now().getTime();
    const known = use && now - use.at < UUID_MS ? store.chat(use.id) : undefined;
    const chat: Chat = known ?? {
      chatId: freshId('oc_'),
      type: 'group',
      name: asText(body.name) ?? '',
      members: [...new Set(members)],
      botIn: true,
    };
    if (!known) {
      store.putChat(chat);
      if (key) store.putUuid(key, chat.chatId, now);
      announce(pocket, chat, line.groupMade(directory.bot.name));
    }
    return { kind: 'data', data: { chat_id: chat.chatId, ...summary(chat) } };
  });

  on('GET', '/open-apis/im/v1/chats/:chat_id', ({ param }) => {
    const chat = open(param('chat_id'));
    if ('kind' in chat) return chat;
    const mode = { chat_mode: chat.type, chat_type: 'private' };
    const counts = { user_count: String(chat.members.length), bot_count: '1' };
    return { kind: 'data', data: { ...summary(chat), ...mode, ...counts } };
  });

  on('GET', '/open-apis/im/v1/chats/:chat_id/members', ({ param, query }) => {
    const chat = open(param('chat_id'));
    if ('kind' in chat) return chat;
    const items = chat.members.map((id) => ({
      member_id_type: 'open_id',
      member_id: id,
      name: directory.nameOf(id),
      tenant_key: directory.tenantKey,
    }));
    return page(items, query, 100, { member_total: items.length });
  });

  on('POST', '/open-apis/im/v1/chats/:chat_id/members', ({ param, body }) => {
    const chat = open(param('chat_id'));
    if ('kind' in chat) return chat;
    const ids = asList(body.id_list).map(String);
    const known = ids.filter((id) => directory.person(id));
    store.putChat({ ...chat, members: [...new Set([...chat.members, ...known])] });
    const invalid_id_list = ids.filter((id) => !known.includes(id));
    return {
      kind: 'data',
      data: { invalid_id_list, not_existed_id_list: [], pending_approval_id_list: [] },
    };
  });
}
