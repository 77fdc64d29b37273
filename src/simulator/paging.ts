import type { Json } from './json.ts';
import type { OpenAnswer } from './open-api.ts';
import { refuse } from './refusal.ts';

const TOKEN = /^\d{1,6}$/;

/** One page of a list as the open-apis give it; the page token is the place where the next one begins. */
export function page(
  items: Json[],
  query: (name: string) => string | undefined,
  most: number,
  more: Json = {},
): OpenAnswer {
  const token = query('page_token') || '0';
  const size = Number(query('page_size') || 20);
  if (!TOKEN.test(token)) return refuse(99992402, 'page_token is invalid');
  if (!Number.isInteger(size) || size < 1 || size > most)
    return refuse(99992402, `page_size must be between 1 and ${most}`);
  const from = Number(token);
  const next = from + size;
  const has_more = next < items.length;
  const page_token = has_more ? String(next) : '';
  return { kind: 'data', data: { items: items.slice(from, next), page_token, has_more, ...more } };
}
