import type { ChatMessage } from '../pocket-api.ts';
import { fileCard, pictureButton } from './attachment.ts';
import { faceOf } from './avatar.ts';
import { type CardView, showCard } from './card-message.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import { plainText, textNodes } from './message-text.ts';
import type { Session } from './session.ts';
import type { Page } from './state.ts';
import { timeText } from './when.ts';
import { words } from './wording.ts';

export type MessageView = {
  root: HTMLElement;
  dispose: () => void;
  /** Takes a newer version in place; false when the message has to be drawn anew. */
  update: (message: ChatMessage) => boolean;
};

/** One line that stands for a message in a quote. */
export function previewText(message: ChatMessage): string {
  const { content } = message;
  if (message.recalled) return words.message.recalled(message.sender.name);
  switch (content.type) {
    case 'text':
      return plainText(content);
    case 'card':
      return `${words.message.card} ${cardTitle(content.card)}`;
    case 'file':
      return words.message.file(content.attachment.name);
    case 'image':
      return words.message.image;
    case 'system':
      return content.text;
  }
}

function cardTitle(card: unknown): string {
  const title = (card as { header?: { title?: { content?: unknown } } } | null)?.header?.title;
  return typeof title?.content === 'string' ? title.content : '';
}

/** One message of the conversation. `memory` keeps what people opened and typed in its card between drawings. */
export function drawMessage(
  message: ChatMessage,
  on: {
    page: Page;
    session: Session;
    memory: Map<string, unknown>;
    parent: ChatMessage | undefined;
    showParent: () => void;
  },
): MessageView {
  const { me, world } = on.page.get();
  const own = message.sender.openId === me?.openId;
  if (message.content.type === 'system') return line(message, message.content.text);
  if (message.recalled) {
    return line(
      message,
      own ? words.message.recalledOwn : words.message.recalled(message.sender.name),
    );
  }

  const card: CardView | undefined =
    message.content.type === 'card'
      ? showCard(message.messageId, message.content.card, on.page, on.memory)
      : undefined;
  const body = card?.root ?? bodyOf(message, me?.openId ?? '');
  const root = h(
    'article',
    { class: `message${own ? ' own' : ''}`, 'data-message': message.messageId },
    faceOf(world, message.sender.openId, message.sender.name, 36),
    h(
      'div',
      { class: `message-main${card ? ' wide' : ''}` },
      h(
        'header',
        {},
        h('strong', {}, message.sender.name),
        message.sender.isBot && h('span', { class: 'bot-tag' }, words.chats.bot),
        message.threadId !== undefined && h('span', { class: 'bot-tag' }, words.message.thread),
        h('time', { datetime: message.at }, timeText(new Date(message.at), world.timeZone)),
        message.edited === true && h('span', { class: 'edited' }, words.message.edited),
        tools(message, own, on.page, on.session),
      ),
      message.parentId !== undefined && quote(on.parent, on.showParent),
      body,
    ),
  );
  return {
    root,
    dispose: () => card?.dispose(),
    update: (newer) => {
      if (!card || newer.recalled || newer.content.type !== 'card') return false;
      card.update(newer.content.card);
      return true;
    },
  };
}

function bodyOf(message: ChatMessage, me: string): HTMLElement {
  const { content } = message;
  if (content.type === 'file') return fileCard(content.attachment);
  if (content.type === 'image') return pictureButton(content.attachment);
  if (content.type === 'text') {
    return h('div', { class: 'bubble' }, ...textNodes(content, message.sender.isBot, me));
  }
  return h('div');
}

function line(message: ChatMessage, text: string): MessageView {
  return {
    root: h('p', { class: 'system-line', 'data-message': message.messageId }, text),
    dispose: () => {},
    update: () => false,
  };
}

function quote(parent: ChatMessage | undefined, show: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'quote', on: { click: show } },
    parent ? words.message.replyTo(parent.sender.name, previewText(parent)) : words.message.gone,
  );
}

function tools(message: ChatMessage, own: boolean, page: Page, session: Session): HTMLElement {
  return h(
    'div',
    { class: 'message-tools' },
    h(
      'button',
      { type: 'button', on: { click: () => page.set({ replyTo: message }) } },
      icon('reply', 15),
      words.message.reply,
    ),
    own &&
      h(
        'button',
        { type: 'button', on: { click: () => void session.recall(message) } },
        icon('undo', 15),
        words.message.recall,
      ),
  );
}
