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

/** A person or group of a unit; `speaks`: its liaison, deputy or group, and not just one of its people. */
export type Place = { to: Recipient; name: string; speaks: boolean };

/** Everywhere each of these units can be told something: liaison, deputy, group, then its other people. */
export async function findPlaces(db: Db, unitIds: string[]): Promise<Map<string, Place[]>> {
  const contacts = await listContacts(db, unitIds);
  const chats = await listChats(db);
  return new Map(
    unitIds.map((unitId) => {
      const people = contacts.filter((c) => c.unitId === unitId && !c.unreachable);
      const chat = groupOf(chats, unitId);
      const [speakers, others] = [true, false].map((speaks) =>
        people
          .filter((c) => (c.duty !== 'member') === speaks)
          .map(
            ({ openId, name }) => ({ to: { type: 'open_id', id: openId }, name, speaks }) as const,
          ),
      );
      const group =
        chat && ({ to: { type: 'chat_id', id: chat.id }, name: chat.name, speaks: true } as const);
      return [unitId, [...(speakers ?? []), ...(group ? [group] : []), ...(others ?? [])]];
    }),
  );
}

/** Where each of these units is told something: its liaison, else its group; units with neither are left out. */
export async function findRecipients(db: Db, unitIds: string[]): Promise<Map<string, Recipient>> {
  const places = await findPlaces(db, unitIds);
  return new Map(
    [...places].flatMap(([unitId, of]) => {
      const first = of.find((p) => p.speaks);
      return first ? [[unitId, first.to]] : [];
    }),
  );
}
