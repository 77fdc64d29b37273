import { Hono } from 'hono';
import { createVerifier, type Refusal, type Security } from '../feishu/verify.ts';
import type { Log } from '../log.ts';
import { faultText } from './handle.ts';
import { answerOf, type Receive } from './receive.ts';

/** What became of each request; counted for /metrics. */
export type WebhookOutcome =
  | 'challenge'
  | 'stored'
  | 'duplicate'
  | 'click'
  | 'click-late'
  | 'not-stored'
  | 'switched-off'
  | `refused-${Refusal}`;

/**
 * `POST /webhook/event` and `POST /webhook/card`: each takes events and clicks, so that one address in the console is
 * enough. 200 only after the event is stored. Without `security` (long connection) everything is refused.
 */
export function webhookRoutes(deps: {
  security: Security | undefined;
  receive: Receive;
  now: () => Date;
  log: Log;
  /** `milliseconds`: from the arrival to the answer. */
  count?: (outcome: WebhookOutcome, milliseconds: number) => void;
}): Hono {
  const app = new Hono();
  const verify = deps.security && createVerifier(deps.security);

  const take = async (request: Request): Promise<Response> => {
    const started = performance.now();
    const count = (outcome: WebhookOutcome) => deps.count?.(outcome, performance.now() - started);
    if (!verify) {
      count('switched-off');
      return Response.json({ error: 'events arrive by the long connection' }, { status: 403 });
    }
    const verified = await verify(request, deps.now());
    switch (verified.kind) {
      case 'challenge':
        count('challenge');
        return Response.json({ challenge: verified.challenge });
      case 'refused':
        count(`refused-${verified.reason}`);
        deps.log.warn({ reason: verified.reason, status: verified.status }, 'webhook refused');
        // Not the reason: it would tell a forger which of the checks was passed.
        return Response.json({ error: 'refused' }, { status: verified.status });
      case 'payload':
        return store(count, verified.payload, verified.text);
    }
  };

  const store = async (
    count: (outcome: WebhookOutcome) => void,
    ...[payload, text]: Parameters<Receive>
  ): Promise<Response> => {
    try {
      const received = await deps.receive(payload, text);
      count(received.kind === 'click' && received.late ? 'click-late' : received.kind);
      return Response.json(answerOf(received));
    } catch (error) {
      // Anything but 200 makes the platform push the event again: after 15 s, 5 min, 1 h, 6 h.
      count('not-stored');
      deps.log.error({ reason: faultText(error) }, 'event not stored');
      return Response.json({ error: 'not stored' }, { status: 503 });
    }
  };

  for (const path of ['/webhook/event', '/webhook/card']) {
    app.post(path, (c) => take(c.req.raw));
  }
  return app;
}
