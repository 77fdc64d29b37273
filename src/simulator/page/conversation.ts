import type { ChatMessage } from '../pocket-api.ts';
import { botAvatar, groupAvatar } from './avatar.ts';
import { createComposer } from './composer.ts';
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import { drawMessage, type MessageView } from './message.ts';
import type { Session } from './session.ts';
import { openRow, type Page } from './state.ts';
import { suggestions, welcome } from './welcome.ts';
import { dayText } from './when.ts';
import { words } from './wording.ts';

/** The open conversation: its name, its messages, the composer. */
export function createConversation(page: Page, session: Session): HTMLElement {
  const head = h('header', { class: 'conversation-head' });
  const scroller = h('div', {
    class: 'messages',
    role: 'log',
    'aria-live': 'polite',
    tabindex: '0',
  });
  const newer = h(
    'button',
    { type: 'button', class: 'newer', hidden: true, on: { click: () => toEnd() } },
    icon('down', 14),
    words.message.newer,
  );
  const hints = h('div', { class: 'hints' });
  const composer = createComposer(page, session);
  const talk = h('div', { class: 'talk' }, head, scroller, newer, hints, composer);
  const empty = h('div', { class: 'nothing-open' }, welcome());
  const views = new Map<string, { message: ChatMessage; view: MessageView }>();
  const memories = new Map<string, Map<string, unknown>>();

  scroller.addEventListener('scroll', () => {
    if (atEnd()) newer.hidden = true;
  });

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    newer.hidden = true;
  }
  // Cards grow when their charts arrive: whoever read the end keeps reading the end.
  let sticky = true;
  scroller.addEventListener('scroll', () => {
    sticky = atEnd();
  });
  const content = h('div', { class: 'message-list' });
  scroller.append(content);
  new ResizeObserver(() => sticky && toEnd()).observe(content);
  new ResizeObserver(() => sticky && toEnd()).observe(scroller);

  function clear() {
    for (const { view } of views.values()) view.dispose();
    views.clear();
    memories.clear();
    content.replaceChildren();
    newer.hidden = true;
    sticky = true;
  }

  function draw(messages: ChatMessage[] | undefined) {
    if (!messages) return clear();
    const me = page.get().me?.openId;
    const known = new Set(views.keys());
    const fresh = messages.filter((m) => !known.has(m.messageId));
    const nodes: HTMLElement[] = [];
    let day = '';
    for (const message of messages) {
      const at = dayText(new Date(message.at), page.get().world.timeZone);
      if (at !== day) nodes.push(h('p', { class: 'day-line' }, at));
      day = at;
      nodes.push(viewOf(message, messages).root);
    }
    for (const [id, { view }] of views) {
      if (messages.some((m) => m.messageId === id)) continue;
      view.dispose();
      views.delete(id);
    }
    arrange(content, nodes);
    const first = known.size === 0;
    if (first || fresh.some((m) => m.sender.openId === me)) toEnd();
    else if (sticky) toEnd();
    else if (fresh.length > 0) newer.hidden = false;
  }

  function viewOf(message: ChatMessage, all: ChatMessage[]): MessageView {
    const existing = views.get(message.messageId);
    if (existing?.message === message) return existing.view;
    if (existing && (isSame(existing.message, message) || existing.view.update(message))) {
      views.set(message.messageId, { message, view: existing.view });
      return existing.view;
    }
    existing?.view.dispose();
    const memory = memories.get(message.messageId) ?? new Map<string, unknown>();
    memories.set(message.messageId, memory);
    const view = drawMessage(message, {
      page,
      session,
      memory,
      parent: all.find((m) => m.messageId === message.parentId),
      showParent: () => show(message.parentId),
    });
    views.set(message.messageId, { message, view });
    return view;
  }

  function show(messageId: string | undefined) {
    const root = views.get(messageId ?? '')?.view.root;
    root?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    root?.classList.add('pointed');
    setTimeout(() => root?.classList.remove('pointed'), 1600);
  }

  function drawHead() {
    const row = openRow(page.get());
    talk.hidden = !row;
    empty.hidden = row !== undefined;
    if (!row) return;
    const isBot = row.type === 'p2p';
    fill(
      head,
      h(
        'button',
        {
          type: 'button',
          class: 'quiet back',
          'aria-label': words.chats.back,
          on: { click: () => void session.openChat(undefined) },
        },
        icon('back', 22),
      ),
      isBot ? botAvatar(row.name, 32) : groupAvatar(row.name, 32),
      h('h2', {}, row.name),
      h('small', {}, isBot ? words.chats.bot : words.chats.group(row.members)),
    );
  }

  const drawHints = () => fill(hints, suggestions(page, session) ?? '');

  page.watch((s) => s.me, clear);
  page.watch((s) => s.open, clear);
  page.watch((s) => s.messages, draw);
  page.watch((s) => s.messages, drawHints);
  page.watch(openRow, drawHead);
  return h('section', { class: 'conversation' }, talk, empty);
}

/** Whether a message read again is the one already drawn. */
function isSame(a: ChatMessage, b: ChatMessage): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Puts `nodes` in order into `parent` and moves none that already stands right: a moved field would lose its focus. */
function arrange(parent: HTMLElement, nodes: HTMLElement[]): void {
  const wanted = new Set<Node>(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let place = parent.firstChild;
  for (const node of nodes) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
}
