import type { ChatRow } from '../pocket-api.ts';
import { avatar, botAvatar, groupAvatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import { openPicker } from './picker.ts';
import type { Session } from './session.ts';
import { type Page, pocketNow } from './state.ts';
import { shortTime } from './when.ts';
import { roleText, words } from './wording.ts';

/** The list of conversations: the private chat with the bot first, then the newest. */
export function createChatList(page: Page, session: Session): HTMLElement {
  const me = h('button', {
    type: 'button',
    class: 'list-me',
    on: { click: () => openPicker(page, session) },
  });
  const rows = h('div', { class: 'chat-rows' });

  const drawMe = () => {
    const { me: person, waiting } = page.get();
    const total = Object.values(waiting).reduce((sum, n) => sum + n, 0);
    fill(
      me,
      person && avatar(person.openId, person.name, 32),
      person && h('span', {}, `${person.name} · ${roleText(person.role)}`),
      h('em', {}, words.picker.open),
      total > 0 && h('span', { class: 'badge dot', 'aria-label': String(total) }),
    );
  };
  page.watch((s) => s.me, drawMe);
  page.watch((s) => s.waiting, drawMe);

  const draw = () => {
    const { chats, open } = page.get();
    if (!chats) return fill(rows);
    const sorted = [...chats].sort((a, b) => Number(b.type === 'p2p') - Number(a.type === 'p2p'));
    fill(
      rows,
      ...sorted.map((row) => chatButton(row, row.chatId === open, page, session)),
      chats.length === 0 && h('p', { class: 'hint' }, words.chats.none),
    );
    const unread = chats.reduce((sum, c) => sum + c.unread, 0);
    document.title = unread > 0 ? `(${unread}) ${words.title}` : words.title;
  };
  page.watch((s) => s.chats, draw);
  page.watch((s) => s.open, draw);

  return h(
    'section',
    { class: 'chat-list', 'aria-label': words.chats.title },
    me,
    h('h1', {}, words.chats.title),
    rows,
  );
}

function chatButton(row: ChatRow, isOpen: boolean, page: Page, session: Session): HTMLElement {
  const { world } = page.get();
  const isBot = row.type === 'p2p';
  return h(
    'button',
    {
      type: 'button',
      class: `chat-row${isOpen ? ' open' : ''}`,
      'aria-current': isOpen ? 'true' : undefined,
      'data-chat': row.chatId,
      on: { click: () => void session.openChat(row.chatId) },
    },
    isBot ? botAvatar(row.name, 44) : groupAvatar(row.name, 44),
    h(
      'span',
      { class: 'chat-text' },
      h(
        'span',
        { class: 'chat-name' },
        h('strong', {}, row.name),
        isBot && h('span', { class: 'bot-tag' }, words.chats.bot),
        row.last &&
          h('time', {}, shortTime(new Date(row.last.at), pocketNow(page.get()), world.timeZone)),
      ),
      h(
        'span',
        { class: 'chat-last' },
        h('span', {}, row.last?.text ?? words.chats.noMessage),
        row.unread > 0 &&
          h('span', { class: 'badge' }, row.unread > 99 ? '99+' : String(row.unread)),
      ),
    ),
  );
}
