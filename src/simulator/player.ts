import { actionFor, missingFields, type Target } from './card-actions.ts';
import { click } from './click.ts';
import type { Json } from './json.ts';
import { mentionKeys } from './mentions.ts';
import {
  enterChat,
  isDenied,
  messageFor,
  pressMenu,
  recallAsPerson,
  sendAsPerson,
  sendOfType,
  setBotIn,
} from './people.ts';
import type { Pocket } from './pocket.ts';
import type { ClickInput, ClickResult } from './pocket-api.ts';
import { upload } from './pocket-routes.ts';
import type { StoredMessage } from './store.ts';
import { cardOf } from './view.ts';
import { offsetAt } from './wall-clock.ts';

type Say = {
  /** Default: the private chat with the bot. */
  chat?: string;
  text?: string;
  /** open_ids, `bot` or `all`. */
  mention?: string[];
  /** Answers this message. */
  under?: string;
  file?: { name: string; bytes: Uint8Array };
};

/** One person in front of the client. Whatever the client would not let the person do is thrown. */
export type Player = {
  /** The private chat with the bot. */
  chatId: string;
  /** Sends and returns the message's id. */
  send: (message: Say | string) => string;
  /** Sends a message of any platform type; `content` is what stands in the event. */
  sendRaw: (message: {
    chat?: string;
    type: string;
    content: Json;
    mention?: string[];
    under?: string;
  }) => string;
  /** Sends a voice message: Opus in Ogg. */
  speak: (voice: Uint8Array, place?: { chat?: string; under?: string }) => string;
  /** Presses a button (by its words) or a component (by its name), with a form filled in. */
  press: (messageId: string, target: Target, filled?: Json) => Promise<ClickResult>;
  /** Sends any action, also one that the card does not offer. */
  click: (messageId: string, action: ClickInput['action']) => Promise<ClickResult>;
  recall: (messageId: string) => void;
  enter: () => void;
  addBot: (chatId: string) => void;
  removeBot: (chatId: string) => void;
  menu: (eventKey: string) => void;
};

export function createPlayer(pocket: Pocket, openId: string): Player {
  const own = pocket.directory.p2pChatId(openId);
  const allowed = <T>(result: T): Exclude<T, { kind: 'denied' }> => {
    if (isDenied(result)) throw new Error(result.message);
    // What is left of T once `Denied` has been thrown.
    return result as Exclude<T, { kind: 'denied' }>;
  };
  const messageOf = (messageId: string): StoredMessage =>
    allowed(messageFor(pocket, openId, messageId));

  const sendRaw: Player['sendRaw'] = ({ chat = own, type, content, mention = [], under }) => {
    const { mentions } = mentionKeys(pocket.directory, '', mention);
    const input = { as: openId, chat, parentId: under };
    return allowed(sendOfType(pocket, input, { type, content, mentions })).messageId;
  };

  return {
    chatId: own,
    send: (message) => {
      const {
        chat = own,
        text,
        mention,
        under,
        file,
      } = typeof message === 'string' ? ({ text: message } as Say) : message;
      const attachment = file && upload(pocket, file.name, file.bytes)?.key;
      const sent = sendAsPerson(pocket, {
        as: openId,
        chat,
        text,
        mentions: mention,
        parentId: under,
        attachment,
      });
      return allowed(sent).messageId;
    },
    sendRaw,
    speak: (voice, place = {}) => {
      const { key } = upload(pocket, 'voice.opus', voice) ?? {};
      return sendRaw({ ...place, type: 'audio', content: { file_key: key ?? '', duration: 1000 } });
    },
    press: async (messageId, target, filled = {}) => {
      const message = messageOf(messageId);
      const card = cardOf(pocket, message);
      const offset = offsetAt(pocket.clock.now(), pocket.options.timeZone);
      const action = actionFor(card, target, filled, offset);
      if (!action) throw new Error(`no ${JSON.stringify(target)} in ${JSON.stringify(card)}`);
      const missing = missingFields(card, target, filled);
      if (missing.length > 0) throw new Error(`the form demands ${missing.join(', ')}`);
      return click(pocket, openId, message, action);
    },
    click: (messageId, action) => click(pocket, openId, messageOf(messageId), action),
    recall: (messageId) => void allowed(recallAsPerson(pocket, openId, messageId)),
    enter: () => void allowed(enterChat(pocket, openId, own)),
    addBot: (chatId) => void allowed(setBotIn(pocket, openId, chatId, true)),
    removeBot: (chatId) => void allowed(setBotIn(pocket, openId, chatId, false)),
    menu: (eventKey) => pressMenu(pocket, openId, eventKey),
  };
}
