import { createHash, randomBytes } from 'node:crypto';

/** A fresh id such as `om_3f…`. */
export function freshId(prefix: string, bytes = 16): string {
  return prefix + randomBytes(bytes).toString('hex');
}

/** The same id for the same parts, so that people and their private chats survive a restart and a reset. */
export function derivedId(prefix: string, ...parts: string[]): string {
  return prefix + createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
