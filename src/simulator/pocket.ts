import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Audience, Changes } from './changes.ts';
import type { Directory } from './directory.ts';
import type { Call, FaultDesk } from './faults.ts';
import type { Meter } from './limits.ts';
import type { SimulatorOptions } from './options.ts';
import type { Push } from './push.ts';
import type { Chat, Store, StoredMessage } from './store.ts';
import type { Tokens } from './tokens.ts';
import type { UpdateTokens } from './update-tokens.ts';

/** All that the routes and the people's side share. */
export type Pocket = {
  options: SimulatorOptions;
  /** Where the application and its own page are; known only once it listens. */
  address: { callbackUrl: string; dashboardUrl?: string };
  clock: Clock;
  directory: Directory;
  store: Store;
  changes: Changes;
  meter: Meter;
  tokens: Tokens;
  updateTokens: UpdateTokens;
  faults: FaultDesk;
  push: Push;
  /** Clicks that wait for their answer, by message: its card is locked meanwhile. */
  clicking: Map<string, number>;
  calls: Call[];
  log?: Log;
};

/** Who sees a chat. */
export function audienceOf(pocket: Pocket, chatId: string): Audience {
  return pocket.store.chat(chatId)?.members ?? [];
}

/** The chat of a message that is in the store. */
export function chatOf(pocket: Pocket, message: StoredMessage): Chat {
  const chat = pocket.store.chat(message.chatId);
  if (!chat) throw new Error(`message ${message.messageId} is in no chat`);
  return chat;
}
