import type { Change, ChatMessage, SendInput, World } from '../pocket-api.ts';
import { api, reason } from './api.ts';
import { follow } from './live.ts';
import { botChat, type Page } from './state.ts';
import { toast } from './toast.ts';

/** What one person does on the page; keeps the state in step with the server. */
export type Session = {
  become: (openId: string) => Promise<void>;
  openChat: (chatId: string | undefined) => Promise<void>;
  send: (input: Omit<SendInput, 'as'>) => Promise<void>;
  recall: (message: ChatMessage) => Promise<void>;
  setClock: (to: string) => Promise<void>;
  setScope: (on: boolean) => Promise<void>;
  reset: () => Promise<void>;
};

const STORED = 'pocket-feishu.as';

/** The person played in this tab, else the one played last in any tab. */
export function rememberedPerson(): string | undefined {
  return (
    new URLSearchParams(location.search).get('as') ??
    sessionStorage.getItem(STORED) ??
    localStorage.getItem(STORED) ??
    undefined
  );
}

/** Starts the session of nobody; `become` brings it to life. `isWide` tells whether list and conversation stand side by side. */
export function startSession(page: Page, isWide: () => boolean): Session {
  let stop = () => {};
  let chatsTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingTimers: ReturnType<typeof setTimeout>[] = [];

  const setWorld = (world: World) => page.set({ world, worldReadAt: Date.now() });

  async function loadChats() {
    const me = page.get().me;
    if (!me) return;
    const chats = await api.chats(me.openId);
    if (page.get().me !== me) return;
    const open = page.get().open;
    page.set({ chats: chats.map((c) => (c.chatId === open ? { ...c, unread: 0 } : c)) });
  }

  async function loadMessages() {
    const { me, open } = page.get();
    if (!me || !open) return;
    const messages = await api.messages(me.openId, open);
    if (page.get().me === me && page.get().open === open) page.set({ messages });
  }

  /** Several changes in a row are read once. */
  function chatsSoon() {
    clearTimeout(chatsTimer);
    chatsTimer = setTimeout(() => loadChats().catch(tell), 120);
  }

  /** Others answer a little later: what waits for them is counted twice. */
  function waitingSoon() {
    for (const timer of waitingTimers) clearTimeout(timer);
    waitingTimers = [800, 4000].map((ms) => setTimeout(() => countWaiting().catch(() => {}), ms));
  }

  async function countWaiting() {
    const { world, me } = page.get();
    const waiting: Record<string, number> = {};
    for (const person of world.people) {
      if (person.openId === me?.openId) continue;
      const chats = await api.chats(person.openId);
      waiting[person.openId] = chats.reduce((sum, chat) => sum + chat.unread, 0);
    }
    if (page.get().me === me) page.set({ waiting });
  }

  function onChange(change: Change) {
    if (change.kind === 'clock') {
      page.set({
        world: { ...page.get().world, now: change.now },
        worldReadAt: Date.now(),
      });
    } else if (change.kind === 'world') setWorld(change.world);
    else if (change.kind === 'reset') return void restart().catch(tell);
    else place(change.message);
    chatsSoon();
    waitingSoon();
  }

  function place(message: ChatMessage) {
    const { open, messages, me } = page.get();
    if (message.chatId !== open || !messages) return;
    const known = messages.some((m) => m.messageId === message.messageId);
    page.set({
      messages: known
        ? messages.map((m) => (m.messageId === message.messageId ? message : m))
        : [...messages, message],
    });
    // Reading the conversation tells the server that it was seen.
    if (!known && me && document.visibilityState === 'visible') {
      api.messages(me.openId, message.chatId).then(chatsSoon, tell);
    }
  }

  let restarting: Promise<void> | undefined;

  /** The reset of another tab may be heard of twice. */
  function restart(): Promise<void> {
    restarting ??= readAllAnew().finally(() => {
      restarting = undefined;
    });
    return restarting;
  }

  async function readAllAnew() {
    page.set({ messages: undefined, replyTo: undefined, waiting: {} });
    setWorld(await api.world());
    const me = page.get().world.people.find((p) => p.openId === page.get().me?.openId);
    if (!me) return location.reload();
    page.set({ me });
    await loadChats();
    const { open, chats } = page.get();
    await openChat(chats?.some((c) => c.chatId === open) ? open : undefined);
    waitingSoon();
  }

  async function become(openId: string) {
    const me = page.get().world.people.find((p) => p.openId === openId);
    if (!me) return;
    stop();
    sessionStorage.setItem(STORED, openId);
    localStorage.setItem(STORED, openId);
    const before = page.get().open ?? location.hash.slice(1);
    page.set({ me, chats: undefined, messages: undefined, replyTo: undefined, open: undefined });
    stop = follow(openId, {
      change: onChange,
      open: () => {
        const missed = !page.get().online;
        page.set({ online: true });
        if (missed)
          Promise.all([api.world().then(setWorld), loadChats(), loadMessages()]).catch(tell);
      },
      lost: () => page.set({ online: false }),
    });
    await loadChats();
    const row = page.get().chats?.find((c) => c.chatId === before);
    await openChat(row?.chatId);
    waitingSoon();
  }

  async function openChat(wanted: string | undefined) {
    const { me, chats } = page.get();
    if (!me) return;
    const chatId = wanted ?? (isWide() ? botChat(page.get())?.chatId : undefined);
    const address = location.pathname + (chatId ? `#${chatId}` : '');
    if (location.hash.slice(1) === (chatId ?? '')) history.replaceState(null, '', address);
    // On a phone list and conversation are two screens, and going back leads from one to the other.
    else if (isWide()) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    page.set({
      open: chatId,
      messages: undefined,
      replyTo: undefined,
      chats: chats?.map((c) => (c.chatId === chatId ? { ...c, unread: 0 } : c)),
    });
    if (!chatId) return;
    const row = chats?.find((c) => c.chatId === chatId);
    if (row?.type === 'p2p') await api.enter(me.openId, chatId);
    await loadMessages();
    chatsSoon();
  }

  const act =
    <A extends unknown[]>(run: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      try {
        await run(...args);
      } catch (error) {
        tell(error);
      }
    };

  // What came while the window was hidden counts as read when it is looked at.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') loadMessages().then(chatsSoon, tell);
  });
  addEventListener('popstate', () => {
    const chatId = location.hash.slice(1);
    if (chatId !== (page.get().open ?? '')) void openChat(chatId || undefined).catch(tell);
  });

  return {
    become: act(become),
    openChat: act(openChat),
    send: async (input) => {
      const { me } = page.get();
      if (!me) return;
      await api.send({ as: me.openId, ...input });
      waitingSoon();
    },
    recall: act(async (message) => {
      const { me } = page.get();
      if (me) await api.recall(me.openId, message.messageId);
    }),
    setClock: act(async (to) => {
      setWorld(await api.clock(to));
      chatsSoon();
      waitingSoon();
    }),
    setScope: act(async (on) => setWorld(await api.scope(on))),
    reset: act(async () => {
      setWorld(await api.reset());
      await restart();
    }),
  };
}

function tell(error: unknown): void {
  toast('error', reason(error));
}
