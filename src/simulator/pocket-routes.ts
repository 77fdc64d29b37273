import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { click } from './click.ts';
import { freshId } from './ids.ts';
import { imageKind } from './image-kind.ts';
import { asList, asText, isJson, type Json, parseJson } from './json.ts';
import type { Server } from './open-api.ts';
import {
  chatFor,
  type Denied,
  enterChat,
  isDenied,
  messageFor,
  recallAsPerson,
  sendAsPerson,
} from './people.ts';
import type { Pocket } from './pocket.ts';
import type { Change } from './pocket-api.ts';
import { attachmentOf, toChatMessage, toChatRows, toWorld } from './view.ts';
import { nextFirstAtNine } from './wall-clock.ts';
import { say } from './wording.ts';

const MOST_UPLOAD = 100 * 1024 * 1024;
const HEARTBEAT_MS = 20_000;

/** What the chat page asks and does; see pocket-api.ts. */
export function declarePocket(pocket: Pocket, server: Server, reset: () => Promise<void>): void {
  const { store, changes } = pocket;
  const denied = (c: Context, { message }: Denied) => c.json({ message }, 400);
  const person = (c: Context) => c.req.query('as') ?? '';

  server.get('/pocket/world', (c) => c.json(toWorld(pocket)));
  server.get('/pocket/chats', (c) =>
    pocket.directory.person(person(c))
      ? c.json(toChatRows(pocket, person(c)))
      : c.json({ message: say.unknownPerson }, 404),
  );
  server.get('/pocket/messages', (c) => {
    const chat = chatFor(pocket, person(c), c.req.query('chat') ?? '');
    if (isDenied(chat)) return denied(c, chat);
    store.markSeen(person(c), chat.chatId);
    return c.json(store.messagesOf(chat.chatId).map((m) => toChatMessage(pocket, m)));
  });
  server.get('/pocket/stream', (c) => {
    const openId = person(c);
    if (!pocket.directory.person(openId)) return c.json({ message: say.unknownPerson }, 404);
    return streamSSE(c, async (stream) => {
      const comment = () => void stream.write(': still here\n\n');
      // The first bytes make the browser's connection open.
      comment();
      await new Promise<void>((done) => {
        const heartbeat = setInterval(comment, HEARTBEAT_MS).unref();
        const send = (change: Change) => void stream.writeSSE({ data: JSON.stringify(change) });
        const stop = changes.listen(send, openId);
        stream.onAbort(() => {
          clearInterval(heartbeat);
          stop();
          done();
        });
      });
    });
  });

  server.post('/pocket/send', async (c) => {
    const body = await readBody(c);
    if (!body) return c.json({ message: say.badBody }, 400);
    const sent = sendAsPerson(pocket, {
      as: asText(body.as) ?? '',
      chat: asText(body.chat) ?? '',
      text: asText(body.text),
      mentions: asList(body.mentions).map(String),
      attachment: asText(body.attachment),
      parentId: asText(body.parentId),
    });
    return isDenied(sent) ? denied(c, sent) : c.json({ messageId: sent.messageId });
  });
  server.post('/pocket/click', async (c) => {
    const body = await readBody(c);
    if (!body) return c.json({ message: say.badBody }, 400);
    const openId = asText(body.as) ?? '';
    const message = messageFor(pocket, openId, asText(body.messageId) ?? '');
    if (isDenied(message)) return denied(c, message);
    if (message.type !== 'interactive') return c.json({ message: say.notACard }, 400);
    const { action } = body;
    if (!isJson(action) || !asText(action.tag)) return c.json({ message: say.badAction }, 400);
    return c.json(await click(pocket, openId, message, action));
  });
  server.post('/pocket/recall', async (c) => {
    const body = (await readBody(c)) ?? {};
    const no = recallAsPerson(pocket, asText(body.as) ?? '', asText(body.messageId) ?? '');
    return no ? denied(c, no) : c.json({});
  });
  server.post('/pocket/enter', async (c) => {
    const body = (await readBody(c)) ?? {};
    const no = enterChat(pocket, asText(body.as) ?? '', asText(body.chat) ?? '');
    return no ? denied(c, no) : c.json({});
  });

  server.post('/pocket/scope', async (c) => {
    const body = await readBody(c);
    if (typeof body?.groupMessages !== 'boolean') return c.json({ message: say.badBody }, 400);
    store.setGroupMessages(body.groupMessages);
    changes.tell({ kind: 'world', world: toWorld(pocket) }, 'everybody');
    return c.json(toWorld(pocket));
  });
  server.post('/pocket/clock', async (c) => {
    const body = (await readBody(c)) ?? {};
    const to = body.to === 'next-month' ? nextMonth(pocket) : new Date(String(body.to));
    if (Number.isNaN(to.getTime())) return c.json({ message: say.badInstant }, 400);
    if (to < pocket.clock.now()) return c.json({ message: say.clockBack }, 400);
    pocket.clock.set(to);
    return c.json(toWorld(pocket));
  });
  server.post('/pocket/reset', async (c) => {
    await reset();
    return c.json(toWorld(pocket));
  });
  declareFiles(pocket, server);
}

function nextMonth(pocket: Pocket): Date {
  const { nextMonthCard, timeZone } = pocket.options;
  return nextMonthCard?.() ?? nextFirstAtNine(pocket.clock.now(), timeZone);
}

function declareFiles(pocket: Pocket, server: Server): void {
  server.post('/pocket/upload', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MOST_UPLOAD)
      return c.json({ message: say.fileTooLarge }, 413);
    const form = await c.req.formData().catch(() => undefined);
    const file = form?.get('file');
    if (!(file instanceof File)) return c.json({ message: say.noFile }, 400);
    if (file.size === 0) return c.json({ message: say.emptyFile }, 400);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return c.json(upload(pocket, file.name, bytes));
  });
  server.get('/pocket/files/:key', async (c) => {
    const file = pocket.store.file(c.req.param('key'));
    const bytes = file && (await pocket.store.bytesOf(file.key));
    if (!bytes) return c.json({ message: say.unknownFile }, 404);
    return asDownload(file.name, bytes);
  });
  server.get('/pocket/samples/:index', async (c) => {
    const sample = pocket.options.samples[Number(c.req.param('index'))];
    if (!sample) return c.json({ message: say.unknownFile }, 404);
    return asDownload(sample.name, await sample.bytes());
  });
}

/** Keeps a file that a person wants to send. */
export function upload(pocket: Pocket, name: string, bytes: Uint8Array) {
  const kind = imageKind(bytes) ? 'image' : 'file';
  const key = freshId(kind === 'image' ? 'img_v3_' : 'file_v3_');
  pocket.store.addFile({ key, name, kind, bytes: bytes.length, owner: 'people' }, bytes);
  return attachmentOf(pocket, key);
}

// Images are shown in the page; everything else is only ever saved.
function asDownload(name: string, bytes: Uint8Array): Response {
  const image = imageKind(bytes);
  const type = image ? `image/${image}` : 'application/octet-stream';
  return new Response(new Blob([bytes.slice()]), {
    headers: {
      'content-type': type,
      'content-disposition': `${image ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
  });
}

async function readBody(c: Context): Promise<Json | undefined> {
  return parseJson(await c.req.text());
}
