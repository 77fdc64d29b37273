import { asList, asText, isJson, type Json } from './json.ts';
import { line } from './wording.ts';

/** Tags that a post (富文本) may hold when a bot sends it. */
const TAGS = new Set(['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md']);

type Paragraph = Json[];

/** A post's paragraphs, with or without the wrapper of a language; undefined where it is none. */
export function postBody(content: Json): { title: string; paragraphs: Paragraph[] } | undefined {
  const body = Array.isArray(content.content) ? content : Object.values(content).find(isJson);
  if (!isJson(body) || !Array.isArray(body.content)) return undefined;
  const paragraphs = body.content.map((p) => asList(p).filter(isJson));
  return { title: asText(body.title) ?? '', paragraphs };
}

/** Why a bot's post is not taken, or undefined. */
export function postFault(content: Json): string | undefined {
  const body = postBody(content);
  if (!body || Array.isArray(content.content)) return 'invalid post content';
  const tags = body.paragraphs.flat().map((e) => String(e.tag));
  const unknown = tags.find((tag) => !TAGS.has(tag));
  if (unknown !== undefined) return `unsupported tag ${unknown} in post`;
  const crowded = body.paragraphs.some((p) => p.length > 1 && p.some((e) => e.tag === 'md'));
  return crowded ? 'md must be the only element of its paragraph' : undefined;
}

/** A post as plain text: its title, then a line for each paragraph. */
export function postText(content: Json): string {
  const body = postBody(content);
  if (!body) return '';
  const lines = body.paragraphs.map((p) => p.map(elementText).join(''));
  return [body.title, ...lines].filter((l, i) => i > 0 || l !== '').join('\n');
}

function elementText(element: Json): string {
  switch (element.tag) {
    case 'at':
      return `@${asText(element.user_name) ?? asText(element.user_id) ?? ''} `;
    case 'img':
      return line.image;
    case 'media':
      return line.other('media');
    case 'emotion':
      return `[${asText(element.emoji_type) ?? ''}]`;
    case 'hr':
      return '———';
    default:
      return asText(element.text) ?? '';
  }
}
