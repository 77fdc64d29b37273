import type {
  Attachment,
  ChatMessage,
  ChatRow,
  ClickInput,
  ClickResult,
  SendInput,
  World,
} from '../pocket-api.ts';
import { words } from './wording.ts';

/** What the server refused, in one line for people. */
export class Refused extends Error {}

/** The one line to show for whatever went wrong. */
export function reason(error: unknown): string {
  return error instanceof Refused ? error.message : words.faults.unknown;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused(words.faults.offline);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const message = (body as { message?: unknown } | undefined)?.message;
  throw new Refused(typeof message === 'string' ? message : words.faults.status(response.status));
}

const get = <T>(path: string, query: Record<string, string> = {}) =>
  ask<T>(`${path}?${new URLSearchParams(query)}`);

const post = <T>(path: string, body: unknown) =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The routes of `pocket-api.ts`; each throws `Refused` with a line for people. */
export const api = {
  world: () => get<World>('/pocket/world'),
  chats: (as: string) => get<ChatRow[]>('/pocket/chats', { as }),
  messages: (as: string, chat: string) => get<ChatMessage[]>('/pocket/messages', { as, chat }),
  send: (input: SendInput) => post<{ messageId: string }>('/pocket/send', input),
  upload: (file: File) => {
    const form = new FormData();
    form.append('file', file, file.name);
    return ask<Attachment>('/pocket/upload', { method: 'POST', body: form });
  },
  click: (input: ClickInput) => post<ClickResult>('/pocket/click', input),
  recall: (as: string, messageId: string) => post<object>('/pocket/recall', { as, messageId }),
  enter: (as: string, chat: string) => post<object>('/pocket/enter', { as, chat }),
  scope: (groupMessages: boolean) => post<World>('/pocket/scope', { groupMessages }),
  clock: (to: string) => post<World>('/pocket/clock', { to }),
  reset: () => post<World>('/pocket/reset', {}),
};

/** Where the bytes of an attachment or of a card's picture are. */
export const fileUrl = (key: string) => `/pocket/files/${encodeURIComponent(key)}`;
