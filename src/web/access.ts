import type { Person } from '../units/person.ts';

/** What one person may open (domain.md section 6). Computed anew on every request. */
export type Access = {
  /** Leaders and the office see every unit; others their own; administrators none by that role. */
  reports: 'all' | 'own' | 'none';
  /** `history`: liaisons also read back what their unit reported before. */
  own: { unitId: string; unitName: string; history: boolean }[];
  questions: boolean;
  /** Answering them: the office. */
  answers: boolean;
  /** Messages that did not arrive; their words only for who may read reports. */
  undelivered: 'none' | 'without-words' | 'all';
  people: boolean;
};

const NO_ACCESS: Access = {
  reports: 'none',
  own: [],
  questions: false,
  answers: false,
  undelivered: 'none',
  people: false,
};

/** The rights of a person; somebody the bot does not know has none. Pure. */
export function accessOf(person: Person | undefined): Access {
  if (!person) return NO_ACCESS;
  const { roles, memberships } = person;
  const seesAll = roles.has('leader') || roles.has('office');
  return {
    reports: seesAll ? 'all' : memberships.length > 0 ? 'own' : 'none',
    own: memberships.map(({ unitId, unitName, duty }) => ({
      unitId,
      unitName,
      history: duty !== 'member',
    })),
    questions: seesAll,
    answers: roles.has('office'),
    undelivered: roles.has('office') ? 'all' : roles.has('admin') ? 'without-words' : 'none',
    people: roles.has('office') || roles.has('admin'),
  };
}

/** Whether the unit's tasks are open to this person. */
export function seesUnit(access: Access, unitId: string): boolean {
  return access.reports === 'all' || ownUnit(access, unitId) !== undefined;
}

/** The unit among the person's own. */
export function ownUnit(access: Access, unitId: string): Access['own'][number] | undefined {
  return access.reports === 'none' ? undefined : access.own.find((u) => u.unitId === unitId);
}
