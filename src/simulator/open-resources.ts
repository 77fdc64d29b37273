import { freshId } from './ids.ts';
import { imageKind } from './image-kind.ts';
import { isJson, parseJson } from './json.ts';
import type { Part } from './multipart.ts';
import type { Declare, OpenAnswer } from './open-api.ts';
import { chatOf, type Pocket } from './pocket.ts';
import { postBody } from './post.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { StoredMessage } from './store.ts';

const MB = 1024 * 1024;
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);

/** Files and images: uploading, one's own downloads, and what people sent. */
export function declareResources(pocket: Pocket, on: Declare): void {
  const { store, directory } = pocket;
  const owner = directory.bot.openId;

  on('POST', '/open-apis/im/v1/files', async ({ form }) => {
    const parts = await form();
    const name = parts.get('file_name')?.text;
    if (!FILE_TYPES.has(parts.get('file_type')?.text ?? '') || !name)
      return refuse(234001, 'file_type or file_name is invalid');
    const bytes = bytesOf(parts.get('file'), 30 * MB);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const key = freshId('file_v3_');
    store.addFile({ key, name, kind: 'file', bytes: bytes.length, owner }, bytes);
    return { kind: 'data', data: { file_key: key } };
  });

  on('POST', '/open-apis/im/v1/images', async ({ form }) => {
    const parts = await form();
    if (!['message', 'avatar'].includes(parts.get('image_type')?.text ?? ''))
      return refuse(234001, 'image_type is invalid');
    const bytes = bytesOf(parts.get('image'), 10 * MB);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const format = imageKind(bytes);
    if (!format) return refuse(234011);
    const key = freshId('img_v3_');
    const name = `${key}.${format}`;
    store.addFile({ key, name, kind: 'image', bytes: bytes.length, owner }, bytes);
    return { kind: 'data', data: { image_key: key } };
  });

  const own = async (key: string): Promise<OpenAnswer> => {
    const file = store.file(key);
    if (!file) return refuse(234001, 'invalid key');
    return file.owner === owner ? download(pocket, key) : refuse(234008);
  };
  on('GET', '/open-apis/im/v1/files/:file_key', ({ param }) => own(param('file_key')));
  on('GET', '/open-apis/im/v1/images/:image_key', ({ param }) => own(param('image_key')));

  on('GET', '/open-apis/im/v1/messages/:message_id/resources/:file_key', ({ param, query }) => {
    const message = store.message(param('message_id'));
    const type = query('type');
    if (!message || (type !== 'image' && type !== 'file')) return refuse(234001);
    if (message.recalledAt !== undefined) return refuse(230110);
    if (!chatOf(pocket, message).botIn) return refuse(234004);
    if (message.type === 'interactive' || message.type === 'sticker') return refuse(234043);
    const key = param('file_key');
    const file = keysIn(message).includes(key) ? store.file(key) : undefined;
    if (!file || file.kind !== type) return refuse(234003);
    return file.bytes > 100 * MB ? refuse(234037) : download(pocket, key);
  });
}

function bytesOf(part: Part | undefined, most: number): Uint8Array | Refusal {
  if (!part) return refuse(234001, 'file is missing');
  if (part.bytes.length > most) return refuse(234006);
  return part.bytes.length === 0 ? refuse(234010) : part.bytes;
}

async function download(pocket: Pocket, key: string): Promise<OpenAnswer> {
  const bytes = await pocket.store.bytesOf(key);
  if (!bytes) return refuse(234001, 'the resource is gone');
  return { kind: 'bytes', bytes, name: pocket.store.file(key)?.name ?? key };
}

/** Keys of the files and images that a message holds, those inside a post included. */
function keysIn(message: StoredMessage): string[] {
  const content = parseJson(message.content) ?? {};
  const parts = message.type === 'post' ? (postBody(content)?.paragraphs.flat() ?? []) : [content];
  return parts
    .filter(isJson)
    .flatMap((p) => [p.file_key, p.image_key])
    .filter((key): key is string => typeof key === 'string');
}
