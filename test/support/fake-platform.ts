import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A message as the fake platform keeps it. */
type Delivered = {
  messageId: string;
  to: string;
  replyTo?: string;
  type: string;
  content: Record<string, unknown>;
  uuid: string;
  at: number;
};

/** What the platform does to the next matching call instead of carrying it out. */
export type Fault = {
  /** `POST send`, `POST reply` …: the last word of the route below. */
  on: string;
  /** Carry it out, then cut the connection. */
  lost?: boolean;
  /** Answer only after so many milliseconds; without a status, carry it out. */
  delayMs?: number;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Only calls of which the JSON body holds this. */
  holding?: string;
  times?: number;
};

export type FakePlatform = {
  baseUrl: string;
  delivered: Delivered[];
  patches: { messageId: string; content: Record<string, unknown> }[];
  calls: { name: string; authorization: string | undefined; contentType: string | undefined }[];
  /** Queues a fault. */
  fail: (fault: Fault) => void;
  /** What the console has granted and subscribed, as of the published version. */
  publish: (version: { scopes: string[]; events: string[] }) => void;
  /** What its web server says the time is, from now on. */
  setDate: (at: Date) => void;
  /** Forgets what was delivered, and the faults that were not met. */
  reset: () => void;
  /** Makes every token given out so far invalid. */
  expireTokens: () => void;
  close: () => Promise<void>;
};

