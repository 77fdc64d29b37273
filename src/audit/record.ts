import type { Db } from '../db/db.ts';
import { insertAudit } from './queries.ts';

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
