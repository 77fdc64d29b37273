import type { Db } from '../db/db.ts';
import type { Recipient } from '../feishu/client.ts';
import { listChats, listContacts } from './queries.ts';

/** Where each of these units is told something: its main liaison, else its group; units with neither are left out. */
export async function findRecipients(db: Db, unitIds: string[]): Promise<Map<string, Recipient>> {
  const contacts = await listContacts(db, unitIds);
  const chats = await listChats(db);
  const found = new Map<string, Recipient>();
  for (const unitId of unitIds) {
    const main = contacts.find((c) => c.unitId === unitId && c.duty === 'main' && !c.unreachable);
    const chat = chats.find((c) => c.unitId === unitId && c.active);
    if (main) found.set(unitId, { type: 'open_id', id: main.openId });
    else if (chat) found.set(unitId, { type: 'chat_id', id: chat.id });
  }
  return found;
}