/** The open-apis that the bot calls, over real HTTP, with the platform's rules for tokens and uuids. */
export async function startFakePlatform(options: {
  appSecret: string;
  files?: Record<string, Uint8Array<ArrayBuffer>>;
  /** Asked for each call: what goes wrong with it, beside the queued faults. */
  chaos?: (name: string) => Omit<Fault, 'on'> | undefined;
}): Promise<FakePlatform> {
  const delivered: Delivered[] = [];
  const patches: FakePlatform['patches'] = [];
  const calls: FakePlatform['calls'] = [];
  const faults: (Fault & { left: number })[] = [];
  let generation = 1;
  let messages = 0;
  let date: Date | undefined;
  let published: { scopes: string[]; events: string[] } = { scopes: [], events: [] };

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    if (date) c.header('date', date.toUTCString());
  });
  app.get('/', (c) => c.text('open platform'));
  app.use(async (c, next) => {
    const name = nameOf(c.req.method, c.req.path);
    const authorization = c.req.header('authorization');
    calls.push({ name, authorization, contentType: c.req.header('content-type') });
    if (name !== 'token' && authorization !== `Bearer t-${generation}`)
      return c.json({ code: 99991663, msg: 'token invalid' }, 400);
    const body = await c.req.raw.clone().text();
    const queued = faults.find(
      (f) => f.left > 0 && f.on === name && body.includes(f.holding ?? ''),
    );
    if (queued) queued.left--;
    const fault = queued ?? options.chaos?.(name);
    if (!fault) return next();
    if (fault.lost) {
      await next();
      // Guaranteed by @hono/node-server: the socket of this request.
      const { incoming } = c.env as { incoming: { socket: { destroy: () => void } } };
      incoming.socket.destroy();
      return;
    }
    if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    if (fault.delayMs && fault.status === undefined) return next();
    const status = fault.status ?? 200;
    const text = typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? {});
    return new Response(text, {
      status,
      headers: { 'content-type': 'application/json', ...fault.headers },
    });
  });

  app.post('/open-apis/auth/v3/tenant_access_token/internal', async (c) => {
    const { app_secret } = await c.req.json();
    if (app_secret !== options.appSecret) return c.json({ code: 10014, msg: 'app secret invalid' });
    return c.json({ code: 0, msg: 'ok', tenant_access_token: `t-${generation}`, expire: 7200 });
  });

  const deliver = (message: Omit<Delivered, 'messageId' | 'at'>) => {
    const known = delivered.find((d) => d.uuid === message.uuid);
    if (known) return known.messageId;
    const messageId = `om_${++messages}`;
    delivered.push({ ...message, messageId, at: Date.now() });
    return messageId;
  };

  app.post('/open-apis/im/v1/messages', async (c) => {
    const { receive_id, msg_type, content, uuid } = await c.req.json();
    const to = `${c.req.query('receive_id_type')}:${receive_id}`;
    const message_id = deliver({ to, type: msg_type, content: JSON.parse(content), uuid });
    return c.json({ code: 0, msg: 'success', data: { message_id } });
  });
  app.post('/open-apis/im/v1/messages/:id/reply', async (c) => {
    const { msg_type, content, uuid } = await c.req.json();
    const replyTo = c.req.param('id');
    const form = { to: '', replyTo, type: msg_type, content: JSON.parse(content), uuid };
    return c.json({ code: 0, msg: 'success', data: { message_id: deliver(form) } });
  });
  app.patch('/open-apis/im/v1/messages/:id', async (c) => {
    const { content } = await c.req.json();
    patches.push({ messageId: c.req.param('id'), content: JSON.parse(content) });
    return c.json({ code: 0, msg: 'success', data: {} });
  });
  app.get('/open-apis/im/v1/messages/:id/resources/:key', (c) => {
    const file = options.files?.[c.req.param('key')];
    if (!file) return c.json({ code: 234003, msg: 'file not in message' }, 400);
    return c.body(file, 200, { 'content-type': 'application/octet-stream' });
  });
  app.post('/open-apis/im/v1/files', async (c) => {
    const form = await c.req.formData();
    const file = form.get('file');
    if (!(file instanceof File)) return c.json({ code: 234001, msg: 'no file' }, 400);
    const file_key = `${form.get('file_type')}/${form.get('file_name')}/${file.size}`;
    return c.json({ code: 0, msg: 'success', data: { file_key } });
  });
  app.get('/open-apis/bot/v3/info', (c) =>
    c.json({ code: 0, msg: 'ok', bot: { app_name: '工信助手', open_id: 'ou_bot' } }),
  );
  app.get('/open-apis/application/v6/scopes', (c) =>
    c.json({
      code: 0,
      data: {
        scopes: published.scopes.map((scope_name) => ({
          scope_name,
          grant_status: 1,
          scope_type: 'tenant',
        })),
      },
    }),
  );
  app.get('/open-apis/application/v6/applications/:id', (c) =>
    c.json({ code: 0, data: { app: { app_id: c.req.param('id'), online_version_id: 'oav_1' } } }),
  );
  app.get('/open-apis/application/v6/applications/:id/app_versions/oav_1', (c) =>
    c.json({
      code: 0,
      data: {
        app_version: { event_infos: published.events.map((event_type) => ({ event_type })) },
      },
    }),
  );
  app.get('/open-apis/im/v1/chats/:id/members', (c) => {
    const second = c.req.query('page_token') === 'p2';
    const items = second
      ? [{ member_id: 'ou_2', name: '王' }]
      : [{ member_id: 'ou_1', name: '李' }];
    return c.json({ code: 0, data: { items, has_more: !second, page_token: second ? '' : 'p2' } });
  });
  app.get('/open-apis/im/v1/chats/:id', (c) =>
    c.json({ code: 0, data: { name: '工业经济工作群', chat_mode: 'group' } }),
  );
  app.get('/open-apis/contact/v3/users/:id', (c) => {
    if (c.req.param('id') === 'ou_far') return c.json({ code: 41050, msg: 'no authority' }, 400);
    return c.json({ code: 0, data: { user: { name: '李' } } });
  });

  const server = await new Promise<ServerType>((resolve) => {
    // A connection must not end on its own between two tests: that would be a fault nobody asked for.
    const serverOptions = { keepAliveTimeout: 300_000 };
    const s: ServerType = serve(
      { fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions },
      () => resolve(s),
    );
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    delivered,
    patches,
    calls,
    fail: (fault) => {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    publish: (version) => {
      published = version;
    },
    setDate: (at) => {
      date = at;
    },
    reset: () => {
      for (const list of [delivered, patches, calls, faults]) list.length = 0;
    },
    expireTokens: () => {
      generation++;
    },
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function nameOf(method: string, path: string): string {
  if (path.endsWith('/internal')) return 'token';
  if (path.endsWith('/messages')) return 'send';
  if (path.endsWith('/reply')) return 'reply';
  if (method === 'PATCH') return 'patch';
  if (path.includes('/resources/')) return 'download';
  if (path.endsWith('/files')) return 'upload';
  return path.split('/').at(-1) ?? '';
}
