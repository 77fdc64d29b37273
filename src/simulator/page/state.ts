import type { ChatMessage, ChatRow, Person, World } from '../pocket-api.ts';
import { createStore, type Store } from './store.ts';

export type State = {
  world: World;
  /** What the browser's own clock said when `world.now` was true. */
  worldReadAt: number;
  me: Person | undefined;
  chats: ChatRow[] | undefined;
  /** chatId of the open conversation. */
  open: string | undefined;
  messages: ChatMessage[] | undefined;
  replyTo: ChatMessage | undefined;
  online: boolean;
  /** Unread messages of the people one does not play at the moment, by open_id. */
  waiting: Record<string, number>;
};

export type Page = Store<State>;

export const createPage = (world: World): Page =>
  createStore<State>({
    world,
    worldReadAt: Date.now(),
    me: undefined,
    chats: undefined,
    open: undefined,
    messages: undefined,
    replyTo: undefined,
    online: true,
    waiting: {},
  });

/** The pocket's clock, which runs on from the last instant heard of. */
export function pocketNow(state: State): Date {
  return new Date(Date.parse(state.world.now) + Date.now() - state.worldReadAt);
}

/** The row of the open conversation. */
export function openRow(state: State): ChatRow | undefined {
  return state.chats?.find((c) => c.chatId === state.open);
}

/** The private chat with the bot. */
export function botChat(state: State): ChatRow | undefined {
  return state.chats?.find((c) => c.type === 'p2p');
}

/** The name of a person or the bot. */
export function nameOf(world: World, openId: string): string | undefined {
  if (openId === world.bot.openId) return world.bot.name;
  return world.people.find((p) => p.openId === openId)?.name;
}
