import type { Card } from '../feishu/card.ts';
import { cardAsText } from './wording.ts';

/** Texts of a card that say something; names of buttons and placeholders do not. */
const SPEAKING = new Set(['markdown', 'plain_text', 'lark_md']);
const SILENT = new Set(['button', 'input', 'select_static', 'date_picker', 'chart', 'img']);

/** A card's words as plain text of at most `length` characters: for chats and clients that take no card. Pure. */
export function plainCard(card: Card, length = 3_000): string {
  const lines = [...wordsOf(card.header), ...wordsOf(card.body)]
    .map(plainLine)
    .filter((line) => line !== '');
  const text = [...lines.join('\n')];
  const body = text.length > length ? `${text.slice(0, length - 1).join('')}…` : text.join('');
  return `${body}\n${cardAsText}`;
}

function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, content, rows, ...rest } = node as Record<string, unknown>;
  if (typeof tag === 'string' && SILENT.has(tag)) return [];
  if (typeof tag === 'string' && SPEAKING.has(tag)) return [String(content ?? '')];
  if (tag === 'table' && Array.isArray(rows)) return rows.map(rowText);
  return Object.values(rest).flatMap(wordsOf);
}

const rowText = (row: unknown) =>
  Object.values(typeof row === 'object' && row !== null ? row : {})
    .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
    .join('　');

/** Markup dropped, entities back to characters; `escapeText` of the sender makes the result harmless again. */
function plainLine(markdown: string): string {
  return markdown
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|~~)/g, '')
    .replace(/^#{1,6} /gm, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
