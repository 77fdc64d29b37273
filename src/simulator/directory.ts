import { derivedId } from './ids.ts';
import type { SimulatedPerson, SimulatorOptions } from './options.ts';

type Department = { id: string; name: string };

/** The tenant's people, units and ids; nothing in it changes while the simulator runs. */
export type Directory = {
  tenantKey: string;
  bot: { openId: string; name: string };
  people: SimulatedPerson[];
  departments: Department[];
  person: (openId: string) => SimulatedPerson | undefined;
  /** A person's or the bot's name; the id itself when nobody has it. */
  nameOf: (openId: string) => string;
  idsOf: (openId: string) => { open_id: string; union_id: string; user_id: string };
  /** The open_id behind an id of a type that the open-apis accept. */
  resolve: (type: string, id: string) => string | undefined;
  departmentOf: (person: SimulatedPerson) => Department | undefined;
  p2pChatId: (openId: string) => string;
};

export function createDirectory(options: SimulatorOptions): Directory {
  const { appId } = options.app;
  const bot = {
    openId: options.bot.openId ?? derivedId('ou_', appId, 'bot'),
    name: options.bot.name,
  };
  const byOpenId = new Map(options.people.map((p) => [p.openId, p]));
  const units = [...new Set(options.people.map((p) => p.unit).filter((u) => u !== ''))];
  const departments = units.map((name) => ({ id: derivedId('od-', appId, name), name }));
  const idsOf = (openId: string) => ({
    open_id: openId,
    union_id: derivedId('on_', openId),
    user_id: derivedId('', 'user', openId).slice(0, 8),
  });
  const matches = (type: string, person: SimulatedPerson, id: string) => {
    const ids = idsOf(person.openId);
    if (type === 'union_id') return ids.union_id === id;
    if (type === 'user_id') return ids.user_id === id;
    if (type === 'email') return person.email === id;
    return ids.open_id === id;
  };
  return {
    tenantKey: derivedId('', appId, 'tenant').slice(0, 16),
    bot,
    people: options.people,
    departments,
    person: (openId) => byOpenId.get(openId),
    nameOf: (openId) => (openId === bot.openId ? bot.name : (byOpenId.get(openId)?.name ?? openId)),
    idsOf,
    resolve: (type, id) => options.people.find((p) => matches(type, p, id))?.openId,
    departmentOf: (person) => departments.find((d) => d.name === person.unit),
    p2pChatId: (openId) => derivedId('oc_', appId, 'p2p', openId),
  };
}
