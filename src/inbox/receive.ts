import type { Db } from '../db/db.ts';
import { CARD_CLICK, readEnvelope } from '../feishu/envelope.ts';
import type { CardAction, CardAnswer } from '../feishu/event.ts';
import { readCardAction } from '../feishu/read-event.ts';
import type { Payload } from '../feishu/verify.ts';
import type { Log } from '../log.ts';
import { type Handlers, handleRow, PATIENCE, type Patience } from './handle.ts';
import { createStore } from './store.ts';
import { clickFailed, clickInHand } from './wording.ts';

/** The platform gives a click 3 seconds; one of them is the way there and back. */
const CLICK_DEADLINE_MS = 2_000;

export type Received =
  | { kind: 'stored' | 'duplicate' }
  | { kind: 'click'; answer: CardAnswer; late: boolean };

/** Takes in a verified payload, whichever way it came. Resolves only after it is stored; rejects when it cannot be. */
export type Receive = (payload: Payload, text: string) => Promise<Received>;

/**
 * The one door for everything that arrives, webhook and long connection alike. `onStored` starts a drain; `background`
 * keeps the process at work that outlives the answer (Workers: `ctx.waitUntil`).
 */
export function createReceiver(deps: {
  db: Db;
  log: Log;
  now: () => Date;
  handlers: Pick<Handlers, 'card' | 'parked' | 'lateAnswer'>;
  onStored: () => void;
  background?: (work: Promise<unknown>) => void;
  clickDeadlineMs?: number;
  patience?: Patience;
}): Receive {
  const { db, log, handlers, patience = PATIENCE } = deps;
  const store = createStore(db, patience.leaseMs);

  return async (payload, text) => {
    const arrived = performance.now();
    const action = readCardAction(payload);
    const envelope = readEnvelope(payload, deps.now());
    const isNew = await store({ ...envelope, payload: text, claimed: action !== undefined });
    if (!isNew) return { kind: 'duplicate' };
    if (action) return answerClick(envelope.key, action, text, performance.now() - arrived);
    deps.onStored();
    return { kind: 'stored' };
  };

  /** `waited`: milliseconds of the deadline that storing has used up. */
  async function answerClick(
    key: string,
    action: CardAction,
    text: string,
    waited: number,
  ): Promise<Received> {
    const row = { key, type: CARD_CLICK, payload: text, attempts: 1 };
    const left = (deps.clickDeadlineMs ?? CLICK_DEADLINE_MS) - waited;
    const began = performance.now();
    let isLate = false;
    let hasFailed = false;
    const handled = handleRow({ db, log, patience }, row, {
      run: async (work) => {
        const answer = await handlers.card(action, work);
        // A thread that was kept busy tells of the deadline only when it is long over: the platform has given up by then.
        const isOver = isLate || performance.now() - began > left;
        if (isOver) await handlers.lateAnswer(db, action, answer);
        return answer;
      },
      // Who is told at once that it failed clicks again; who was told 处理中 waits for us.
      comesBack: () => {
        hasFailed = true;
        return isLate;
      },
      park: async (tx) => {
        if (isLate) await handlers.parked(tx, action);
      },
    });
    const deadline = timer(left);
    const first = await Promise.race([handled, deadline.over]);
    deadline.stop();
    if (first === 'over' && !hasFailed) {
      isLate = true;
      deps.background?.(handled);
      return { kind: 'click', answer: clickInHand, late: true };
    }
    const outcome = await handled;
    const answer = outcome.kind === 'done' ? outcome.result : clickFailed;
    return { kind: 'click', answer, late: false };
  }
}

/** What the platform is answered: nothing for an event; for a click the toast and the card, as an object, never a string. */
export function answerOf(received: Received): Record<string, unknown> {
  if (received.kind !== 'click') return {};
  const { toast, card } = received.answer;
  return { ...(toast ? { toast } : {}), ...(card ? { card: { type: 'raw', data: card } } : {}) };
}

function timer(ms: number): { over: Promise<'over'>; stop: () => void } {
  let id: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<'over'>((resolve) => {
    id = setTimeout(() => resolve('over'), ms);
  });
  return { over, stop: () => clearTimeout(id) };
}
