/**
 * What one person may see: their units, and whether internal documents are open to them; `all`: what is for named units
 * too, whichever they are.
 */
export type PersonRights = { unitIds: string[]; internal: boolean; all?: boolean };

/**
 * For whom something is looked up. A group has the rights of its least entitled member; `members` is undefined where the
 * members are not known, and then the group sees what is public.
 */
export type Audience =
  | ({ kind: 'person' } & PersonRights)
  | { kind: 'group'; members: PersonRights[] | undefined };

/** Somebody of whom nothing is known: public documents only. */
export const PUBLIC: Audience = { kind: 'group', members: undefined };

/** The person at the command line owns the installation. */
export const OWNER: Audience = { kind: 'person', unitIds: [], internal: true, all: true };

/** Everybody whose rights must suffice; none means that only public documents are open. */
export function rightsOf(audience: Audience): PersonRights[] {
  return audience.kind === 'person' ? [audience] : (audience.members ?? []);
}
