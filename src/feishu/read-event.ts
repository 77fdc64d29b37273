import { z } from 'zod';
import { CARD_CLICK } from './envelope.ts';
import type { CardAction, IncomingEvent } from './event.ts';
import { readMessage } from './read-message.ts';
import type { Payload } from './verify.ts';

const Id = z.string().min(1);
const Person = z.looseObject({ open_id: Id });

const Recalled = z.looseObject({ message_id: Id, chat_id: Id });
const BotInChat = z.looseObject({
  chat_id: Id,
  name: z.string().nullish(),
  operator_id: Person.partial().nullish(),
});
const Entered = z.looseObject({ chat_id: Id, operator_id: Person });
const Menu = z.looseObject({ event_key: Id, operator: z.looseObject({ operator_id: Person }) });

const Flag = z.boolean().nullish();
const Changed = z.looseObject({
  object: z.looseObject({
    open_id: Id,
    status: z
      .looseObject({ is_frozen: Flag, is_resigned: Flag, is_exited: Flag })
      .nullish()
      .catch(undefined),
  }),
});

const Place = z.looseObject({ open_message_id: Id, open_chat_id: Id });
const Values = z.record(z.string(), z.unknown());
const Click = z.looseObject({
  operator: Person,
  action: z.looseObject({
    // Not to be trusted: a value of another shape than ours is an empty one, and an empty one means nothing.
    value: Values.nullish().catch(undefined),
    form_value: Values.nullish().catch(undefined),
    option: z.string().nullish().catch(undefined),
  }),
  context: Place.optional().catch(undefined),
});

type Reader = (event: unknown, bot: Bot, eventId: string) => IncomingEvent | undefined;

/** Each event type that the bot understands, as the platform's documents name it. */
const READERS: Record<string, Reader> = {
  'im.message.receive_v1': (event, bot) => readMessage(event, bot.openId),
  'im.message.recalled_v1': (event) => {
    const e = Recalled.safeParse(event).data;
    return e && { kind: 'recalled', messageId: e.message_id, chatId: e.chat_id };
  },
  'im.chat.member.bot.added_v1': (event) => {
    const e = BotInChat.safeParse(event).data;
    return (
      e && {
        kind: 'bot-added',
        chatId: e.chat_id,
        chatName: e.name ?? '',
        operatorOpenId: e.operator_id?.open_id ?? '',
      }
    );
  },
  'im.chat.member.bot.deleted_v1': removed,
  'im.chat.disbanded_v1': removed,
  'im.chat.access_event.bot_p2p_chat_entered_v1': (event) => {
    const e = Entered.safeParse(event).data;
    return e && { kind: 'p2p-entered', chatId: e.chat_id, openId: e.operator_id.open_id };
  },
  'contact.user.deleted_v3': (event) => {
    const e = Changed.safeParse(event).data;
    return e && { kind: 'person-changed', openId: e.object.open_id, active: false };
  },
  'contact.user.updated_v3': (event) => {
    const e = Changed.safeParse(event).data;
    // The status comes only where the app may read it, and says nothing where nothing of it changed.
    const status = e?.object.status;
    if (!e || !status) return undefined;
    const { is_frozen, is_resigned, is_exited } = status;
    const active = !is_frozen && !is_resigned && !is_exited;
    return { kind: 'person-changed', openId: e.object.open_id, active };
  },
  'application.bot.menu_v6': (event, _bot, eventId) => {
    const e = Menu.safeParse(event).data;
    return e && { kind: 'menu', eventId, openId: e.operator.operator_id.open_id, key: e.event_key };
  },
};

type Bot = { openId: string };

function removed(event: unknown): IncomingEvent | undefined {
  const e = BotInChat.safeParse(event).data;
  return e && { kind: 'bot-removed', chatId: e.chat_id };
}

/**
 * Reads a verified payload as an event of the bot. Whatever it does not understand, and whatever another bot sent, is
 * `other`: nothing that the platform sends is an error.
 */
export function readEvent(payload: Payload, bot: Bot): IncomingEvent {
  const type = payload.header.event_type;
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  return reader?.(payload.event, bot, payload.header.event_id) ?? { kind: 'other', type };
}

/** Reads a click on a card; undefined when the payload is none. */
export function readCardAction(payload: Payload): CardAction | undefined {
  if (payload.header.event_type !== CARD_CLICK) return undefined;
  const click = Click.safeParse(payload.event).data;
  // Inside `event` in reality; some samples of the documents have it beside.
  const place = click?.context ?? Place.safeParse(payload.context).data;
  if (!click || !place) return undefined;
  const { action } = click;
  return {
    kind: 'card-action',
    eventId: payload.header.event_id,
    openId: click.operator.open_id,
    messageId: place.open_message_id,
    chatId: place.open_chat_id,
    value: action.value ?? {},
    form: action.form_value ?? {},
    ...(action.option ? { option: action.option } : {}),
  };
}
