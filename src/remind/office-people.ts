import type { Db } from '../db/db.ts';
import { enqueueAll, type OutgoingMessage } from '../outbox/enqueue.ts';
import { listPeopleWithRole, type PersonRow } from '../units/people-queries.ts';

/** Who of the office can be written to; administrators stand in where nobody is (CONTRACT section 6). */
export async function officePeople(db: Db): Promise<PersonRow[]> {
  const reachable = async (role: 'office' | 'admin') =>
    (await listPeopleWithRole(db, role)).filter((p) => !p.unreachable);
  const office = await reachable('office');
  return office.length > 0 ? office : reachable('admin');
}

/** Writes to each of the office in private, once under this key; `except` is the open_id of who is not told. */
export async function tellOffice(
  db: Db,
  message: Omit<OutgoingMessage, 'to'>,
  except?: string,
): Promise<void> {
  const people = (await officePeople(db)).filter((p) => p.openId !== except);
  await enqueueAll(
    db,
    people.map((p) => ({
      ...message,
      key: `${message.key}:${p.id}`,
      to: { type: 'open_id', id: p.openId },
    })),
  );
}
