import { dayOf } from '../calendar/county-time.ts';
import type { Deps } from '../deps.ts';
import { findDocumentLink } from '../feishu/document-link.ts';
import { recallKey } from '../feishu/envelope.ts';
import type { IncomingEvent, IncomingMessage } from '../feishu/event.ts';
import type { Work } from '../inbox/handle.ts';
import { hasCome } from '../inbox/queries.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { findByMessageId, isUnderWay } from '../outbox/sent-queries.ts';
import { groupBack } from '../remind/group-back.ts';
import { personBack, personLeft } from '../remind/person-left.ts';
import { setChatActive } from '../units/chat-queries.ts';
import type { Person } from '../units/person.ts';
import { readDirectory } from '../units/read-directory.ts';
import { knowChat, knowPerson } from './acquaintance.ts';
import { type Context, contextOf, type Origin, say } from './context.ts';
import { storeInWords } from './files/ask-policy.ts';
import { fetchFile, fetchLink, handleFile } from './files/handle-file.ts';
import { yearInWords } from './files/sent-plan.ts';
import { answerWordless } from './handle-wordless.ts';
import { hearVoice, takeVoice } from './hear-voice.ts';
import { groupCard, helpCard } from './help.ts';
import { MENU } from './menu.ts';
import { SYNC_ORDER, showSync } from './orders/sync-units.ts';
import { fetchEvidence, takeEvidence } from './reports/handle-evidence.ts';
import { withdrawRecalled } from './reports/recall-message.ts';
import { respond } from './respond.ts';
import { serve } from './serve.ts';
import { words } from './wording.ts';

/** Handles one event from Feishu; everything it changes is one transaction. */
export async function handleEvent(deps: Deps, event: IncomingEvent, work: Work): Promise<void> {
  switch (event.kind) {
    case 'message':
      return handleMessage(deps, event, work);
    case 'p2p-entered':
      return greet(deps, event.openId, work);
    case 'menu':
      return pressMenu(deps, event, work);
    case 'bot-added':
      return work.commit(async (tx) => {
        const group = { id: event.chatId, name: event.chatName };
        await groupBack({ ...deps, db: tx }, group, deps.now());
        await enqueue(tx, {
          key: `hello-group:${event.chatId}:${dayOf(deps.now(), deps.config.APP_TIMEZONE)}`,
          to: { type: 'chat_id', id: event.chatId },
          content: { type: 'card', card: groupCard() },
          purpose: 'answer',
        });
      });
    case 'bot-removed':
      return work.commit((tx) => setChatActive(tx, event.chatId, false));
    case 'recalled':
      return work.commit((tx) =>
        withdrawRecalled(
          { ...deps, db: tx },
          { actor: 'system', at: deps.now(), messageId: event.messageId },
        ),
      );
    case 'person-changed':
      return work.commit(async (tx) => {
        const own = { ...deps, db: tx };
        if (event.active) await personBack(own, event.openId, 'account', deps.now());
        else await personLeft(own, event.openId, { kind: 'left' }, deps.now());
      });
    case 'other':
      return;
  }
}

async function handleMessage(deps: Deps, message: IncomingMessage, work: Work): Promise<void> {
  // Taken back before it was read: the platform does not keep the order of what it pushes again.
  if (await hasCome(deps.db, recallKey(message.messageId))) return;
  const isAnswer = await answersBot(deps, message, work.attempt);
  // In a group the bot speaks only when spoken to: mentioned, or answered.
  if (message.chatType === 'group' && !message.mentionsBot && !isAnswer) return;
  const person = await knowPerson(deps, message.senderOpenId, message.chatType === 'p2p');
  if (message.chatType === 'group') await knowChat(deps, message.chatId);
  const origin: Origin = {
    key: message.messageId,
    messageId: message.messageId,
    chatId: message.chatId,
    chatType: message.chatType,
    mentions: message.mentions,
    ...(message.parentId ? { parentId: message.parentId } : {}),
  };
  const heard = { ...deps, now: () => momentOf(message, deps.now()) };
  const context = await contextOf(heard, person, origin);
  const answerIt = await prepare(context, message);
  await work.commit((tx) => answerIt({ ...context, deps: { ...heard, db: tx } }));
}

/** Tries while an answer waits for the id of what it answers: half a minute. */
const PATIENT_TRIES = 4;

/**
 * Whether a message answers one of the bot's. Somebody may have it before them while its id is not known here yet: then
 * the answer comes back a little later, for without what it answers it would be read against another list.
 */
