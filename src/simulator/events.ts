import { type Account, statusOf } from './directory.ts';
import { freshId } from './ids.ts';
import type { Json } from './json.ts';
import { chatOf, type Pocket } from './pocket.ts';
import type { Chat, Mention, StoredMessage } from './store.ts';

/** An event or callback in the envelope of schema 2.0. */
export type Envelope = {
  schema: '2.0';
  header: {
    event_id: string;
    event_type: string;
    create_time: string;
    token: string;
    app_id: string;
    tenant_key: string;
  };
  event: Json;
};

/** Wraps an event; IM events carry milliseconds, card callbacks microseconds. */
function envelope(
  pocket: Pocket,
  eventType: string,
  event: Json,
  unit: 'ms' | 'us' = 'ms',
): Envelope {
  const { app } = pocket.options;
  const ms = pocket.clock.now().getTime();
  return {
    schema: '2.0',
    header: {
      event_id: freshId(''),
      event_type: eventType,
      create_time: String(unit === 'ms' ? ms : ms * 1000),
      token: app.verificationToken,
      app_id: app.appId,
      tenant_key: pocket.directory.tenantKey,
    },
    event,
  };
}

/** im.message.receive_v1 for a person's message. */
export function messageEvent(pocket: Pocket, message: StoredMessage): Envelope {
  const { directory } = pocket;
  const { mentions } = message;
  return envelope(pocket, 'im.message.receive_v1', {
    sender: {
      sender_id: directory.idsOf(message.sender),
      sender_type: 'user',
      tenant_key: directory.tenantKey,
    },
    message: {
      message_id: message.messageId,
      ...(message.rootId ? { root_id: message.rootId } : {}),
      ...(message.parentId ? { parent_id: message.parentId } : {}),
      ...(message.threadId ? { thread_id: message.threadId } : {}),
      create_time: String(message.at),
      update_time: String(message.editedAt ?? message.at),
      chat_id: message.chatId,
      chat_type: chatOf(pocket, message).type,
      message_type: message.type,
      content: message.content,
      ...(mentions.length ? { mentions: mentions.map((m) => mentionOf(pocket, m)) } : {}),
    },
  });
}

function mentionOf(pocket: Pocket, { key, openId, name }: Mention): Json {
  const { directory } = pocket;
  const tenant_key = directory.tenantKey;
  if (openId === 'all') return { key, name, tenant_key };
  const isBot = openId === directory.bot.openId;
  const ids = directory.idsOf(openId);
  return {
    key,
    id: isBot ? { ...ids, user_id: '' } : ids,
    mentioned_type: isBot ? 'bot' : 'user',
    name,
    tenant_key,
  };
}

export function recalledEvent(pocket: Pocket, message: StoredMessage): Envelope {
  return envelope(pocket, 'im.message.recalled_v1', {
    message_id: message.messageId,
    chat_id: message.chatId,
    recall_time: String(message.recalledAt ?? message.at),
    recall_type: 'message_owner',
  });
}

export function enteredEvent(pocket: Pocket, chat: Chat, openId: string): Envelope {
  const last = pocket.store.messagesOf(chat.chatId).at(-1);
  return envelope(pocket, 'im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: chat.chatId,
    operator_id: pocket.directory.idsOf(openId),
    ...(last ? { last_message_id: last.messageId, last_message_create_time: String(last.at) } : {}),
  });
}

export function membershipEvent(
  pocket: Pocket,
  chat: Chat,
  openId: string,
  what: 'added' | 'deleted',
): Envelope {
  return envelope(pocket, `im.chat.member.bot.${what}_v1`, {
    chat_id: chat.chatId,
    operator_id: pocket.directory.idsOf(openId),
    external: false,
    operator_tenant_key: pocket.directory.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
  });
}

/** What the platform tells of an account: `left` deletes it, otherwise its status has changed. */
export function accountEvent(pocket: Pocket, openId: string, account: Account): Envelope {
  const { directory } = pocket;
  const object = {
    ...directory.idsOf(openId),
    name: directory.nameOf(openId),
    department_ids: directory.departmentIds(openId),
    status: statusOf(account),
  };
  return account === 'left'
    ? envelope(pocket, 'contact.user.deleted_v3', {
        object,
        old_object: { department_ids: object.department_ids },
      })
    : envelope(pocket, 'contact.user.updated_v3', {
        object,
        old_object: { status: statusOf(account === 'frozen' ? 'active' : 'frozen') },
      });
}

export function menuEvent(pocket: Pocket, openId: string, eventKey: string): Envelope {
  return envelope(pocket, 'application.bot.menu_v6', {
    operator: {
      operator_name: pocket.directory.nameOf(openId),
      operator_id: pocket.directory.idsOf(openId),
    },
    event_key: eventKey,
    timestamp: Math.floor(pocket.clock.now().getTime() / 1000),
  });
}

/** card.action.trigger; `token` allows two later updates of the card. */
export function clickEvent(
  pocket: Pocket,
  message: StoredMessage,
  click: { openId: string; action: Json; token: string },
): Envelope {
  const { directory, options } = pocket;
  const event = {
    operator: { tenant_key: directory.tenantKey, ...directory.idsOf(click.openId) },
    token: click.token,
    action: { ...click.action, timezone: options.timeZone },
    host: 'im_message',
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  };
  return envelope(pocket, 'card.action.trigger', event, 'us');
}
