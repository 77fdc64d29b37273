import { checkCard } from './card-check.ts';
import { asText, isJson, type Json, parseJson } from './json.ts';
import type { Pocket } from './pocket.ts';
import { postFault } from './post.ts';
import { type Refusal, refuse, refuseCard } from './refusal.ts';
import type { Mention } from './store.ts';
import { line } from './wording.ts';

/** A message of the bot that the platform takes: as it is kept, and whom it mentions. */
export type Sendable = { type: string; content: string; mentions: Mention[]; entity?: string };

const TEXT_BYTES = 150 * 1024;
const RICH_BYTES = 30 * 1024;

/** Checks what a bot wants to send (open.feishu.cn 发送消息内容结构). */
export function checkContent(pocket: Pocket, type: unknown, content: unknown): Sendable | Refusal {
  if (typeof type !== 'string' || typeof content !== 'string')
    return refuse(99992402, 'msg_type and content are required');
  const read = parseJson(content);
  if (!read) return refuse(230001, 'content is not a string in json format');
  const bytes = Buffer.byteLength(content);
  if (bytes > (type === 'text' ? TEXT_BYTES : RICH_BYTES)) return refuse(230025);
  switch (type) {
    case 'text':
      return checkText(pocket, read);
    case 'post': {
      const fault = postFault(read);
      return fault ? refuse(230001, fault) : { type, content, mentions: [] };
    }
    case 'interactive':
      return checkInteractive(pocket, read, content);
    case 'image':
      return checkResource(pocket, type, asText(read.image_key), content);
    case 'file':
    case 'audio':
    case 'media':
      return checkResource(pocket, type, asText(read.file_key), content);
    case 'share_chat':
    case 'share_user':
    case 'sticker':
      return { type, content, mentions: [] };
    default:
      return refuse(230001, 'invalid msg_type');
  }
}

function checkText(pocket: Pocket, read: Json): Sendable | Refusal {
  const text = asText(read.text);
  if (text === undefined) return refuse(230001, 'text is empty');
  const { directory } = pocket;
  const mentions: Mention[] = [];
  const shown = text.replace(/<at\s+user_id="([^"]*)">([^<]*)<\/at>/g, (_whole, id, name) => {
    if (id === 'all') {
      mentions.push({ key: '@_all', openId: 'all', name: line.everybody });
      return '@_all';
    }
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId: id, name: directory.person(id)?.name ?? String(name) });
    return key;
  });
  return { type: 'text', content: JSON.stringify({ ...read, text: shown }), mentions };
}

function checkInteractive(pocket: Pocket, read: Json, content: string): Sendable | Refusal {
  if (read.type === 'template')
    return refuseCard(
      200380,
      'template does not exist, please confirm whether this template has been released',
    );
  if (read.type === 'card' && isJson(read.data)) {
    const entity = pocket.store.entity(String(read.data.card_id));
    if (!entity) return refuse(200740);
    if (entity.messageId) return refuse(230001, 'card entity can be sent only once');
    return { type: 'interactive', content, mentions: [], entity: entity.cardId };
  }
  const refusal = refuseBadCard(pocket, read);
  return refusal ?? { type: 'interactive', content, mentions: [] };
}

/** 230099 with the first fault of a card, or undefined where the platform takes it. */
function refuseBadCard(pocket: Pocket, card: unknown): Refusal | undefined {
  const [fault] = checkCard(card, {
    hasImage: (key) => pocket.store.file(key)?.kind === 'image',
    hasPerson: (id) =>
      ['open_id', 'union_id', 'user_id'].some((type) => pocket.directory.resolve(type, id)),
  });
  return fault && refuseCard(fault.errCode, fault.errMsg, fault.value);
}

function checkResource(
  pocket: Pocket,
  type: string,
  key: string | undefined,
  content: string,
): Sendable | Refusal {
  const file = key ? pocket.store.file(key) : undefined;
  if (!file) return refuse(230001, `invalid ${type === 'image' ? 'image_key' : 'file_key'}`);
  if (file.owner !== pocket.directory.bot.openId) return refuse(230017);
  return { type, content, mentions: [] };
}

/** The card of a patch, a callback's answer or a delayed update: an object in JSON 2.0 within 30 KB. */
export function checkReplacement(pocket: Pocket, card: unknown): string | Refusal {
  const content = JSON.stringify(card) ?? '';
  if (Buffer.byteLength(content) > RICH_BYTES) return refuse(230025);
  const refusal = refuseBadCard(pocket, card);
  return refusal ?? content;
}

/** Whether a card says itself that it is shared; a patch demands it of the old and the new card. */
export function isSharedCard(card: unknown): boolean {
  return isJson(card) && isJson(card.config) && card.config.update_multi === true;
}
