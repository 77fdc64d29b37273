import type { Db } from '../db/db.ts';
import type { Recipient } from '../feishu/client.ts';
import { type ChatRow, listChats } from './chat-queries.ts';
import { type Contact, listContacts } from './people-queries.ts';

/** Who speaks for a unit: its main liaison, or the deputy while nothing reaches the main one. */
export function liaisonOf(contacts: Contact[], unitId: string): Contact | undefined {
  const of = (duty: Contact['duty']) =>
    contacts.find((c) => c.unitId === unitId && c.duty === duty && !c.unreachable);
  return of('main') ?? of('deputy');
}

/** The group in which a unit can be told something. */
export function groupOf(chats: ChatRow[], unitId: string): ChatRow | undefined {
  return chats.find((c) => c.unitId === unitId && c.active);
}

/** Where each of these units is told something: its liaison, else its group; units with neither are left out. */
export async function findRecipients(db: Db, unitIds: string[]): Promise<Map<string, Recipient>> {
  const contacts = await listContacts(db, unitIds);
  const chats = await listChats(db);
  const found = new Map<string, Recipient>();
  for (const unitId of unitIds) {
    const person = liaisonOf(contacts, unitId);
    const chat = groupOf(chats, unitId);
    if (person) found.set(unitId, { type: 'open_id', id: person.openId });
    else if (chat) found.set(unitId, { type: 'chat_id', id: chat.id });
  }
  return found;
}
