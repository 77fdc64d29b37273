import type { Db } from '../db/db.ts';
import { parseJson } from '../feishu/bounded-json.ts';
import { readCardAction, readEvent } from '../feishu/read-event.ts';
import { Payload } from '../feishu/verify.ts';
import type { Log } from '../log.ts';
import {
  type Handlers,
  handleRow,
  PATIENCE,
  type Patience,
  parkUntried,
  type Work,
} from './handle.ts';
import { type ClaimedRow, claimRows, isOvertaken } from './queries.ts';
import { workOff } from './work-off.ts';

/** Events that tell how something stands: of those about one chat or person only the newest counts. */
const STATES = [
  ['im.chat.member.bot.added_v1', 'im.chat.member.bot.deleted_v1', 'im.chat.disbanded_v1'],
  ['contact.user.updated_v3', 'contact.user.deleted_v3'],
];

/** Chats handled at the same time by one process. */
const AT_ONCE = 8;

export type Drained = { done: number; failed: number; parked: number; lost: number };

/**
 * Handles everything in the inbox that is due: the events of one chat in order, chats side by side. Safe to call at any
 * time and in any number of processes; returns when nothing is due. Rejects when the database or the bot's own identity
 * cannot be had: then nothing was lost, call it again.
 */
export async function drainInbox(
  deps: { db: Db; log: Log; botOpenId: () => Promise<string> },
  handlers: Handlers,
  options: {
    patience?: Patience;
    atOnce?: number;
    signal?: AbortSignal;
    /** Resolves when more has arrived: it is claimed beside what is in hand. */
    called?: () => Promise<void>;
    /** Called after each event. */
    onHandled?: () => void;
  } = {},
): Promise<Drained> {
  const patience = options.patience ?? PATIENCE;
  const bot = { openId: await deps.botOpenId() };
  const drained: Drained = { done: 0, failed: 0, parked: 0, lost: 0 };
  await workOff({
    claim: (limit) => claimRows(deps.db, limit, patience.leaseMs),
    work: async (row) => {
      const { run, park } = stepsFor(deps.db, row, bot, handlers);
      if (row.attempts > patience.pausesMs.length + 1) {
        await parkUntried(deps, row, park);
        drained.parked++;
        return;
      }
      const { kind } = await handleRow({ ...deps, patience }, row, { run, park });
      drained[kind]++;
      options.onHandled?.();
    },
    atOnce: options.atOnce ?? AT_ONCE,
    signal: options.signal,
    called: options.called,
  });
  return drained;
}

function stepsFor(db: Db, row: ClaimedRow, bot: { openId: string }, handlers: Handlers) {
  const payload = Payload.safeParse(parseJson(row.payload)).data;
  const action = payload && readCardAction(payload);
  if (action) {
    return {
      // A click whose process died: nobody waits for the answer any more, the card itself is refreshed.
      run: async (work: Work) => {
        await handlers.lateAnswer(db, action, await handlers.card(action, work));
      },
      park: (tx: Db) => handlers.parked(tx, action),
    };
  }
  const event = payload ? readEvent(payload, bot) : ({ kind: 'other', type: row.type } as const);
  const states = STATES.find((types) => types.includes(row.type));
  return {
    run: async (work: Work) => {
      // Pushed again after what it tells of has changed once more.
      if (states && (await isOvertaken(db, row.key, states))) return;
      await handlers.event(event, work);
    },
    park: (tx: Db) => handlers.parked(tx, event),
  };
}
