import fc from 'fast-check';
import { encrypt, signatureHeaders, textPayload } from './signed.ts';

const ROUTES = ['/webhook/event', '/webhook/card'];

/** The ways in which somebody without the keys, or on the way between, tries to get an event in. */
export const forgedWays = fc.oneof(
  fc.record({ way: fc.constant('unsigned' as const), path: fc.constantFrom(...ROUTES) }),
  fc.record({ way: fc.constant('other-key' as const), key: fc.string() }),
  fc.record({
    way: fc.constant('mutated' as const),
    at: fc.nat(),
    xor: fc.integer({ min: 1, max: 127 }),
  }),
  fc.record({ way: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ way: fc.constant('old' as const), hours: fc.integer({ min: 9, max: 90_000 }) }),
  fc.record({ way: fc.constant('ahead' as const), hours: fc.integer({ min: 1, max: 9_000 }) }),
  fc.record({ way: fc.constant('large' as const), extra: fc.nat(9_999) }),
  fc.record({ way: fc.constant('deep' as const), levels: fc.integer({ min: 33, max: 20_000 }) }),
  fc.record({ way: fc.constant('junk' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
);

type Way = typeof forgedWays extends fc.Arbitrary<infer T> ? T : never;

export type ForgedRequest = {
  path: string;
  raw: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
};

/** A request that must be refused; `now` is the time of the receiver. */
export function forge(how: Way, now: Date): ForgedRequest {
  const path = '/webhook/event';
  const raw = JSON.stringify({ encrypt: encrypt(JSON.stringify(textPayload('转账'))) });
  const headers = signatureHeaders(raw, now);
  const bytes = new TextEncoder().encode(raw);
  switch (how.way) {
    case 'unsigned':
      return { path: how.path, raw, headers: {} };
    case 'other-key':
      return { path, raw, headers: signatureHeaders(raw, now, { encryptKey: how.key }) };
    case 'mutated': {
      const at = how.at % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ how.xor;
      return { path, raw: bytes, headers };
    }
    case 'cut':
      return { path, raw: bytes.slice(0, how.at % bytes.length), headers };
    case 'old':
    case 'ahead': {
      const hours = how.way === 'old' ? -how.hours : how.hours;
      const at = new Date(now.getTime() + hours * 3_600_000);
      return { path, raw, headers: signatureHeaders(raw, at) };
    }
    case 'large': {
      const large = JSON.stringify({ encrypt: 'A'.repeat(1_048_576 + how.extra) });
      return { path, raw: large, headers: signatureHeaders(large, now) };
    }
    case 'deep': {
      const deep = '{"a":'.repeat(how.levels);
      return { path, raw: deep, headers: signatureHeaders(deep, now) };
    }
    case 'junk':
      return { path, raw: how.bytes.slice(), headers };
  }
}
