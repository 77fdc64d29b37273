import { derivedId } from './ids.ts';
import type { SimulatedPerson, SimulatorOptions } from './options.ts';

type Department = { id: string; name: string };

/** The tenant's people, units and ids; only how an account stands changes while the simulator runs. */
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
  /** Open ids of the departments a person is in. */
  departmentIds: (openId: string) => string[];
  accountOf: (openId: string) => Account;
  setAccount: (openId: string, account: Account) => void;
};

/** How an account stands: usable, frozen by an administrator, or resigned and gone from the directory. */
export type Account = 'active' | 'frozen' | 'left';

/** The status that the open-apis and events give. */
export function statusOf(account: Account) {
  return {
    is_frozen: account === 'frozen',
    is_resigned: account === 'left',
    is_activated: true,
    is_exited: false,
    is_unjoin: false,
  };
}

/** The root, which has no record of its own. */
export const ROOT = '0';

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
  const accounts = new Map<string, Account>();
  const departmentOf = (person: SimulatedPerson) => departments.find((d) => d.name === person.unit);
  return {
    tenantKey: derivedId('', appId, 'tenant').slice(0, 16),
    bot,
    people: options.people,
    departments,
    person: (openId) => byOpenId.get(openId),
    nameOf: (openId) => (openId === bot.openId ? bot.name : (byOpenId.get(openId)?.name ?? openId)),
    idsOf,
    resolve: (type, id) => options.people.find((p) => matches(type, p, id))?.openId,
    departmentOf,
    departmentIds: (openId) => {
      const person = byOpenId.get(openId);
      return [(person && departmentOf(person)?.id) ?? ROOT];
    },
    accountOf: (openId) => accounts.get(openId) ?? 'active',
    setAccount: (openId, account) => void accounts.set(openId, account),
    p2pChatId: (openId) => derivedId('oc_', appId, 'p2p', openId),
  };
}
