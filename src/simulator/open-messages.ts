import { checkReplacement } from './content-check.ts';
import { freshId } from './ids.ts';
import { isJson, type Json } from './json.ts';
import type { Declare, OpenAnswer, OpenCall } from './open-api.ts';
import {
  editText,
  type Outgoing,
  patchCard,
  recallAsBot,
  replyAsBot,
  sendAsBot,
  showCard,
} from './outgoing.ts';
import { chatOf, type Pocket } from './pocket.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import type { Chat, StoredMessage } from './store.ts';
import { cardOf } from './view.ts';

const MESSAGES = '/open-apis/im/v1/messages';
const ONE = `${MESSAGES}/:message_id`;
const EMOJI = /^[A-Za-z0-9_]{1,40}$/;

/** Sending, answering, changing, recalling and reading messages; reactions; delayed card updates. */
export function declareMessages(pocket: Pocket, on: Declare): void {
  const data = (sent: StoredMessage | Refusal): OpenAnswer =>
    isRefusal(sent) ? sent : { kind: 'data', data: itemOf(pocket, sent) };
  const done = (refusal: Refusal | undefined): OpenAnswer => refusal ?? { kind: 'data' };

  on('POST', MESSAGES, (call) => {
    const chat = receiver(pocket, call);
    return isRefusal(chat) ? chat : data(sendAsBot(pocket, chat, outgoingOf(call.body)));
  });
  on('POST', `${ONE}/reply`, ({ param, body }) => {
    const inThread = body.reply_in_thread === true;
    return data(replyAsBot(pocket, param('message_id'), outgoingOf(body), inThread));
  });
  on('PATCH', ONE, ({ param, body }) => done(patchCard(pocket, param('message_id'), body.content)));
  on('PUT', ONE, ({ param, body }) =>
    data(editText(pocket, param('message_id'), outgoingOf(body))),
  );
  on('DELETE', ONE, ({ param }) => done(recallAsBot(pocket, param('message_id'))));
  on('GET', ONE, ({ param, query }) => {
    const message = pocket.store.message(param('message_id'));
    if (!message) return refuse(230001, 'invalid message_id');
    if (!chatOf(pocket, message).botIn) return refuse(230002);
    const asSent = query('card_msg_content_type') === 'user_card_content';
    return { kind: 'data', data: { items: [itemOf(pocket, message, asSent ? 'sent' : 'lossy')] } };
  });
  declareReactions(pocket, on);

  on('POST', '/open-apis/interactive/v1/card/update', ({ body }) => {
    const messageId = pocket.updateTokens.use(String(body.token));
    if (isRefusal(messageId)) return messageId;
    const message = pocket.store.message(messageId);
    if (!message || message.recalledAt !== undefined) return refuse(200000, 'message recalled');
    const checked = checkReplacement(pocket, body.card);
    if (isRefusal(checked)) return { ...checked, code: 11311 };
    showCard(pocket, message, checked);
    return { kind: 'data' };
  });
}

function declareReactions(pocket: Pocket, on: Declare): void {
  on('POST', `${ONE}/reactions`, ({ param, body }) => {
    const message = pocket.store.message(param('message_id'));
    if (!message || message.recalledAt !== undefined) return refuse(231003);
    const emoji = isJson(body.reaction_type) ? String(body.reaction_type.emoji_type) : '';
    if (!EMOJI.test(emoji)) return refuse(231001);
    const reaction = pocket.store.addReaction({
      id: freshId('ZCaCIjUBVVWSrm5L', 8),
      messageId: message.messageId,
      emoji,
      operator: pocket.directory.bot.openId,
      at: pocket.clock.now().getTime(),
    });
    return {
      kind: 'data',
      data: {
        reaction_id: reaction.id,
        operator: { operator_id: pocket.options.app.appId, operator_type: 'app' },
        action_time: String(reaction.at),
        reaction_type: { emoji_type: emoji },
      },
    };
  });
  on('DELETE', `${ONE}/reactions/:reaction_id`, ({ param }) => {
    const reaction = pocket.store.reaction(param('reaction_id'));
    if (reaction?.messageId !== param('message_id')) return refuse(231003);
    pocket.store.removeReaction(reaction.id);
    return { kind: 'data', data: { reaction_id: reaction.id } };
  });
}

function outgoingOf(body: Json): Outgoing {
  return { type: body.msg_type, content: body.content, uuid: body.uuid };
}

/** The chat that `receive_id` names, or the platform's word that it names none. */
function receiver(pocket: Pocket, { query, body }: OpenCall): Chat | Refusal {
  const type = query('receive_id_type') ?? '';
  if (!['open_id', 'union_id', 'user_id', 'email', 'chat_id'].includes(type))
    return refuse(
      99992402,
      'receive_id_type is required, options: [open_id,union_id,user_id,email,chat_id]',
    );
  const id = typeof body.receive_id === 'string' ? body.receive_id : '';
  if (type === 'chat_id') return pocket.store.chat(id) ?? refuse(230001, 'invalid receive_id');
  const openId = pocket.directory.resolve(type, id);
  const gone = pocket.faults.refusalOf(id);
  if (!openId) return gone ? refuse(gone) : refuse(99992351);
  return pocket.store.chat(pocket.directory.p2pChatId(openId)) ?? refuse(230013);
}

/** A message as the open-apis show it; a card is `sent` as it was, or `lossy` as without the parameter. */
function itemOf(pocket: Pocket, message: StoredMessage, card: 'sent' | 'lossy' = 'lossy'): Json {
  const { directory, options } = pocket;
  const isBot = message.sender === directory.bot.openId;
  const tenant_key = directory.tenantKey;
  const deleted = message.recalledAt !== undefined;
  return {
    message_id: message.messageId,
    ...(message.rootId ? { root_id: message.rootId } : {}),
    ...(message.parentId ? { parent_id: message.parentId } : {}),
    ...(message.threadId ? { thread_id: message.threadId } : {}),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.editedAt ?? message.at),
    deleted,
    updated: message.editedAt !== undefined,
    chat_id: message.chatId,
    sender: isBot
      ? { id: options.app.appId, id_type: 'app_id', sender_type: 'app', tenant_key }
      : { id: message.sender, id_type: 'open_id', sender_type: 'user', tenant_key },
    body: deleted ? {} : { content: contentOf(pocket, message, card) },
    ...(message.mentions.length
      ? {
          mentions: message.mentions.map(({ key, openId, name }) => ({
            key,
            id: openId,
            id_type: 'open_id',
            name,
            tenant_key,
          })),
        }
      : {}),
  };
}

function contentOf(pocket: Pocket, message: StoredMessage, card: 'sent' | 'lossy'): string {
  if (message.type !== 'interactive') return message.content;
  const shown = cardOf(pocket, message);
  if (card === 'sent') return JSON.stringify(shown);
  const header = isJson(shown) && isJson(shown.header) ? shown.header : {};
  const title = isJson(header.title) ? String(header.title.content ?? '') : '';
  return JSON.stringify({ title, elements: [] });
}