async function answersBot(
  { db }: Deps,
  message: IncomingMessage,
  attempt: number,
): Promise<boolean> {
  if (!message.parentId) return false;
  if (await findByMessageId(db, message.parentId)) return true;
  const toId = message.chatType === 'p2p' ? message.senderOpenId : message.chatId;
  if (attempt < PATIENT_TRIES && (await isUnderWay(db, toId)))
    throw new Error('the id of what it answers is not known yet');
  return false;
}

/**
 * How a message is answered. Whatever needs the platform or a service is fetched here, before the transaction opens: in it
 * nothing is waited for but the database.
 */
async function prepare(
  asked: Context,
  message: IncomingMessage,
): Promise<(context: Context) => Promise<void>> {
  const { deps, person } = asked;
  const isPrivate = message.chatType === 'p2p';
  const isOfficial = person.roles.has('office') || person.roles.has('admin');
  const mayImport = isOfficial && isPrivate;
  const [file] = message.attachments.filter((a) => a.kind === 'file');
  if (file && mayImport) {
    const fetched = await fetchFile(deps, { messageId: message.messageId, ...file });
    return (context) => handleFile(context, fetched);
  }
  const isOfUnit = person.memberships.length > 0 && (isPrivate || message.parentId !== undefined);
  const evidence = isOfUnit && !mayImport ? await fetchEvidence(deps, message) : undefined;
  if (file && !evidence)
    return (context) => say(context, isOfficial ? words.fileInGroup : words.fileOnlyOffice);
  const voice = await hearVoice(deps, message);
  const text = (voice ?? message.text).trim();
  if (evidence) {
    // Words that came with a picture are read as words.
    const withWords = message.messageType === 'post' && text !== '';
    const served = withWords ? await serve(asked, text) : undefined;
    return async (context) => {
      await takeEvidence(context, evidence);
      if (served) await respond({ ...context, ...served }, text);
    };
  }
  const link = mayImport ? findDocumentLink(text) : undefined;
  if (link) {
    const linked = await fetchLink(deps, message.messageId, link);
    return (context) => handleFile(context, linked);
  }
  if (SYNC_ORDER.test(text)) return prepareSync(deps, person, isPrivate);
  if (mayImport) {
    const aboutFile = (await yearInWords(asked, text)) ?? (await storeInWords(asked, text));
    if (aboutFile) return aboutFile;
  }
  const served = await serve(asked, text);
  return async (known) => {
    const context = { ...known, ...served };
    if (voice) return takeVoice(context, voice);
    if (await answerWordless(context, message)) return;
    return respond(context, text);
  };
}

async function prepareSync(
  deps: Deps,
  person: Person,
  isPrivate: boolean,
): Promise<(context: Context) => Promise<void>> {
  if (!isPrivate) return (context) => say(context, words.syncInPrivate);
  if (!person.roles.has('admin')) return (context) => say(context, words.notAllowed(words.admin));
  const directory = await readDirectory(deps.feishu);
  return (context) => showSync(context, directory);
}

/** As old as the platform's last push of an event can be. */
const LATEST_PUSH_MS = 8 * 3_600_000;

/**
 * When the words were said, which is not always when they arrive: 明天 counts from then, and a message that comes late does
 * not push aside what was said after it.
 */
function momentOf(message: IncomingMessage, now: Date): Date {
  const age = now.getTime() - message.sentAt.getTime();
  return age > 0 && age < LATEST_PUSH_MS ? message.sentAt : now;
}

/** A first private chat: the welcome, once a person. */
async function greet(deps: Deps, openId: string, work: Work): Promise<void> {
  const person = await knowPerson(deps, openId, true);
  await work.commit(async (tx) => {
    await enqueue(tx, {
      key: `welcome:${openId}`,
      to: { type: 'open_id', id: openId },
      content: { type: 'card', card: helpCard(person, 'p2p') },
      purpose: 'answer',
    });
  });
}

/** A press on the bot's menu is answered like the sentence it stands for; an entry nobody knows like 帮助. */
async function pressMenu(
  deps: Deps,
  event: Extract<IncomingEvent, { kind: 'menu' }>,
  work: Work,
): Promise<void> {
  const person = await knowPerson(deps, event.openId, true);
  const origin: Origin = {
    key: `menu:${event.eventId}`,
    messageId: '',
    chatId: event.openId,
    chatType: 'p2p',
    mentions: [],
  };
  await work.commit(async (tx) => {
    const context = await contextOf({ ...deps, db: tx }, person, origin);
    await respond(context, MENU[event.key] ?? words.buttons.help);
  });
}
