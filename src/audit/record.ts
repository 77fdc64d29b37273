import type { Db } from '../db/db.ts';
import { type Change, insertAudit, insertChange } from './queries.ts';

/** Who did it, when, and by which message: passed through every use case that changes something. */
export type Act = { actor: string; at: Date; messageId?: string };

/** Writes one audit row in the transaction of the change it tells of. `detail` holds ids and figures, no message texts. */
export async function recordAudit(
  db: Db,
  act: Act,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await insertAudit(db, {
    at: act.at,
    actor: act.actor,
    action,
    subject,
    messageId: act.messageId ?? null,
    detail,
  });
}

/** Keeps what 撤销 needs to take back what `act` did; returns the change's id. */
export async function recordChange(
  db: Db,
  act: Act,
  change: Pick<Change, 'kind' | 'data'>,
  newId: () => string,
): Promise<string> {
  const id = newId();
  await insertChange(db, act, { ...change, id });
  return id;
}
