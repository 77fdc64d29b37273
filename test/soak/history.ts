import { sql } from 'drizzle-orm';
import { verifyAudit } from '../../src/audit/verify.ts';
import { type Db, rowsOf } from '../../src/db/db.ts';

/** What is still to be done. */
export type State = { inbox: number; outbox: number };

/** What the database says happened, to be compared with what the pocket Feishu saw. */
export type History = {
  inbox: { key: string; state: string; reason: string | null }[];
  outbox: {
    key: string;
    kind: string;
    state: string;
    messageId: string | null;
    toId: string;
    reason: string | null;
  }[];
  reports: { unit: string; month: number; status: string; messageId: string | null }[];
  audit: { rows: number; faults: unknown[]; outside: number };
};

export async function readState(db: Db, now: Date): Promise<State> {
  const result = await db.execute(sql`
    select (select count(*) from inbox where state = 'pending')::int as inbox,
      (select count(*) from outbox where state = 'pending'
        and "notBefore" <= ${now.toISOString()}::timestamptz)::int as outbox`);
  return rowsOf<State>(result)[0] ?? { inbox: -1, outbox: -1 };
}

export async function readHistory(db: Db): Promise<History> {
  const { rows, faults, outside } = await verifyAudit(db);
  const inbox = await db.execute(sql`select key, state, reason from inbox`);
  const outbox = await db.execute(
    sql`select key, kind, state, "messageId", "toId", reason from outbox`,
  );
  const reports = await db.execute(sql`
    select u.name as unit, o.months[1] as month, r.status, r."messageId"
    from reports r join occurrences o on o.id = r."occurrenceId" join units u on u.id = r."unitId"
    where r."withdrawnAt" is null`);
  return {
    inbox: rowsOf(inbox),
    outbox: rowsOf(outbox),
    reports: rowsOf(reports),
    audit: { rows, faults, outside },
  };
}
