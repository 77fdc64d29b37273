import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVerifier } from '../../src/feishu/verify.ts';
import {
  encrypt,
  payloadOf,
  requestOf,
  SECURITY,
  signatureHeaders,
  signedRequest,
  textPayload,
} from '../support/signed.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const verify = createVerifier(SECURITY);

const hours = (n: number) => new Date(NOW.getTime() - n * 3_600_000);
const signed = (raw: string, at = NOW, options = {}) =>
  requestOf(raw, signatureHeaders(raw, at, options));
const sealed = (text: string, key?: string) => JSON.stringify({ encrypt: encrypt(text, key) });

test('an event that the platform encrypted and signed is taken', async () => {
  const payload = textPayload('第1项已完成');
  expect(await verify(signedRequest(payload, NOW), NOW)).toEqual({
    kind: 'payload',
    payload,
    text: JSON.stringify(payload),
  });
});

test('the ciphertext of the platform’s own documents opens', async () => {
  const raw = '{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}';
  const known = createVerifier({ encryptKey: 'test key', verificationToken: 't' });
  // It holds `hello world`, which is no JSON: opened, then refused for what it is.
  expect(await known(signed(raw, NOW, { encryptKey: 'test key' }), NOW)).toMatchObject({
    reason: 'not-an-event',
  });
});

test('the signature is that over the bytes as they came, spaces and escapes included', async () => {
  const payload = textPayload('你好');
  const raw = ` {"encrypt" :\n"${encrypt(JSON.stringify(payload)).replaceAll('/', '\\/')}"}`;
  expect(await verify(signed(raw), NOW)).toMatchObject({ kind: 'payload', payload });
});

test.each([
  ['7 hours and 59 minutes old', hours(7.98), 'payload'],
  ['8 hours and a minute old', hours(8.02), 'stale'],
  ['4 minutes ahead', hours(-0.066), 'payload'],
  ['6 minutes ahead', hours(-0.1), 'stale'],
])('a request that is %s: %s', async (_, at, expected) => {
  const result = await verify(signedRequest(textPayload('好'), at), NOW);
  expect(result.kind === 'refused' ? result.reason : result.kind).toBe(expected);
});

test('a timestamp in milliseconds is understood as well', async () => {
  const raw = sealed(JSON.stringify(textPayload('好')));
  expect(await verify(signed(raw, NOW, { inMs: true }), NOW)).toMatchObject({ kind: 'payload' });
  expect(await verify(signed(raw, hours(9), { inMs: true }), NOW)).toMatchObject({
    reason: 'stale',
  });
});

const urlCheck = (token: string) =>
  JSON.stringify({ type: 'url_verification', challenge: 'ajls384', token });

test('the check of a new address is answered, plain and encrypted, unsigned', async () => {
  const answer = { kind: 'challenge', challenge: 'ajls384' };
  const plain = urlCheck(SECURITY.verificationToken);
  expect(await verify(requestOf(plain, {}), NOW)).toEqual(answer);
  expect(await verify(requestOf(sealed(plain), {}), NOW)).toEqual(answer);
});

test('the check of an address with another token is refused, plain and encrypted', async () => {
  const refused = { kind: 'refused', status: 401, reason: 'token' };
  expect(await verify(requestOf(urlCheck('guess'), {}), NOW)).toEqual(refused);
  expect(await verify(requestOf(sealed(urlCheck('guess')), {}), NOW)).toEqual(refused);
  expect(await verify(signed(sealed(urlCheck('guess'))), NOW)).toEqual(refused);
});

const event = JSON.stringify(textPayload('好'));
const tokenless = payloadOf({ event_type: 'x' }, {});
tokenless.header.token = 'another';

