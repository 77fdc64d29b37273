/** One part of a form. */
export type Part = { text: string; bytes: Uint8Array; fileName?: string };

const NAME = /[; ]name="((?:[^"\\]|\\.)*)"/i;
const FILE_NAME = /[; ]filename="((?:[^"\\]|\\.)*)"/i;

/**
 * The parts of a multipart/form-data body by name. The SDK on Node sends a Buffer as a part without a file name, which the
 * runtime's own `formData()` would decode as text and so spoil; here every part keeps its bytes.
 */
export function readMultipart(body: Uint8Array, contentType: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return parts;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = `\r\n--${boundary}`;
  let from = bytes.indexOf(`--${boundary}`);
  if (from < 0) return parts;
  from += delimiter.length - 2;
  for (;;) {
    const to = bytes.indexOf(delimiter, from);
    const head = bytes.indexOf('\r\n\r\n', from);
    if (to < 0 || head < 0 || head > to) return parts;
    const headers = bytes.toString('utf8', from, head);
    const name = NAME.exec(headers)?.[1];
    const fileName = FILE_NAME.exec(headers)?.[1];
    const content = new Uint8Array(bytes.subarray(head + 4, to));
    const text = fileName === undefined ? Buffer.from(content).toString('utf8') : '';
    if (name)
      parts.set(name, { text, bytes: content, ...(fileName === undefined ? {} : { fileName }) });
    from = to + delimiter.length;
  }
}
