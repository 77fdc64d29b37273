const HEADER = 27;
const MAGIC = 'OggS';

/**
 * The packets of an Ogg stream (RFC 3533, section 6): pages one after the other, each with a table of segment lengths; a
 * segment of 255 bytes goes on in the next one, also over the end of a page. What is cut off at the end is left out.
 */
export function packetsOf(bytes: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  let at = 0;
  while (at + HEADER <= bytes.length && isPage(bytes, at)) {
    const table = bytes.subarray(at + HEADER, at + HEADER + (bytes[at + 26] ?? 0));
    at += HEADER + table.length;
    for (const length of table) {
      if (at + length > bytes.length) return packets;
      parts.push(bytes.subarray(at, at + length));
      at += length;
      if (length === 255) continue;
      packets.push(Buffer.concat(parts));
      parts = [];
    }
  }
  return packets;
}

const isPage = (bytes: Uint8Array, at: number) =>
  [...MAGIC].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
