/**
 * A call to the open platform that failed. `uncertain`: the platform may have carried it out all the same (an answer that
 * never came, a gateway's 5xx); otherwise it certainly did not.
 */
export class FeishuError extends Error {
  override name = 'FeishuError';
  readonly endpoint: Endpoint;
  /** The platform's code; undefined when no answer of the platform was read. */
  readonly code: number | undefined;
  readonly httpStatus: number | undefined;
  /** How long the platform asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** What the platform's support asks for. */
  readonly logId: string | undefined;
  readonly uncertain: boolean;
  /** The code inside the message of a refused card (230099 … `ErrCode: 200621`). */
  readonly subCode: number | undefined;

  constructor(
    endpoint: Endpoint,
    fault: {
      message: string;
      code?: number | undefined;
      httpStatus?: number | undefined;
      retryAfterMs?: number | undefined;
      logId?: string | undefined;
      uncertain: boolean;
      cause?: unknown;
    },
  ) {
    super(`${endpoint}: ${fault.message}`, { cause: fault.cause });
    this.endpoint = endpoint;
    this.code = fault.code;
    this.httpStatus = fault.httpStatus;
    this.retryAfterMs = fault.retryAfterMs;
    this.logId = fault.logId;
    this.uncertain = fault.uncertain;
    const sub = /ErrCode:\s*(\d+)/.exec(fault.message)?.[1];
    this.subCode = sub === undefined ? undefined : Number(sub);
  }
}

/** The calls the bot makes. */
export type Endpoint =
  | 'token'
  | 'send'
  | 'reply'
  | 'patch'
  | 'download'
  | 'upload'
  | 'bot-info'
  | 'chat-info'
  | 'chat-members'
  | 'user'
  | 'app'
  | 'directory'
  | 'login'
  | 'document'
  | 'speech'
  | 'other';

/** What is to be done about a failed call. */
export type Treatment =
  /** Too fast: wait as told, then the same again; it does not count as a try. */
  | 'wait'
  /** A passing fault: the same again, later and later. */
  | 'retry'
  /** The token: dropped and fetched anew, once. */
  | 'reauth'
  /** Nothing can be sent until somebody acts: hold everything and tell an administrator. */
  | 'stop-queue'
  /** Not allowed until an administrator changes the app in the console: tell them, keep the message. */
  | 'alert'
  /** Our own fault: never again, log it. */
  | 'drop'
  | 'unreachable-person'
  | 'unreachable-chat'
  /** Forbidden in this chat or to this person by their settings: report it. */
  | 'refused-by-settings'
  /** The message to answer under is gone: send without it. */
  | 'send-instead-of-reply'
  | 'reply-without-thread'
  /** The card is refused: its text instead. */
  | 'fallback-text'
  | 'shorten'
  /** Sensitive words or the leak filter: a neutral sentence instead, never the same text again. */
  | 'neutral-text'
  /** A card older than 14 days can no longer be changed: its fresh copy has taken its place (remind/renew.ts). */
  | 'left-to-renewal'
  | 'upload-again'
  | 'without-urgent';

type Rule = { codes: number[]; endpoints?: Endpoint[]; treatment: Treatment; why: string };

/**
 * Codes of the platform and their treatment; the first row that fits counts, so rows for one endpoint stand before those
 * for all. Source: open.feishu.cn, pages of the single calls, general codes 9999xxxx, card sub-codes.
 */
