/** Thrown by readers for bytes that are no text in any encoding people use. */
class NotText extends Error {}

/** Text of a plain file: by its byte order mark, else UTF-8, else GB18030 (which covers GBK and GB2312). */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\0')) throw new NotText();
  return text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new NotText();
}
