import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * What the platform puts into `{"encrypt": …}`: base64 of the iv and AES-256-CBC under SHA-256 of the Encrypt Key.
 * `iv` (16 bytes) is random unless a test fixes it.
 */
export function encrypt(
  text: string,
  encryptKey: string,
  iv: Uint8Array = randomBytes(16),
): string {
  const key = createHash('sha256').update(encryptKey, 'utf8').digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** `X-Lark-Signature`: lower-case hex SHA-256 of timestamp, nonce, Encrypt Key and the raw body. */
export function sign(timestamp: string, nonce: string, encryptKey: string, body: string): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey, 'utf8')
    .update(body, 'utf8')
    .digest('hex');
}
