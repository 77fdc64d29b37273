import type { Person } from '../units/person.ts';
import type { PersonRights } from './audience.ts';

/**
 * What a person may see of the library: whoever works in the county's units, or for the office, internal documents too; the
 * office, which keeps the library, all of it.
 */
export function personRights(person: Person | undefined): PersonRights {
  if (!person) return { unitIds: [], internal: false };
  return {
    unitIds: person.memberships.map((m) => m.unitId),
    internal: person.memberships.length > 0 || person.roles.size > 0,
    all: person.roles.has('office'),
  };
}
