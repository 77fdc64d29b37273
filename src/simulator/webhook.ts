import type { Clock } from '../clock.ts';
import { encrypt, sign } from './crypto.ts';
import { freshId } from './ids.ts';
import type { SimulatedApp } from './options.ts';
import type { Reply, Transport } from './push.ts';

/** Encrypted, signed POSTs to `{base}/webhook/event`, each to be answered within `deadlineMs` of real time. */
export function webhookTransport(
  app: SimulatedApp,
  clock: Clock,
  deadlineMs: number,
  baseOf: () => string,
): Transport {
  return async (envelope) => {
    const base = baseOf();
    if (!base) return { kind: 'failed', why: 'no-address' };
    const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(envelope), app.encryptKey) });
    const timestamp = String(Math.floor(clock.now().getTime() / 1000));
    const nonce = freshId('', 8);
    try {
      const response = await fetch(`${base}/webhook/event`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(deadlineMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-lark-request-timestamp': timestamp,
          'x-lark-request-nonce': nonce,
          'x-lark-signature': sign(timestamp, nonce, app.encryptKey, body),
        },
        body,
      });
      return { kind: 'answered', status: response.status, body: await response.text() };
    } catch (error) {
      return { kind: 'failed', why: whyFailed(error) };
    }
  };
}

function whyFailed(error: unknown): Extract<Reply, { kind: 'failed' }>['why'] {
  if (!(error instanceof Error)) return 'connection';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'dns' : 'connection';
}
