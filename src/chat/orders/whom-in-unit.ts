import type { Deps } from '../../deps.ts';
import {
  type Contact,
  findPeopleByName,
  findPersonByOpenId,
  listContacts,
} from '../../units/people-queries.ts';
import type { Context } from '../context.ts';

/** A person of a unit by mention, else by name: `none` where the unit has nobody of that name, `several` where two. */
export async function whomInUnit(
  db: Deps['db'],
  unitId: string,
  name: string | undefined,
  mentions: Context['origin']['mentions'],
): Promise<Contact | 'none' | 'several'> {
  const [mentioned] = mentions;
  const contacts = await listContacts(db, [unitId]);
  const found = mentioned
    ? contacts.filter((c) => c.openId === mentioned.openId)
    : contacts.filter((c) => c.name === name);
  const [only, second] = found;
  if (second) return 'several';
  return only ?? 'none';
}

/** Anybody the bot knows, by mention, else by name. */
export async function whomAnywhere(
  db: Deps['db'],
  name: string | undefined,
  mentions: Context['origin']['mentions'],
): Promise<{ id: string; openId: string; name: string } | 'none' | 'several'> {
  const [mentioned] = mentions;
  if (mentioned) return (await findPersonByOpenId(db, mentioned.openId)) ?? 'none';
  const [only, second] = name ? await findPeopleByName(db, name) : [];
  if (second) return 'several';
  return only ?? 'none';
}
