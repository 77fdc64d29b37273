import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type {
  Change,
  ChatMessage,
  ChatRow,
  ClickInput,
  ClickResult,
  SendInput,
  World,
} from '../../src/simulator/pocket-api.ts';

const ROOT = join(import.meta.dirname, '../..');
const VENDOR: Record<string, string> = {
  'vchart.js': 'node_modules/@visactor/vchart/build/index.min.js',
  'markdown-it.js': 'node_modules/markdown-it/dist/browser/markdown-it.umd.min.js',
};

/** The chat page over canned data: keeps what the page sent, answers clicks as told. */
export type PageServer = {
  url: string;
  world: World;
  chats: ChatRow[];
  messages: ChatMessage[];
  clicks: ClickInput[];
  sent: SendInput[];
  clocks: string[];
  answer: (input: ClickInput) => ClickResult | Promise<ClickResult>;
  push: (change: Change) => void;
  close: () => Promise<void>;
};

export async function openPageServer(
  canned: Pick<PageServer, 'world' | 'chats' | 'messages'>,
  port = 0,
): Promise<PageServer> {
  const listeners = new Set<(change: Change) => void>();
  const files = new Map<string, File>();
  const state: PageServer = {
    ...canned,
    url: '',
    clicks: [],
    sent: [],
    clocks: [],
    answer: () => ({}),
    push: (change) => {
      for (const listener of listeners) listener(change);
    },
    close: async () => {},
  };
  const app = new Hono();

  app.get('/', async (c) =>
    c.html(await readFile(join(ROOT, 'src/simulator/page/index.html'), 'utf8')),
  );
  app.get('/page/*', async (c) => {
    const path = normalize(c.req.path.slice('/page/'.length));
    const source = await readFile(join(ROOT, 'src/simulator/page', path), 'utf8');
    const isCode = path.endsWith('.ts');
    c.header('content-type', isCode ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8');
    return c.body(isCode ? stripTypeScriptTypes(source) : source);
  });
  app.get('/vendor/:name', async (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8');
    return c.body(await readFile(join(ROOT, VENDOR[c.req.param('name')] ?? ''), 'utf8'));
  });

  app.get('/pocket/world', (c) => c.json(state.world));
  app.get('/pocket/chats', (c) => c.json(state.chats));
  app.get('/pocket/messages', (c) => {
    const chat = c.req.query('chat');
    return c.json(state.messages.filter((m) => m.chatId === chat));
  });
  app.get('/pocket/stream', (c) =>
    streamSSE(c, async (stream) => {
      const listener = (change: Change) => void stream.writeSSE({ data: JSON.stringify(change) });
      listeners.add(listener);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      listeners.delete(listener);
    }),
  );
  app.post('/pocket/send', async (c) => {
    const input = await c.req.json<SendInput>();
    if (input.text === '出错') return c.json({ message: '此群已禁言' }, 400);
    state.sent.push(input);
    const person = state.world.people.find((p) => p.openId === input.as);
    const file = files.get(input.attachment ?? '');
    const message: ChatMessage = {
      messageId: `om_sent_${state.sent.length}`,
      chatId: input.chat,
      sender: { openId: input.as, name: person?.name ?? '', isBot: false },
      at: state.world.now,
      ...(input.parentId ? { parentId: input.parentId } : {}),
      content: file
        ? {
            type: 'file',
            attachment: {
              key: input.attachment ?? '',
              name: file.name,
              bytes: file.size,
              kind: 'file',
            },
          }
        : { type: 'text', text: input.text ?? '', mentions: [] },
    };
    state.messages.push(message);
    state.push({ kind: 'message', message });
    return c.json({ messageId: message.messageId });
  });
  app.post('/pocket/upload', async (c) => {
    const file = (await c.req.parseBody()).file;
    if (!(file instanceof File)) return c.json({ message: '没有文件' }, 400);
    const key = `file_${files.size + 1}`;
    files.set(key, file);
    return c.json({ key, name: file.name, bytes: file.size, kind: 'file' });
  });
  app.get('/pocket/files/:key', (c) => {
    c.header('content-type', 'image/svg+xml');
    return c.body(
      `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160"><rect width="320" height="160" fill="#c4f2ec"/><circle cx="160" cy="80" r="50" fill="#10a893"/></svg>`,
    );
  });
  app.get('/samples/:name', (c) => c.body('sample'));
  app.post('/pocket/click', async (c) => {
    const input = await c.req.json<ClickInput>();
    state.clicks.push(input);
    return c.json(await state.answer(input));
  });
  app.post('/pocket/recall', async (c) => {
    const { messageId } = await c.req.json<{ messageId: string }>();
    const found = state.messages.find((m) => m.messageId === messageId);
    if (found) {
      found.recalled = true;
      state.push({ kind: 'changed', message: found });
    }
    return c.json({});
  });
  app.post('/pocket/enter', (c) => c.json({}));
  app.post('/pocket/scope', async (c) => {
    state.world = { ...state.world, ...(await c.req.json<{ groupMessages: boolean }>()) };
    return c.json(state.world);
  });
  app.post('/pocket/clock', async (c) => {
    const { to } = await c.req.json<{ to: string }>();
    state.clocks.push(to);
    state.world = { ...state.world, now: to === 'next-month' ? '2026-03-01T01:00:00.000Z' : to };
    return c.json(state.world);
  });
  app.post('/pocket/reset', (c) => {
    state.messages = [];
    return c.json(state.world);
  });

  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }) as Server;
  await new Promise<void>((resolve) => {
    if (server.listening) resolve();
    else server.once('listening', resolve);
  });
  const address = server.address() as AddressInfo;
  state.url = `http://127.0.0.1:${address.port}/`;
  state.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return state;
}
