import { z } from 'zod';
import type { IncomingMessage } from './event.ts';

type Attachment = IncomingMessage['attachments'][number];

const Tagged = z.looseObject({
  tag: z.string(),
  text: z.string().optional().catch(undefined),
  href: z.string().optional().catch(undefined),
  user_id: z.string().optional().catch(undefined),
  user_name: z.string().optional().catch(undefined),
  image_key: z.string().min(1).optional().catch(undefined),
  file_key: z.string().min(1).optional().catch(undefined),
  file_name: z.string().optional().catch(undefined),
});
type Tagged = z.infer<typeof Tagged>;

const Paragraphs = z.array(z.union([z.array(z.unknown()), z.unknown().transform((e) => [e])]));

const Post = z.looseObject({
  title: z.string().optional().catch(undefined),
  content: Paragraphs.optional().catch(undefined),
  /** Undocumented; seen from newer clients, with `md` elements. */
  content_v2: Paragraphs.optional().catch(undefined),
});

/** A post (富文本) as plain text, a line a paragraph, and its images and videos. */
export function readPost(content: unknown): { text: string; attachments: Attachment[] } {
  const post = Post.safeParse(unwrapLocale(content)).data;
  const paragraphs = post?.content_v2?.length ? post.content_v2 : (post?.content ?? []);
  const attachments: Attachment[] = [];
  const lines = paragraphs.map((paragraph) =>
    paragraph
      .flatMap((e) => Tagged.safeParse(e).data ?? [])
      .map((element) => {
        attachments.push(...attachmentOf(element));
        return textOf(element);
      })
      .join(''),
  );
  const text = [post?.title ?? '', ...lines].filter((line) => line.trim()).join('\n');
  return { text, attachments };
}

/** Posts are received without the locale that they are sent with; both are taken. */
function unwrapLocale(content: unknown): unknown {
  const wrapped = z.looseObject({}).safeParse(content).data;
  if (!wrapped || 'content' in wrapped || 'content_v2' in wrapped) return content;
  return wrapped.zh_cn ?? wrapped.en_us ?? wrapped.ja_jp ?? content;
}

function textOf(element: Tagged): string {
  switch (element.tag) {
    case 'text':
    case 'code_block':
      return element.text ?? '';
    case 'md':
      return plainMarkdown(element.text ?? '');
    case 'a':
      return element.text || element.href || '';
    case 'at':
      // A key such as @_user_1 that the message's mentions name; `all` is everybody.
      return element.user_id === 'all' ? '@_all' : mentionKey(element);
    default:
      return '';
  }
}

function mentionKey(element: Tagged): string {
  const key = element.user_id ?? '';
  return /^@_(user_\d+|all)$/.test(key) ? key : element.user_name ? `@${element.user_name}` : '';
}

/** Bold, strike, heading and quote marks dropped; links and mentions reduced to their text. */
function plainMarkdown(markdown: string): string {
  return markdown
    .replace(/<at [^>]*?user_id="?(@_(?:user_\d+|all))"?[^>]*>[^<]*<\/at>/g, '$1')
    .replace(/<at [^>]*>([^<]*)<\/at>/g, '@$1')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>)\s+/gm, '')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, '$2');
}

function attachmentOf(element: Tagged): Attachment[] {
  const name = element.file_name ?? '';
  if (element.tag === 'img' && element.image_key)
    return [{ kind: 'image', fileKey: element.image_key, name }];
  if (element.tag === 'media' && element.file_key)
    return [{ kind: 'media', fileKey: element.file_key, name }];
  if (element.tag === 'file' && element.file_key)
    return [{ kind: 'file', fileKey: element.file_key, name }];
  return [];
}
