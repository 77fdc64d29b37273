import { z } from 'zod';
import { parseJson } from './bounded-json.ts';
import { platformTime } from './envelope.ts';
import type { IncomingMessage } from './event.ts';
import { readPost } from './read-post.ts';

const Id = z.string().min(1);

const Mention = z.looseObject({
  key: z.string().min(1),
  // @所有人 may come without an id.
  id: z.looseObject({ open_id: z.string().nullish() }).nullish(),
  name: z.string().nullish(),
});
type Mention = z.infer<typeof Mention>;

const Received = z.looseObject({
  sender: z.looseObject({
    sender_id: z.looseObject({ open_id: Id }),
    sender_type: z.string().nullish(),
  }),
  message: z.looseObject({
    message_id: Id,
    chat_id: Id,
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string().nullish(),
    create_time: z.union([z.string(), z.number()]).nullish(),
    root_id: z.string().nullish(),
    parent_id: z.string().nullish(),
    thread_id: z.string().nullish(),
    mentions: z.array(z.unknown()).nullish(),
  }),
});

type Attachment = IncomingMessage['attachments'][number];

/** The part of a content that the bot reads, whatever the type. */
const Content = z.looseObject({
  text: z.string().optional().catch(undefined),
  file_key: Id.optional().catch(undefined),
  image_key: Id.optional().catch(undefined),
  file_name: z.string().optional().catch(undefined),
});
type Content = z.infer<typeof Content>;

type Read = { text: string; attachments: Attachment[] };

/**
 * What each message type holds for the bot. The other types (sticker, location, vote, merge_forward …) arrive as messages
 * without text and without attachments, so that somebody answers that they are not understood.
 */
const TYPES: Record<string, (content: Content) => Read> = {
  text: (c) => ({ text: c.text ?? '', attachments: [] }),
  post: (c) => readPost(c),
  image: (c) => attached('image', c.image_key, c.file_name),
  file: (c) => attached('file', c.file_key, c.file_name),
  audio: (c) => attached('audio', c.file_key, c.file_name),
  media: (c) => attached('media', c.file_key, c.file_name),
};

function attached(kind: Attachment['kind'], key: string | undefined, name = ''): Read {
  return { text: '', attachments: key ? [{ kind, fileKey: key, name }] : [] };
}

/** Reads `im.message.receive_v1`; undefined for what other bots sent (two bots could talk for ever) or another shape. */
export function readMessage(event: unknown, botOpenId: string): IncomingMessage | undefined {
  const received = Received.safeParse(event).data;
  if (!received || (received.sender.sender_type ?? 'user') !== 'user') return undefined;
  const { message, sender } = received;
  const content = Content.safeParse(parseJson(message.content ?? '')).data ?? {};
  const reader = Object.hasOwn(TYPES, message.message_type)
    ? TYPES[message.message_type]
    : undefined;
  const { text, attachments } = reader?.(content) ?? { text: '', attachments: [] };
  const mentions = (message.mentions ?? []).flatMap((m) => Mention.safeParse(m).data ?? []);
  return {
    kind: 'message',
    messageId: message.message_id,
    chatId: message.chat_id,
    chatType: message.chat_type === 'p2p' ? 'p2p' : 'group',
    senderOpenId: sender.sender_id.open_id,
    text: nameMentions(text, mentions, botOpenId),
    mentionsBot: mentions.some((m) => isBot(m, botOpenId)),
    mentions: mentions.flatMap((m) =>
      m.id?.open_id && !isBot(m, botOpenId) && m.key !== EVERYBODY
        ? [{ openId: m.id.open_id, name: m.name ?? '' }]
        : [],
    ),
    messageType: message.message_type,
    attachments,
    ...(message.parent_id ? { parentId: message.parent_id } : {}),
    ...(message.root_id ? { rootId: message.root_id } : {}),
    ...(message.thread_id ? { threadId: message.thread_id } : {}),
    sentAt: platformTime(message.create_time) ?? new Date(0),
  };
}

const EVERYBODY = '@_all';

const isBot = (mention: Mention, botOpenId: string) =>
  mention.key !== EVERYBODY && mention.id?.open_id === botOpenId;

/** Puts names for the keys `@_user_N`; the bot's own mention disappears with the blank behind it. */
function nameMentions(text: string, mentions: Mention[], botOpenId: string): string {
  const byKey = new Map(mentions.map((m) => [m.key, m]));
  const named = text.replace(MENTION_KEY, (whole, key: string, blank: string) => {
    const mention = byKey.get(key);
    if (key === EVERYBODY) return `@${mention?.name || '所有人'}${blank}`;
    if (!mention) return whole;
    return isBot(mention, botOpenId) ? '' : `@${mention.name ?? ''}${blank}`;
  });
  return named.trim();
}

/** Digits greedily: `@_user_1` is the beginning of `@_user_10`. */
const MENTION_KEY = /(@_user_\d+|@_all)([^\S\n]*)/g;
