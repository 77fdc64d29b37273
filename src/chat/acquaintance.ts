import type { Deps } from '../deps.ts';
import { takeTurn } from '../outbox/pace-queries.ts';
import { groupBack } from '../remind/group-back.ts';
import { personBack } from '../remind/person-left.ts';
import { findChat } from '../units/chat-queries.ts';
import { findPersonByOpenId, upsertPerson } from '../units/people-queries.ts';
import { type Person, personOf } from '../units/person.ts';
import { words } from './wording.ts';

/**
 * The sender as the database knows them; somebody new is remembered by name and has no rights. Who speaks in private can be
 * written to, whatever was refused before.
 */
export async function knowPerson(deps: Deps, openId: string, isPrivate = false): Promise<Person> {
  const known = await findPersonByOpenId(deps.db, openId);
  if (known?.unreachable && isPrivate) {
    await deps.db.transaction((tx) => personBack({ ...deps, db: tx }, openId, 'spoke', deps.now()));
  }
  if (known && (known.name !== words.somebody || !(await mayAskName(deps.db, openId))))
    return personOf(deps.db, known);
  const name = (await deps.feishu.userName(openId).catch(() => undefined)) ?? words.somebody;
  return personOf(deps.db, await upsertPerson(deps.db, { id: deps.newId(), openId, name }));
}

/** Once a day: a scope or the range of the app may have been mended since. */
function mayAskName(db: Deps['db'], openId: string): Promise<boolean> {
  return takeTurn(db, { key: `name:${openId}`, gapMs: 86_400_000, burst: 1 });
}

/** The group in which somebody speaks to the bot: it is there, whatever was heard before. */
export async function knowChat(deps: Deps, chatId: string): Promise<void> {
  const known = await findChat(deps.db, chatId);
  if (known?.active) return;
  const info = await deps.feishu.chatInfo(chatId).catch(() => undefined);
  const group = { id: chatId, name: info?.name ?? known?.name ?? chatId };
  await deps.db.transaction((tx) => groupBack({ ...deps, db: tx }, group, deps.now()));
}