test.each([
  ['unsigned', () => requestOf(sealed(event), {}), 401, 'signature'],
  [
    'signed with another key',
    () => signed(sealed(event), NOW, { encryptKey: 'k' }),
    401,
    'signature',
  ],
  ['not encrypted though signed', () => signed(event), 400, 'not-encrypted'],
  ['not encrypted and not signed', () => requestOf(event, {}), 401, 'not-encrypted'],
  ['encrypted with another key', () => signed(sealed(event, 'k')), 401, 'undecryptable'],
  ['of another token', () => signed(sealed(JSON.stringify(tokenless))), 401, 'token'],
  [
    'of the old schema',
    () => signed(sealed('{"type":"event_callback","uuid":"1"}')),
    400,
    'not-an-event',
  ],
  ['an array', () => signed(sealed('[]')), 400, 'not-an-event'],
  ['no JSON', () => signed('encrypt=1'), 400, 'not-json'],
  ['empty', () => signed(''), 400, 'not-json'],
  ['no UTF-8', () => requestOf(new Uint8Array([0xff, 0xfe]), {}), 400, 'not-utf8'],
] as const)('a request that is %s is refused', async (_, make, status, reason) => {
  expect(await verify(make(), NOW)).toEqual({ kind: 'refused', status, reason });
});

test('a body larger than a mebibyte is refused, announced or not', async () => {
  const raw = JSON.stringify({ encrypt: 'A'.repeat(1_048_576) });
  expect(await verify(signed(raw), NOW)).toMatchObject({ status: 413 });
  const endless = new ReadableStream<Uint8Array>({
    pull: (c) => c.enqueue(new Uint8Array(65_536)),
  });
  const request = new Request('http://app.test/webhook/event', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect(await verify(request, NOW)).toMatchObject({ status: 413 });
});

test('a body of a hundred thousand brackets is refused, outside and inside the encryption', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(await verify(signed(deep), NOW)).toMatchObject({ reason: 'not-json' });
  const objects = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  expect(await verify(signed(sealed(objects)), NOW)).toMatchObject({ reason: 'not-an-event' });
});

test('brackets inside of texts do not count as depth', async () => {
  const payload = textPayload(`${'（[{'.repeat(500)}\\"[`);
  expect(await verify(signedRequest(payload, NOW), NOW)).toMatchObject({ kind: 'payload' });
});

test('whatever one byte of a signed body is changed to, the request is refused', async () => {
  const raw = sealed(event);
  const headers = signatureHeaders(raw, NOW);
  const bytes = new TextEncoder().encode(raw);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, xor) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ xor;
        expect((await verify(requestOf(changed, headers), NOW)).kind).toBe('refused');
      },
    ),
    { numRuns: 500 },
  );
});

test('a signed body cut short anywhere, or with anything behind it, is refused', async () => {
  const raw = sealed(event);
  const headers = signatureHeaders(raw, NOW);
  await fc.assert(
    fc.asyncProperty(fc.nat(raw.length - 1), fc.string(), async (length, tail) => {
      const cut = raw.slice(0, length) + tail;
      fc.pre(cut !== raw);
      expect((await verify(requestOf(cut, headers), NOW)).kind).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

test('whatever JSON somebody signs with the right key, nothing but an event of ours is taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect((await verify(signed(sealed(JSON.stringify(value))), NOW)).kind).toBe('refused');
      expect((await verify(signed(JSON.stringify(value)), NOW)).kind).toBe('refused');
    }),
    { numRuns: 300 },
  );
});

test('a signature of another timestamp or nonce is refused', async () => {
  const raw = sealed(event);
  const headers = signatureHeaders(raw, NOW);
  for (const [name, value] of [
    ['x-lark-request-timestamp', String(NOW.getTime() / 1000 + 1)],
    ['x-lark-request-timestamp', 'soon'],
    ['x-lark-request-nonce', 'other'],
    ['x-lark-signature', createHash('sha256').update(raw).digest('hex')],
    ['x-lark-signature', ''],
  ] as const) {
    const result = await verify(requestOf(raw, { ...headers, [name]: value }), NOW);
    expect(result).toMatchObject({ kind: 'refused', status: 401 });
  }
});
