import { escapeMarkdown } from '../feishu/card.ts';
import { ERASED_TEXT } from './places.ts';

/** How messages and cards write what somebody said: as it is, on one line, and either of them for Markdown. */
export function writtenForms(text: string): string[] {
  const plain = [text, text.replace(/\s+/g, ' ').trim()];
  return [...new Set([...plain, ...plain.map(escapeMarkdown)])];
}

/** Takes what somebody said out of what was shown, whole or, from `least` letters on, cut short with `…`. */
export function withoutWords(shown: string, text: string, least: number): string {
  let left = shown;
  for (const form of writtenForms(text)) {
    let at = left.indexOf(form.slice(0, least));
    while (at >= 0) {
      const length = sharedLength(left.slice(at), form);
      const isMeant = length === form.length || left[at + length] === '…';
      if (isMeant) left = left.slice(0, at) + ERASED_TEXT + left.slice(at + length);
      at = left.indexOf(form.slice(0, least), at + (isMeant ? ERASED_TEXT.length : 1));
    }
  }
  return left;
}

function sharedLength(a: string, b: string): number {
  let n = 0;
  while (n < b.length && a[n] === b[n]) n++;
  return n;
}
