import type { Content } from './client.ts';

/** The most characters of a text message: 150 KB a request, four bytes a character and some room. */
const MAX_TEXT_CHARACTERS = 30_000;

/**
 * Text of people, documents and models made harmless in a text message: `<` before a letter or `/` becomes a full-width
 * one, because `<at user_id="all">` would call a whole group. `<5%` stays as it is.
 */
function escapeText(text: string): string {
  return text.replace(/<(?=[\s/]*[a-z])/gi, '＜');
}

/** A content as the platform takes it: the type's name and a JSON string. Nothing in it can mention everybody. */
export function encodeContent(content: Content): { msg_type: string; content: string } {
  switch (content.type) {
    case 'text': {
      const text = [...escapeText(content.text)].slice(0, MAX_TEXT_CHARACTERS).join('');
      return { msg_type: 'text', content: JSON.stringify({ text }) };
    }
    case 'card':
      return { msg_type: 'interactive', content: encodeCard(content.card) };
    case 'file':
      return { msg_type: 'file', content: JSON.stringify({ file_key: content.fileKey }) };
  }
}

/** A card as a JSON string. Its builders escape foreign text; this is the second net against `<at id=all>`. */
export function encodeCard(card: object): string {
  return JSON.stringify(card).replace(/<(?=at\b[^>]*\ball\b)/gi, '&lt;');
}
