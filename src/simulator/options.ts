import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Person } from './pocket-api.ts';

/** What the developer console holds of the one app. */
export type SimulatedApp = {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  /** The application's base address; events and callbacks go to `POST {callbackUrl}/webhook/event`. */
  callbackUrl: string;
};

export type SimulatedPerson = Person & { mobile?: string; email?: string };

export type SimulatedGroup = {
  chatId: string;
  name: string;
  memberOpenIds: string[];
  /** The bot has not been added yet. */
  withoutBot?: boolean;
};

/** A document to download on the chat page and to send to the bot. */
type Sample = { name: string; about: string; bytes: () => Promise<Uint8Array> };

/** A document of Feishu's own; `wiki`: the token of its page in a knowledge base. */
export type SimulatedDocument = {
  token: string;
  wiki?: string;
  title: string;
  markdown: string;
  /** Whether the app was added to it. */
  shared: boolean;
};

/** The platform's rate limits (feishu.md 5.3), measured on real time. */
export type Limits = {
  /** Messages a second to one chat or person, and patches a second of one message. */
  perTarget: number;
  /** Calls of one endpoint. */
  perSecond: number;
  perMinute: number;
};

export type SimulatorOptions = {
  app: SimulatedApp;
  bot: { name: string; openId?: string };
  people: SimulatedPerson[];
  groups: SimulatedGroup[];
  samples: Sample[];
  documents?: SimulatedDocument[];
  /** What recognition hears in 16 kHz PCM; absent: the scope speech_to_text:speech is not granted. */
  hear?: (pcm: Uint8Array) => string;
  /** The application's clock; every age and every time stamp is read from it. */
  clock: Clock;
  timeZone: string;
  /** Where chats and files are kept; absent: in memory only. */
  folder?: string;
  /** Whether the scope im:message.group_msg is granted at the start. */
  groupMessages?: boolean;
  /** How events and callbacks travel; `websocket` waits for the SDK's WSClient. */
  transport?: 'webhook' | 'websocket';
  dashboardUrl?: string;
  /** Called by 重置 once the chats are cleared. */
  onReset?: () => Promise<void>;
  /** Where 到下月1日 9:00 moves the clock; default: 09:00 county time on the next first of a month. */
  nextMonthCard?: () => Date;
  limits?: Partial<Limits>;
  /** How long events and callbacks may take; the platform's 3 seconds. */
  deadlineMs?: number;
  /** Real time in milliseconds, for rate limits and tokens; default `Date.now`. */
  realNow?: () => number;
  log?: Log;
};
