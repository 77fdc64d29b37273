import type { Act } from '../audit/record.ts';
import { type Day, dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import type { Card } from '../feishu/card.ts';
import type { Content, Recipient } from '../feishu/client.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { holdsOptional } from '../outbox/quota.ts';
import type { Meaning } from '../policy/meaning.ts';
import type { Written } from '../policy/model-answer.ts';
import type { Proposal } from '../progress/proposal.ts';
import { maskMobilesIn } from '../text/mobiles.ts';
import { findChat } from '../units/chat-queries.ts';
import type { Person } from '../units/person.ts';
import { sendingWords } from './sending-wording.ts';

/** Where a request came from: a message, or a button that stands for one. */
export type Origin = {
  /** Unique for ever; answers are keyed by it, so that a request handled twice is answered once. */
  key: string;
  /** The message to answer under; empty where there is none, as with the menu. */
  messageId: string;
  chatId: string;
  chatType: 'p2p' | 'group';
  /** The message it replies to: a reply to a reminder is bound to that reminder. */
  parentId?: string;
  mentions: { openId: string; name: string }[];
  /** Said in a group, answered in private. */
  isAside?: true;
};

/** A file that was asked for, uploaded before the transaction opened; or one that would have held no task. */
export type PreparedPaper =
  | { kind: 'uploaded'; name: string; fileKey: string; card?: Card }
  | { kind: 'empty' };

/** What services said of a policy question before the transaction opened; the model's words are for one answer only. */
export type PreparedPolicy = { meaning?: Meaning; writing?: { of: string; written: Written } };

/** One request being answered; all of it happens in the transaction `deps.db`. */
export type Context = {
  deps: Deps;
  person: Person;
  /** The unit whose group this is. */
  chatUnitId?: string;
  origin: Origin;
  now: Date;
  today: Day;
  paper?: PreparedPaper;
  /** How a model reads words that the rules cannot settle: shown for confirmation, nothing more. */
  suggested?: Proposal;
  policy?: PreparedPolicy;
  /** Only something asked is answered, nothing confirmed: it waits while the month's quota is nearly used. */
  isOptional?: boolean;
};

/** Gathers what is known of a request before it is answered. */
export async function contextOf(deps: Deps, person: Person, origin: Origin): Promise<Context> {
  const now = deps.now();
  const chat = origin.chatType === 'group' ? await findChat(deps.db, origin.chatId) : undefined;
  return {
    deps,
    person,
    origin,
    now,
    today: dayOf(now, deps.config.APP_TIMEZONE),
    ...(chat?.unitId ? { chatUnitId: chat.unitId } : {}),
  };
}

/** Answers under the message that asked; `part` tells several answers to one request apart. */
export async function answer(context: Context, content: Content, part = 'answer'): Promise<void> {
  const { deps, origin, isOptional = false } = context;
  await enqueue(deps.db, {
    key: `${part}:${origin.key}`,
    to: placeOf(context),
    ...underOf(origin),
    content,
    purpose: 'answer',
    optional: isOptional,
  });
  if (isOptional) await tellWhyItWaits(context);
}

const underOf = ({ messageId, isAside }: Origin) =>
  messageId && !isAside ? { replyTo: messageId } : {};

/** A private chat is named by its person, as reminders name it: then all that goes there keeps one order and one pace. */
export function placeOf({ origin, person }: Pick<Context, 'origin' | 'person'>): Recipient {
  return origin.chatType === 'p2p' || origin.isAside
    ? { type: 'open_id', id: person.openId }
    : { type: 'chat_id', id: origin.chatId };
}

/** Answers with what documents say: in a group nobody's mobile number is read out to the others. */
export async function answerFromDocuments(context: Context, card: Card): Promise<void> {
  const isShared = placeOf(context).type === 'chat_id';
  await answer(context, { type: 'card', card: isShared ? maskMobilesIn(card) : card });
}

/** Once a person and month: the answer comes later, and why. */
async function tellWhyItWaits(context: Context): Promise<void> {
  const { deps, origin, now, today } = context;
  if (!(await holdsOptional(deps.db, now, deps.config.APP_TIMEZONE))) return;
  const place = placeOf(context);
  await enqueue(deps.db, {
    key: `quota-wait:${today.slice(0, 7)}:${place.id}`,
    to: place,
    ...underOf(origin),
    content: { type: 'text', text: sendingWords.waits },
    purpose: 'answer',
  });
}

export async function say(context: Context, text: string, part?: string): Promise<void> {
  await answer(context, { type: 'text', text }, part);
}

/** Tells people other than the asker, in private. */
export async function tell(
  context: Context,
  people: { id: string; openId: string }[],
  content: Content,
  part: string,
): Promise<void> {
  for (const person of people) {
    await enqueue(context.deps.db, {
      key: `${part}:${context.origin.key}:${person.id}`,
      to: { type: 'open_id', id: person.openId },
      content,
      purpose: 'answer',
    });
  }
}

/** Who acts by this request. */
export function actOf(context: Context): Act {
  return { actor: context.person.id, at: context.now, messageId: context.origin.messageId };
}