export const RULES: Rule[] = [
  {
    codes: [230071, 230072],
    endpoints: ['reply'],
    treatment: 'reply-without-thread',
    why: 'threads are not allowed here',
  },
  { codes: [230019], treatment: 'reply-without-thread', why: 'the thread is gone' },
  {
    codes: [230011, 230110, 231003, 200000],
    endpoints: ['reply'],
    treatment: 'send-instead-of-reply',
    why: 'the message to answer was recalled or deleted',
  },
  {
    codes: [230050, 230054, 230111],
    endpoints: ['reply'],
    treatment: 'send-instead-of-reply',
    why: 'the message to answer cannot be answered',
  },
  {
    codes: [230011, 230110, 231003, 200000],
    treatment: 'drop',
    why: 'the message was recalled or deleted',
  },
  { codes: [230071, 230072], treatment: 'drop', why: 'edited too often or too late' },
  {
    codes: [99991400, 230020, 11232, 11233, 11247],
    treatment: 'wait',
    why: 'throttled',
  },
  { codes: [99991403], treatment: 'stop-queue', why: 'the monthly quota is used up' },
  { codes: [230049, 2200, 300120], treatment: 'retry', why: 'a passing fault' },
  {
    codes: [99991663, 99991665, 99991668, 99991664, 99991671, 20013],
    treatment: 'reauth',
    why: 'the token is not valid',
  },
  { codes: [99991661], treatment: 'drop', why: 'no token was sent' },
  { codes: [99991677], treatment: 'reauth', why: "the person's token has expired" },
  {
    codes: [10014, 10015, 20002, 99991662, 99991673],
    treatment: 'stop-queue',
    why: 'wrong secret, or the app is disabled or not installed',
  },
  { codes: [99991672], treatment: 'alert', why: 'a scope of the app is missing' },
  { codes: [99991679], treatment: 'alert', why: 'the person has not granted the scope' },
  { codes: [99991401], treatment: 'stop-queue', why: 'the address is not on the allow-list' },
  {
    codes: [230002, 10002, 10030],
    treatment: 'unreachable-chat',
    why: 'the bot is not in the group',
  },
  { codes: [232009], treatment: 'unreachable-chat', why: 'the group was dissolved' },
  {
    codes: [230013, 11225],
    treatment: 'unreachable-person',
    why: "outside the app's availability",
  },
  { codes: [230029, 11236], treatment: 'unreachable-person', why: 'resigned' },
  { codes: [230053], treatment: 'unreachable-person', why: 'turned the bot off' },
  { codes: [230038], treatment: 'unreachable-person', why: 'of another tenant' },
  {
    codes: [230035, 230018, 230027, 230075],
    treatment: 'refused-by-settings',
    why: 'muted, outside of the tenant, secret, or forbidden by a rule of the tenant',
  },
  { codes: [230036], treatment: 'stop-queue', why: "the tenant's key was deleted" },
  { codes: [230006], treatment: 'stop-queue', why: 'the bot is off or not published' },
  {
    codes: [230001, 230034, 99992351, 99992361, 99992402, 9499, 230055],
    treatment: 'drop',
    why: 'a parameter or an id is wrong',
  },
  { codes: [230025], treatment: 'shorten', why: 'too long' },
  { codes: [230022, 230028], treatment: 'neutral-text', why: 'sensitive words or leak filter' },
  { codes: [230099], treatment: 'fallback-text', why: 'the card is refused' },
  { codes: [230031, 200750], treatment: 'left-to-renewal', why: 'older than 14 days' },
  { codes: [230017, 234008], treatment: 'upload-again', why: "another app's file" },
  { codes: [230054], treatment: 'fallback-text', why: 'this type is not allowed in the chat' },
  { codes: [230023, 230024, 230052], treatment: 'without-urgent', why: 'urgent is refused' },
  { codes: [231001], treatment: 'drop', why: 'unknown emoji' },
];

/** Whether the same call may succeed in a little while. */
export function isPassing(error: FeishuError): boolean {
  const { treatment } = treatmentOf(error);
  return treatment === 'wait' || treatment === 'retry';
}

/** What is to be done about a failed call, and why in a few words for the log. Pure. */
export function treatmentOf(error: FeishuError): { treatment: Treatment; why: string } {
  if (error.code === 230099 && /card action is lock/i.test(error.message))
    return { treatment: 'retry', why: 'a click on the card is being handled' };
  const rule = RULES.find(
    (r) =>
      error.code !== undefined &&
      r.codes.includes(error.code) &&
      (!r.endpoints || r.endpoints.includes(error.endpoint)),
  );
  if (rule) return rule;
  if (error.httpStatus === 429) return { treatment: 'wait', why: 'throttled' };
  if (error.uncertain || error.httpStatus === undefined || error.httpStatus >= 500)
    return { treatment: 'retry', why: 'no answer, or a fault of the platform' };
  return { treatment: 'drop', why: 'a code without a rule' };
}
