import type { Log } from '../log.ts';
import { readBounded } from './bounded-stream.ts';
import { type Endpoint, FeishuError } from './errors.ts';

/** What the SDK hands to its HTTP client; the rest of its options is of no use here. */
export type HttpOptions = {
  url?: string;
  method?: string;
  headers?: Record<string, unknown>;
  params?: Record<string, unknown>;
  data?: unknown;
  responseType?: string;
  timeout?: number;
  $return_headers?: boolean;
};

/** A larger download is refused while it is read: documents are a hundredth of it. */
const MAX_DOWNLOAD_BYTES = 50 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 8_000;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Faults before anything was sent: the platform certainly knows nothing of the call. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The SDK's HTTP client on `fetch`: the same on Node and on Workers, with a timeout on every call, no body on GET (the SDK
 * adds an empty one), and one kind of error: anything but code 0 is thrown as a `FeishuError`.
 */
export function createFetchHttp(options: { log: Log; timeoutMs?: number }) {
  const request = async (o: HttpOptions): Promise<unknown> => {
    const url = withParams(o.url ?? '', o.params);
    const method = (o.method ?? 'GET').toUpperCase();
    const endpoint = endpointOf(method, url.pathname);
    const isFile = o.responseType === 'stream' || o.responseType === 'arraybuffer';
    const timeout =
      o.timeout ?? (isFile ? DOWNLOAD_TIMEOUT_MS : (options.timeoutMs ?? DEFAULT_TIMEOUT_MS));
    try {
      const response = await fetch(url, {
        method,
        ...bodyOf(method, o),
        // Workers know no 'error': a redirect is read as the foreign answer it is.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      const data = await readAnswer(response, endpoint, isFile);
      return o.$return_headers ? { data, headers: Object.fromEntries(response.headers) } : data;
    } catch (cause) {
      const error = cause instanceof FeishuError ? cause : faultOf(endpoint, cause);
      const { code, httpStatus, logId, uncertain } = error;
      options.log.debug({ endpoint, code, httpStatus, logId, uncertain }, 'Feishu call failed');
      throw error;
    }
  };
  const verb = (method: string) => (url: string, o?: HttpOptions) => request({ ...o, url, method });
  const verbWithData = (method: string) => (url: string, data?: unknown, o?: HttpOptions) =>
    request({ ...o, url, method, data });
  return {
    request,
    get: verb('GET'),
    delete: verb('DELETE'),
    head: verb('HEAD'),
    options: verb('OPTIONS'),
    post: verbWithData('POST'),
    put: verbWithData('PUT'),
    patch: verbWithData('PATCH'),
  };
}

function withParams(address: string, params: Record<string, unknown> = {}): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
  }
  return url;
}

