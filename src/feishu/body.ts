import { readBounded } from './bounded-stream.ts';

/** The largest request body that is read. The platform's largest message is 150 KB before encryption and escapes. */
const MAX_BODY_BYTES = 1_048_576;

/**
 * A request's body, or undefined beyond 1 MiB. A length that is announced is believed first: the runtime itself holds the
 * body to it, and reading at once keeps node-server's fast path; without one the stream is read piece by piece.
 */
export async function readBody(request: Request): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('content-length');
  if (announced !== null && !request.headers.has('transfer-encoding')) {
    if (!(Number(announced) <= MAX_BODY_BYTES)) return undefined;
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > MAX_BODY_BYTES ? undefined : bytes;
  }
  return request.body ? readBounded(request.body, MAX_BODY_BYTES) : new Uint8Array();
}
