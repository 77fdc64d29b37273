import { type Act, recordAudit } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import { insertAdminCode, useAdminCode } from './chat-queries.ts';
import { findAnyRole, grantRole, upsertPerson } from './people-queries.ts';

const VALID_MINUTES = 30;
// No 0/O and 1/I: the code is read off a screen and typed on a phone.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Makes the one-time code that the start prints while no administrator is known; undefined when there is one. */
export async function issueAdminCode(db: Db, now: Date): Promise<string | undefined> {
  if (await findAnyRole(db, 'admin')) return undefined;
  const random = crypto.getRandomValues(new Uint8Array(8));
  const code = [...random].map((n) => LETTERS[n % LETTERS.length]).join('');
  const expiresAt = new Date(now.getTime() + VALID_MINUTES * 60_000);
  await insertAdminCode(db, { hash: await digest(code), expiresAt });
  return code;
}

/** 认领管理员 CODE: makes the sender an administrator; false when the code is wrong, used or older than 30 minutes. */
export async function claimAdmin(
  db: Db,
  act: Omit<Act, 'actor'>,
  input: { openId: string; name: string; code: string },
  newId: () => string,
): Promise<boolean> {
  if (!(await useAdminCode(db, await digest(input.code.trim().toUpperCase()), act.at)))
    return false;
  const person = await upsertPerson(db, { id: newId(), openId: input.openId, name: input.name });
  await grantRole(db, person.id, 'admin');
  await recordAudit(db, { ...act, actor: person.id }, 'admin.claimed', `person:${person.id}`);
  return true;
}

async function digest(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
}