function bodyOf(method: string, o: HttpOptions): { headers: Headers; body?: string | FormData } {
  const headers = new Headers();
  for (const [name, value] of Object.entries(o.headers ?? {})) {
    if (value !== undefined && value !== null) headers.set(name, String(value));
  }
  if (method === 'GET' || method === 'HEAD' || o.data === undefined || o.data === null)
    return { headers };
  if ((headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    // fetch writes it again, with the boundary.
    headers.delete('content-type');
    return { headers, body: formOf(o.data) };
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return { headers, body: JSON.stringify(o.data) };
}

function formOf(data: object): FormData {
  const form = new FormData();
  const fields = Object.entries(data);
  const fileName = String(fields.find(([name]) => name === 'file_name')?.[1] ?? 'file');
  for (const [name, value] of fields) {
    if (value instanceof Uint8Array) form.append(name, new Blob([value.slice()]), fileName);
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}

/** Without a token the call itself was never made. */
const mayChange = (endpoint: Endpoint) => endpoint !== 'token';

async function readAnswer(r: Response, endpoint: Endpoint, isFile: boolean): Promise<unknown> {
  const isJson = (r.headers.get('content-type') ?? '').includes('json');
  if (isFile && r.ok && !isJson) return readFile(r, endpoint);
  const text = await r.text();
  const answer = jsonObject(text);
  const code = typeof answer?.code === 'number' ? answer.code : undefined;
  if (r.ok && code === 0) return answer;
  // A refused login has `error_description` where all others have `msg`.
  const said = answer?.msg ?? answer?.error_description;
  const message = typeof said === 'string' ? said : `HTTP ${r.status}`;
  throw new FeishuError(endpoint, {
    message: `${code ?? 'no code'} ${message}`,
    code,
    httpStatus: r.status,
    retryAfterMs: retryAfter(r.headers),
    logId: logIdOf(answer, r.headers),
    // A code is the platform's own word that it refused; a bare 5xx, a redirect or a foreign 200 may come from something between us.
    uncertain: mayChange(endpoint) && code === undefined && (r.status < 400 || r.status >= 500),
  });
}

async function readFile(response: Response, endpoint: Endpoint): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const bytes = await readBounded(response.body, MAX_DOWNLOAD_BYTES);
  if (bytes) return bytes;
  throw new FeishuError(endpoint, {
    message: `larger than ${MAX_DOWNLOAD_BYTES} bytes`,
    httpStatus: 413,
    uncertain: false,
  });
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function retryAfter(headers: Headers): number | undefined {
  const seconds = headers.get('x-ogw-ratelimit-reset') ?? headers.get('retry-after');
  return seconds !== null && /^\d+(\.\d+)?$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

function logIdOf(answer: Record<string, unknown> | undefined, headers: Headers) {
  const error = answer?.error;
  if (typeof error === 'object' && error !== null && 'log_id' in error) return String(error.log_id);
  return headers.get('x-tt-logid') ?? undefined;
}

function faultOf(endpoint: Endpoint, cause: unknown): FeishuError {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const name =
    reason instanceof Error && 'code' in reason && typeof reason.code === 'string'
      ? reason.code
      : cause instanceof Error
        ? cause.name
        : 'unknown fault';
  const uncertain = mayChange(endpoint) && !NOT_SENT.has(name);
  return new FeishuError(endpoint, { message: name, uncertain, cause });
}

/** Every call that is made, and the name under which its faults are treated. */
export const ENDPOINTS: [method: string, path: RegExp, endpoint: Endpoint][] = [
  ['POST', /\/auth\/v3\/tenant_access_token\/internal$/, 'token'],
  ['POST', /\/im\/v1\/messages$/, 'send'],
  ['POST', /\/im\/v1\/messages\/[^/]+\/reply$/, 'reply'],
  ['PATCH', /\/im\/v1\/messages\/[^/]+$/, 'patch'],
  ['GET', /\/im\/v1\/messages\/[^/]+\/resources\/[^/]+$/, 'download'],
  ['POST', /\/im\/v1\/files$/, 'upload'],
  ['GET', /\/bot\/v3\/info$/, 'bot-info'],
  ['GET', /\/im\/v1\/chats\/[^/]+\/members$/, 'chat-members'],
  ['GET', /\/im\/v1\/chats\/[^/]+$/, 'chat-info'],
  ['GET', /\/contact\/v3\/users\/find_by_department$/, 'directory'],
  ['GET', /\/contact\/v3\/(?:scopes|departments\/[^/]+(?:\/children)?)$/, 'directory'],
  ['GET', /\/contact\/v3\/users\/[^/]+$/, 'user'],
  ['POST', /\/speech_to_text\/v1\/speech\/file_recognize$/, 'speech'],
  ['GET', /\/docx\/v1\/documents\/[^/]+$/, 'document'],
  ['GET', /\/docs\/v1\/content$/, 'document'],
  ['GET', /\/wiki\/v2\/spaces\/get_node$/, 'document'],
  ['GET', /\/application\/v6\/scopes$/, 'app'],
  ['GET', /\/application\/v6\/applications\/[^/]+$/, 'app'],
  ['GET', /\/application\/v6\/applications\/[^/]+\/app_versions\/[^/]+$/, 'app'],
  ['POST', /\/authen\/v2\/oauth\/token$/, 'login'],
  ['GET', /\/authen\/v1\/user_info$/, 'login'],
];

function endpointOf(method: string, path: string): Endpoint {
  return ENDPOINTS.find(([m, pattern]) => m === method && pattern.test(path))?.[2] ?? 'other';
}
