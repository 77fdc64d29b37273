import { z } from 'zod';
import { readBody } from './body.ts';
import { parseJson } from './bounded-json.ts';
import { decodeUtf8, decrypt, decryptionKey, sameText, signatureOf } from './crypto.ts';

/** 加密策略 of the console: without both, nothing that arrives can be trusted. */
export type Security = { encryptKey: string; verificationToken: string };

export type Verified =
  | { kind: 'challenge'; challenge: string }
  /** `text` is the payload's JSON as the platform wrote it. */
  | { kind: 'payload'; payload: Payload; text: string }
  | { kind: 'refused'; status: 400 | 401 | 413; reason: Refusal };

export type Refusal =
  | 'too-large'
  | 'not-utf8'
  | 'not-json'
  | 'not-encrypted'
  | 'signature'
  | 'timestamp'
  | 'stale'
  | 'undecryptable'
  | 'token'
  | 'not-an-event';

/** Ids and type names are printable ASCII; anything else could not be stored as a key. */
const Name = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/** The envelope of every event and callback, schema 2.0. */
export const Payload = z.looseObject({
  schema: z.literal('2.0'),
  header: z.looseObject({
    event_id: Name,
    event_type: Name,
    token: z.string(),
    create_time: z.union([z.string(), z.number()]).optional(),
  }),
  event: z.looseObject({}),
});
export type Payload = z.infer<typeof Payload>;

const Encrypted = z.object({ encrypt: z.string() });
const UrlCheck = z.object({
  type: z.literal('url_verification'),
  challenge: z.string(),
  token: z.string(),
});

/** The platform re-pushes for about 7 hours, and no document says that a re-push is signed anew. */
const OLDEST_MS = 8 * 3_600_000;
const FURTHEST_AHEAD_MS = 5 * 60_000;

/** A URL check carries no signature, so only bodies as small as one are opened without it. */
const MAX_UNSIGNED_BYTES = 4_096;

/**
 * Decides whether a request comes from the platform: signature over the raw bytes, time window, decryption, token. The
 * check of a new request URL is the one thing accepted unsigned; its token must be right. `now` dates the time window.
 */
export function createVerifier(security: Security): (r: Request, now: Date) => Promise<Verified> {
  let key: Promise<CryptoKey> | undefined;
  return async (request, now) => {
    const body = await readBody(request);
    if (!body) return refused(413, 'too-large');
    // Not earlier: Workers forbid cryptography outside of a request.
    key ??= decryptionKey(security.encryptKey);
    return verify(body, request.headers, { security, key: await key, now });
  };
}

async function verify(
  raw: Uint8Array,
  headers: Headers,
  context: { security: Security; key: CryptoKey; now: Date },
): Promise<Verified> {
  const { security, now } = context;
  const stamp = await checkStamp(raw, headers, security.encryptKey, now);
  if (stamp !== 'good' && raw.length > MAX_UNSIGNED_BYTES) return refused(401, stamp);

  const outerText = decodeUtf8(raw);
  if (outerText === undefined) return refused(400, 'not-utf8');
  const outer = parseJson(outerText);
  if (outer === undefined) return refused(400, 'not-json');

  const encrypted = Encrypted.safeParse(outer);
  if (!encrypted.success) {
    return readUrlCheck(outer, security) ?? refused(stamp === 'good' ? 400 : 401, 'not-encrypted');
  }
  const text = await decrypt(encrypted.data.encrypt, context.key);
  if (text === undefined) return refused(401, stamp === 'good' ? 'undecryptable' : stamp);
  const inner = parseJson(text);
  const urlCheck = readUrlCheck(inner, security);
  if (urlCheck) return urlCheck;
  if (stamp !== 'good') return refused(401, stamp);

  const payload = Payload.safeParse(inner);
  if (!payload.success) return refused(400, 'not-an-event');
  if (!sameText(security.verificationToken, payload.data.header.token))
    return refused(401, 'token');
  return { kind: 'payload', payload: payload.data, text };
}

async function checkStamp(
  raw: Uint8Array,
  headers: Headers,
  encryptKey: string,
  now: Date,
): Promise<'good' | 'signature' | 'timestamp' | 'stale'> {
  const timestamp = headers.get('x-lark-request-timestamp') ?? '';
  const nonce = headers.get('x-lark-request-nonce') ?? '';
  const signature = headers.get('x-lark-signature');
  if (!signature) return 'signature';
  // The unit is not documented: seconds in practice, milliseconds are taken too.
  if (!/^(\d{10}|\d{13})$/.test(timestamp)) return 'timestamp';
  const expected = await signatureOf(raw, { timestamp, nonce }, encryptKey);
  if (!sameText(expected, signature)) return 'signature';
  const age = now.getTime() - Number(timestamp) * (timestamp.length === 10 ? 1000 : 1);
  return age > OLDEST_MS || age < -FURTHEST_AHEAD_MS ? 'stale' : 'good';
}

function readUrlCheck(value: unknown, security: Security): Verified | undefined {
  const check = UrlCheck.safeParse(value);
  if (!check.success) return undefined;
  return sameText(security.verificationToken, check.data.token)
    ? { kind: 'challenge', challenge: check.data.challenge }
    : refused(401, 'token');
}

function refused(status: 400 | 401 | 413, reason: Refusal): Verified {
  return { kind: 'refused', status, reason };
}
