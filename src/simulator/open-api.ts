import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import type { Fault } from './faults.ts';
import { freshId } from './ids.ts';
import { type Json, parseJson } from './json.ts';
import { type Part, readMultipart } from './multipart.ts';
import type { Pocket } from './pocket.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

export type Server = Hono<{ Bindings: HttpBindings }>;
type RequestContext = Context<{ Bindings: HttpBindings }>;

/** One call, as a handler sees it. */
export type OpenCall = {
  param: (name: string) => string;
  query: (name: string) => string | undefined;
  queries: (name: string) => string[];
  body: Json;
  form: () => Promise<Map<string, Part>>;
  /** Who the user token belongs to, where one is asked for. */
  openId: string;
};

/** What a handler gives: `data` of the envelope, a whole body, or bytes. */
export type OpenAnswer =
  | { kind: 'data'; data?: Json }
  | { kind: 'body'; body: Json; status?: number }
  | { kind: 'bytes'; bytes: Uint8Array; name: string }
  | Refusal;

type Access = 'tenant' | 'user' | 'anyone';

/** Declares an endpoint: its faults, token, rate limit and envelope are the same for all. */
export type Declare = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  handle: (call: OpenCall) => OpenAnswer | Promise<OpenAnswer>,
  access?: Access,
) => void;

const MOST_CALLS_KEPT = 20_000;

export function openApi(pocket: Pocket, server: Server): Declare {
  return (method, path, handle, access = 'tenant') => {
    const endpoint = `${method} ${path}`;
    server.on(method, path, async (c) => {
      const fault = pocket.faults.take(endpoint);
      const note = (status: number, code: number) => {
        const at = Date.now();
        pocket.calls.push({ endpoint, status, code, at, ...(fault ? { fault: fault.kind } : {}) });
        if (pocket.calls.length > MOST_CALLS_KEPT) pocket.calls.splice(0, MOST_CALLS_KEPT / 10);
      };
      if (fault?.kind === 'cut') return cut(c, () => note(0, 0));
      if (fault?.kind === 'delay') await new Promise((done) => setTimeout(done, fault.ms));
      const answer =
        fault?.kind === 'answer'
          ? answerOfFault(fault)
          : await carryOut(pocket, c, { endpoint, handle, access });
      if (fault?.kind === 'answer-lost') return cut(c, () => note(0, 0));
      const { response, code } = respond(c, answer);
      note(response.status, code);
      return response;
    });
  };
}

function cut(c: RequestContext, note: () => void): Response {
  note();
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

function answerOfFault(fault: Extract<Fault, { kind: 'answer' }>): Refusal {
  const { status, code, headers } = fault;
  const base = refuse(code ?? status, undefined, status);
  return { ...base, ...(fault.msg ? { msg: fault.msg } : {}), ...(headers ? { headers } : {}) };
}

async function carryOut(
  pocket: Pocket,
  c: RequestContext,
  what: { endpoint: string; handle: Parameters<Declare>[2]; access: Access },
): Promise<OpenAnswer> {
  const caller = identify(pocket, c.req.header('authorization'), what.access);
  if (isRefusal(caller)) return caller;
  const wait = what.access === 'tenant' ? pocket.meter.endpoint(what.endpoint) : 0;
  if (wait > 0) {
    const headers = { 'x-ogw-ratelimit-limit': '1000', 'x-ogw-ratelimit-reset': String(wait) };
    return { ...refuse(99991400, undefined, 429), headers };
  }
  const body = await readBody(c);
  if (body === undefined) return refuse(9499);
  return what.handle({
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    queries: (name) => c.req.queries(name) ?? [],
    body,
    form: async () =>
      readMultipart(new Uint8Array(await c.req.arrayBuffer()), c.req.header('content-type') ?? ''),
    openId: caller.openId,
  });
}

function identify(
  pocket: Pocket,
  header: string | undefined,
  access: Access,
): { openId: string } | Refusal {
  if (access === 'anyone') return { openId: '' };
  if (!header) return refuse(99991661);
  const token = header.replace(/^Bearer\s+/i, '');
  if (access === 'tenant')
    return pocket.tokens.isTenantToken(token) ? { openId: '' } : refuse(99991663);
  const user = pocket.tokens.user(token);
  if (user.kind === 'user') return { openId: user.openId };
  return refuse(user.kind === 'expired' ? 99991677 : 99991668, undefined, 401);
}

// GET requests of the SDK carry `{}`; uploads are read as a form by their handler.
async function readBody(c: RequestContext): Promise<Json | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (c.req.method === 'GET' || type.startsWith('multipart/form-data')) return {};
  if (type.startsWith('application/x-www-form-urlencoded')) return {};
  const text = await c.req.text();
  return text.trim() === '' ? {} : parseJson(text);
}

function respond(c: RequestContext, answer: OpenAnswer): { response: Response; code: number } {
  const logId = freshId('', 10);
  c.header('x-tt-logid', logId);
  switch (answer.kind) {
    case 'data':
      return { response: c.json({ code: 0, msg: 'success', data: answer.data ?? {} }), code: 0 };
    case 'body': {
      const { body, status = 200 } = answer;
      const code = typeof body.code === 'number' ? body.code : 0;
      return { response: new Response(JSON.stringify(body), withType(status)), code };
    }
    case 'bytes': {
      const name = encodeURIComponent(answer.name);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-length': String(answer.bytes.length),
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      };
      return { response: new Response(new Blob([answer.bytes.slice()]), { headers }), code: 0 };
    }
    case 'refused': {
      const { code, msg, status, headers } = answer;
      const body = { code, msg, error: { log_id: logId } };
      return { response: new Response(JSON.stringify(body), withType(status, headers)), code };
    }
  }
}

function withType(status: number, headers: Record<string, string> = {}): ResponseInit {
  return { status, headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } };
}
