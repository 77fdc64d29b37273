import { listChats } from '../units/chat-queries.ts';
import { DUTY_WORDS } from '../units/duty-words.ts';
import { listContacts } from '../units/people-queries.ts';
import { listGroupMembers } from '../units/queries.ts';
import { listUnitNames } from '../units/resolve.ts';
import { type Command, databaseOf, readArgs, usageError } from './command.ts';

export const command: Command = {
  usage: 'unit list [--json]',
  needs: 'database',
  run: async (call) => {
    const parsed = readArgs(call.args, { flags: ['json'] });
    if (!parsed || parsed.words.length > 0) return usageError(call, command);
    const { db } = databaseOf(call);
    const units = await listUnitNames(db);
    const contacts = await listContacts(
      db,
      units.map((u) => u.id),
    );
    const chats = await listChats(db);
    const members = await listGroupMembers(db);
    const nameOf = new Map(units.map((u) => [u.id, u.name]));
    const rows = units.map(({ id, name, kind, aliases }) => ({
      name,
      kind,
      aliases,
      members: members.filter((m) => m.groupId === id).map((m) => nameOf.get(m.unitId) ?? ''),
      people: contacts
        .filter((c) => c.unitId === id)
        .map((c) => ({ name: c.name, duty: c.duty, openId: c.openId })),
      chats: chats.filter((c) => c.unitId === id).map((c) => ({ id: c.id, name: c.name })),
    }));
    if (parsed.flags.has('json')) call.out(JSON.stringify(rows));
    else
      for (const r of rows) {
        const facts = [
          ...(r.aliases.length > 0 ? [`又名 ${r.aliases.join('、')}`] : []),
          ...(r.members.length > 0 ? [`成员 ${r.members.join('、')}`] : []),
          ...r.people.map((p) => `${DUTY_WORDS[p.duty]} ${p.name}`),
          ...r.chats.map((c) => `群 ${c.name}`),
        ];
        call.out(`${r.name}${facts.length > 0 ? `：${facts.join('；')}` : ''}`);
      }
    return 0;
  },
};
