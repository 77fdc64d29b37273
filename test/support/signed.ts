import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';

/** Keys as the console would show them; the tests' platform and application share them. */
export const SECURITY = { encryptKey: 'kQ3-test-encrypt-key', verificationToken: 'vT-test-token' };

/** base64(iv || AES-256-CBC) as the platform encrypts. */
export function encrypt(text: string, encryptKey = SECURITY.encryptKey): string {
  const iv = randomBytes(16);
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** The three headers over a raw body. */
export function signatureHeaders(
  raw: string,
  at: Date,
  options: { encryptKey?: string; inMs?: boolean } = {},
): Record<string, string> {
  const ms = at.getTime();
  const timestamp = String(options.inMs ? ms : Math.floor(ms / 1000));
  const nonce = randomUUID();
  const key = options.encryptKey ?? SECURITY.encryptKey;
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': createHash('sha256')
      .update(timestamp + nonce + key)
      .update(raw)
      .digest('hex'),
  };
}

/** A request as the platform sends it: encrypted and signed. */
export function signedRequest(payload: unknown, at: Date, path = '/webhook/event'): Request {
  const raw = JSON.stringify({ encrypt: encrypt(JSON.stringify(payload)) });
  return requestOf(raw, signatureHeaders(raw, at), path);
}

/** A request with its length announced, as every HTTP client does for a body it has whole. */
export function requestOf(
  raw: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  path = '/webhook/event',
): Request {
  const length = typeof raw === 'string' ? Buffer.byteLength(raw) : raw.length;
  return new Request(`http://app.test${path}`, {
    method: 'POST',
    body: raw,
    headers: { ...headers, 'content-length': String(length) },
  });
}

type Header = { event_id?: string; event_type: string; create_time?: string };

/** The envelope of schema 2.0. */
export function payloadOf(header: Header, event: Record<string, unknown>) {
  return {
    schema: '2.0' as const,
    header: {
      event_id: randomUUID(),
      create_time: '1772413200000',
      token: SECURITY.verificationToken,
      app_id: 'cli_a1b2c3d4e5f60718',
      tenant_key: 'tenant1',
      ...header,
    },
    event,
  };
}

/** A text message of a person. */
export function textPayload(
  text: string,
  message: Record<string, unknown> = {},
  sender: Record<string, unknown> = {},
) {
  return payloadOf(
    { event_type: 'im.message.receive_v1' },
    {
      sender: {
        sender_id: { open_id: 'ou_li', union_id: 'on_li' },
        sender_type: 'user',
        ...sender,
      },
      message: {
        message_id: `om_${randomUUID()}`,
        chat_id: 'oc_group',
        chat_type: 'group',
        message_type: 'text',
        create_time: '1772413200000',
        content: JSON.stringify({ text }),
        ...message,
      },
    },
  );
}

/** A click on a card. */
export function clickPayload(action: Record<string, unknown>, messageId = 'om_card') {
  return payloadOf(
    { event_type: 'card.action.trigger', create_time: '1772413200000000' },
    {
      operator: { open_id: 'ou_li', union_id: 'on_li', tenant_key: 'tenant1' },
      token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
      action,
      host: 'im_message',
      context: { open_message_id: messageId, open_chat_id: 'oc_group' },
    },
  );
}
